package io.trasa.customers;

import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.common.Stored;
import io.trasa.common.TextSearch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to customers, their sites and contacts. */
@Service
@Transactional
public class CustomerService {

  private static final Sort BY_NAME = Sort.by("name", "id");
  private static final Pattern PHONE = Pattern.compile("[+0-9 ()/.-]+");
  private static final int LEAST_DIGITS = 3;

  private final Customers customers;
  private final Sites sites;
  private final Contacts contacts;
  private final ApplicationEventPublisher events;

  CustomerService(
      Customers customers, Sites sites, Contacts contacts, ApplicationEventPublisher events) {
    this.customers = customers;
    this.sites = sites;
    this.contacts = contacts;
    this.events = events;
  }

  /** A new customer, with the next free number. */
  public Customer create(Customer.Details details) {
    var number = "C-%06d".formatted(customers.nextNumber());
    var customer = customers.save(new Customer(number, details));
    events.publishEvent(new CustomerChanged(customer.id()));
    return customer;
  }

  public Customer change(UUID id, long version, Customer.Details details) {
    var customer = get(id);
    customer.requireVersion(version);
    customer.describe(details);
    events.publishEvent(new CustomerChanged(id));
    return customers.saveAndFlush(customer);
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Customer get(UUID id) {
    return customers.findById(id).orElseThrow(() -> new NotFoundException("customer", id));
  }

  /**
   * Customers whose number, name, phone or e-mail hold all the words, by name. A phone number is
   * found however it is written, with or without its country.
   */
  @Transactional(readOnly = true)
  public Page<Customer> search(@Nullable String words, Pageable page) {
    var sorted = PageRequest.of(page.getPageNumber(), page.getPageSize(), BY_NAME);
    return customers.findAll(matching(words), sorted);
  }

  private static Specification<Customer> matching(@Nullable String words) {
    Specification<Customer> asWords = TextSearch.allWords("search", words);
    if (words == null || !PHONE.matcher(words).matches()) {
      return asWords;
    }
    var digits = words.replaceAll("\\D", "").replaceFirst("^0+", "");
    return digits.length() < LEAST_DIGITS
        ? asWords
        : asWords.or(TextSearch.allWords("search", digits));
  }

  /** The ids of at most so many customers that match, see {@link #search}; none without words. */
  @Transactional(readOnly = true)
  public List<UUID> idsMatching(@Nullable String words, int atMost) {
    return words == null || words.isBlank()
        ? List.of()
        : search(words, PageRequest.of(0, atMost)).map(Stored::id).getContent();
  }

  /** The customers that exist of those asked for, by id. */
  @Transactional(readOnly = true)
  public Map<UUID, Customer> customers(Collection<UUID> ids) {
    return byId(customers, ids);
  }

  public Site addSite(UUID customerId, Site.Details details) {
    get(customerId);
    events.publishEvent(new CustomerChanged(customerId));
    return sites.save(new Site(customerId, details));
  }

  public Site changeSite(UUID id, long version, Site.Details details) {
    var site = site(id);
    site.requireVersion(version);
    site.describe(details);
    events.publishEvent(new CustomerChanged(site.customerId()));
    return sites.saveAndFlush(site);
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Site site(UUID id) {
    return sites.findById(id).orElseThrow(() -> new NotFoundException("site", id));
  }

  @Transactional(readOnly = true)
  public Page<Site> sitesOf(UUID customerId, Pageable page) {
    get(customerId);
    return sites.findByCustomerIdOrderByNameAscIdAsc(customerId, page);
  }

  /** The sites that exist of those asked for, by id. */
  @Transactional(readOnly = true)
  public Map<UUID, Site> sites(Collection<UUID> ids) {
    return byId(sites, ids);
  }

  public Contact addContact(UUID customerId, Contact.Details details) {
    get(customerId);
    requireOwnSite(customerId, details.siteId());
    events.publishEvent(new CustomerChanged(customerId));
    return contacts.save(new Contact(customerId, details));
  }

  public Contact changeContact(UUID id, long version, Contact.Details details) {
    var contact = contact(id);
    contact.requireVersion(version);
    requireOwnSite(contact.customerId(), details.siteId());
    contact.describe(details);
    events.publishEvent(new CustomerChanged(contact.customerId()));
    return contacts.saveAndFlush(contact);
  }

  /** Removes a contact that no open order needs. */
  public void removeContact(UUID id) {
    var contact = contact(id);
    events.publishEvent(new ContactRemoval(id, contact.name()));
    events.publishEvent(new CustomerChanged(contact.customerId()));
    contacts.delete(contact);
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Contact contact(UUID id) {
    return contacts.findById(id).orElseThrow(() -> new NotFoundException("contact", id));
  }

  @Transactional(readOnly = true)
  public Page<Contact> contactsOf(UUID customerId, Pageable page) {
    get(customerId);
    return contacts.findByCustomerIdOrderByNameAscIdAsc(customerId, page);
  }

  @Transactional(readOnly = true)
  public boolean isContactOf(UUID contactId, UUID customerId) {
    return contacts.findById(contactId).filter(c -> c.customerId().equals(customerId)).isPresent();
  }

  /** The contacts that exist of those asked for, by id. */
  @Transactional(readOnly = true)
  public Map<UUID, Contact> contacts(Collection<UUID> ids) {
    return byId(contacts, ids);
  }

  private void requireOwnSite(UUID customerId, @Nullable UUID siteId) {
    if (siteId != null
        && sites.findById(siteId).filter(s -> s.customerId().equals(customerId)).isEmpty()) {
      throw new InvalidInputException(
          "siteId",
          siteId,
          "is not a site of this customer",
          "Choose one of the customer's sites, or none.");
    }
  }

  private static <T extends Stored> Map<UUID, T> byId(
      JpaRepository<T, UUID> rows, Collection<UUID> ids) {
    return rows.findAllById(ids).stream()
        .collect(Collectors.toMap(Stored::id, Function.identity()));
  }
}
