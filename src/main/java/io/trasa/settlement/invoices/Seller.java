package io.trasa.settlement.invoices;

import io.trasa.common.ConflictException;
import io.trasa.documents.Company;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;

/** Who we were when we issued. */
@Embeddable
public record Seller(
    String name,
    String street,
    String postcode,
    String city,
    String country,
    String vatId,
    String taxNumber,
    String phone,
    String email,
    String bank,
    String iban,
    String bic) {

  /**
   * @throws ConflictException with code {@code company-incomplete} if the law wants to know more
   */
  static Seller of(Company company) {
    var missing = new ArrayList<String>();
    requireText(company.name(), "name", missing);
    requireText(company.street(), "street", missing);
    requireText(company.city(), "city", missing);
    requireText(company.country(), "country", missing);
    requireText(company.vatId() + company.taxNumber(), "VAT number or tax number", missing);
    if (!missing.isEmpty()) {
      throw new ConflictException(
          "company-incomplete",
          "Our own data lacks %s.".formatted(String.join(", ", missing)),
          "The administrator fills it in under Company; nothing was issued.");
    }
    return new Seller(
        company.name(),
        company.street(),
        company.postcode(),
        company.city(),
        company.country(),
        company.vatId(),
        company.taxNumber(),
        company.phone(),
        company.email(),
        company.bank(),
        company.iban(),
        company.bic());
  }

  private static void requireText(String text, String name, ArrayList<String> missing) {
    if (text.isBlank()) {
      missing.add(name);
    }
  }
}
