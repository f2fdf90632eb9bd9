package io.trasa.documents;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who we are, as papers say it; unknown texts are empty.
 *
 * @param country two letters of ISO 3166
 * @param vatId VAT number, such as {@code DE123456789}
 * @param logoFileId see {@link FileService}
 */
@Embeddable
public record Company(
    String name,
    String street,
    String postcode,
    String city,
    String country,
    String phone,
    String email,
    String vatId,
    String taxNumber,
    String bank,
    String iban,
    String bic,
    @Nullable UUID logoFileId) {

  Company withLogo(@Nullable UUID fileId) {
    return new Company(
        name, street, postcode, city, country, phone, email, vatId, taxNumber, bank, iban, bic,
        fileId);
  }
}
