package io.trasa.orders.web;

import io.trasa.customers.Contact;
import io.trasa.customers.Customer;
import io.trasa.customers.CustomerService;
import io.trasa.customers.Site;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts names to ids: for whom, where, and whom to ask; a query for each kind. */
@Component
class Parties {

  private final CustomerService customers;

  Parties(CustomerService customers) {
    this.customers = customers;
  }

  /** For whom. */
  record CustomerBrief(
      UUID id, String number, String name, String phone, String email, String language) {

    static CustomerBrief of(Customer customer) {
      return new CustomerBrief(
          customer.id(),
          customer.number(),
          customer.name(),
          customer.phone(),
          customer.email(),
          customer.language());
    }
  }

  /**
   * Where.
   *
   * @param address on one line
   */
  record SiteBrief(
      UUID id, String name, String address, double lat, double lon, String accessNotes) {

    static SiteBrief of(Site site) {
      return new SiteBrief(
          site.id(),
          site.name(),
          site.address().onOneLine(),
          site.coordinates().lat(),
          site.coordinates().lon(),
          site.accessNotes());
    }

    /** The name, or the address where it has none. */
    String label() {
      return name.isEmpty() ? address : name;
    }
  }

  /** Whom to ask. */
  record ContactBrief(UUID id, String name, String phone, String email, String role) {

    static ContactBrief of(Contact contact) {
      return new ContactBrief(
          contact.id(), contact.name(), contact.phone(), contact.email(), contact.role());
    }
  }

  /** The names of some customers, sites and contacts. */
  record Named(Map<UUID, Customer> customers, Map<UUID, Site> sites, Map<UUID, Contact> contacts) {

    @Nullable CustomerBrief customer(@Nullable UUID id) {
      var customer = id == null ? null : customers.get(id);
      return customer == null ? null : CustomerBrief.of(customer);
    }

    @Nullable SiteBrief site(@Nullable UUID id) {
      var site = id == null ? null : sites.get(id);
      return site == null ? null : SiteBrief.of(site);
    }

    @Nullable ContactBrief contact(@Nullable UUID id) {
      var contact = id == null ? null : contacts.get(id);
      return contact == null ? null : ContactBrief.of(contact);
    }

    String customerName(@Nullable UUID id) {
      var customer = customer(id);
      return customer == null ? "" : customer.name();
    }

    String siteName(@Nullable UUID id) {
      var site = site(id);
      return site == null ? "" : site.label();
    }
  }

  /** Without contacts, for lists. */
  <T> Named of(
      Collection<T> rows,
      Function<T, @Nullable UUID> customerId,
      Function<T, @Nullable UUID> siteId) {
    return of(rows, customerId, siteId, row -> null);
  }

  <T> Named of(
      Collection<T> rows,
      Function<T, @Nullable UUID> customerId,
      Function<T, @Nullable UUID> siteId,
      Function<T, @Nullable UUID> contactId) {
    return new Named(
        customers.customers(present(rows, customerId)),
        customers.sites(present(rows, siteId)),
        customers.contacts(present(rows, contactId)));
  }

  private static <T> Collection<UUID> present(Collection<T> rows, Function<T, @Nullable UUID> id) {
    return rows.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
