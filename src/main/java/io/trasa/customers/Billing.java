package io.trasa.customers;

/**
 * What an invoice to a customer needs.
 *
 * @param address where invoices go; without a city, the served site's address is taken
 * @param country two letters of ISO 3166, such as {@code DE}
 * @param vatId the customer's VAT number; empty for private customers
 * @param paymentDays until an invoice is due; 0 is at once
 */
public record Billing(Address address, String country, String vatId, int paymentDays) {

  /** Private customer, two weeks. */
  public static final Billing USUAL = new Billing(new Address("", "", "", ""), "DE", "", 14);
}
