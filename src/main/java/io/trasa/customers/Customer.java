package io.trasa.customers;

import io.trasa.common.Priority;
import io.trasa.common.Stored;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who asks for work, and may pay for it. */
@Entity
@Table(name = "customers_customer")
public class Customer extends Stored {

  /** What the office knows of a customer; unknown texts are empty. */
  public record Details(
      String name,
      String phone,
      String email,
      String language,
      Priority priority,
      String notes,
      Billing billing,
      TechnicianWishes technicians) {

    /** Of a customer who takes any technician. */
    public Details(
        String name,
        String phone,
        String email,
        String language,
        Priority priority,
        String notes,
        Billing billing) {
      this(name, phone, email, language, priority, notes, billing, TechnicianWishes.NONE);
    }
  }

  @Column(updatable = false)
  private String number = "";

  private String name = "";
  private String phone = "";
  private String email = "";
  private String language = "";

  @Enumerated(EnumType.STRING)
  private Priority priority = Priority.NORMAL;

  private String notes = "";

  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "billing_street"))
  @AttributeOverride(name = "houseNumber", column = @Column(name = "billing_house_number"))
  @AttributeOverride(name = "postcode", column = @Column(name = "billing_postcode"))
  @AttributeOverride(name = "city", column = @Column(name = "billing_city"))
  private Address billingAddress = Billing.USUAL.address();

  private String country = Billing.USUAL.country();
  private String vatId = "";
  private int paymentDays;
  private UUID[] preferredTechnicianIds = {};
  private UUID[] excludedTechnicianIds = {};

  /** Made by the database for searching. */
  @Column(insertable = false, updatable = false)
  private @Nullable String search;

  protected Customer() {}

  Customer(String number, Details details) {
    this.number = number;
    describe(details);
  }

  final void describe(Details details) {
    this.name = details.name();
    this.phone = details.phone();
    this.email = details.email();
    this.language = details.language();
    this.priority = details.priority();
    this.notes = details.notes();
    this.billingAddress = details.billing().address();
    this.country = details.billing().country();
    this.vatId = details.billing().vatId();
    this.paymentDays = details.billing().paymentDays();
    this.preferredTechnicianIds = sorted(details.technicians().preferred());
    this.excludedTechnicianIds = sorted(details.technicians().excluded());
  }

  private static UUID[] sorted(Set<UUID> ids) {
    return ids.stream().sorted().toArray(UUID[]::new);
  }

  /** Such as {@code C-000123}; never changes. */
  public String number() {
    return number;
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

  /** Two letters of ISO 639, for documents and messages. */
  public String language() {
    return language;
  }

  public Priority priority() {
    return priority;
  }

  public Billing billing() {
    return new Billing(billingAddress, country, vatId, paymentDays);
  }

  public TechnicianWishes technicians() {
    return new TechnicianWishes(Set.of(preferredTechnicianIds), Set.of(excludedTechnicianIds));
  }

  public String notes() {
    return notes;
  }
}
