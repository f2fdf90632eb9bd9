package io.trasa.settlement.invoices;

import io.trasa.customers.Address;
import io.trasa.customers.Customer;
import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * Who the payer was when we issued.
 *
 * @param number the customer's
 */
@Embeddable
public record Buyer(
    String number,
    String name,
    String street,
    String postcode,
    String city,
    String country,
    String vatId,
    String email) {

  /**
   * @param served where the work was done, for customers without a billing address
   */
  static Buyer of(Customer customer, Address served) {
    var billing = customer.billing();
    var address = billing.address().city().isBlank() ? served : billing.address();
    return new Buyer(
        customer.number(),
        customer.name(),
        (address.street() + " " + address.houseNumber()).strip(),
        address.postcode(),
        address.city(),
        billing.country(),
        billing.vatId(),
        customer.email());
  }

  /** As it stands in the window of a letter. */
  List<String> address() {
    return List.of(name, street, (postcode + " " + city).strip());
  }
}
