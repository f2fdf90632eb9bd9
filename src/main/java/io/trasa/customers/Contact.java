package io.trasa.customers;

import io.trasa.common.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person to talk to at a customer, or at one of the customer's sites. */
@Entity
@Table(name = "customers_contact")
public class Contact extends Stored {

  /** What the office knows of a contact; unknown texts are empty. */
  public record Details(
      @Nullable UUID siteId, String name, String phone, String email, String role) {}

  @Column(updatable = false)
  private UUID customerId;

  private @Nullable UUID siteId;
  private String name = "";
  private String phone = "";
  private String email = "";
  private String role = "";

  @SuppressWarnings("NullAway") // filled from the database
  protected Contact() {}

  Contact(UUID customerId, Details details) {
    this.customerId = customerId;
    describe(details);
  }

  final void describe(Details details) {
    this.siteId = details.siteId();
    this.name = details.name();
    this.phone = details.phone();
    this.email = details.email();
    this.role = details.role();
  }

  public UUID customerId() {
    return customerId;
  }

  public @Nullable UUID siteId() {
    return siteId;
  }

  public String name() {
    return name;
  }

  public String phone() {
    return phone;
  }

  public String email() {
    return email;
  }

  /** What the person is there, such as caretaker. */
  public String role() {
    return role;
  }
}
