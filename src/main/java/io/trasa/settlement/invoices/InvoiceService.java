package io.trasa.settlement.invoices;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.customers.Customer;
import io.trasa.customers.CustomerService;
import io.trasa.documents.CompanyService;
import io.trasa.settlement.Settlement;
import io.trasa.settlement.SettlementService;
import io.trasa.web.LiveStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to invoices and receipts: issued once, from what was settled, without retyping. */
@Service
@Transactional
public class InvoiceService {

  static final int MAX_SETTLEMENTS = 50;
  private static final Set<String> LANGUAGES = Set.of("en", "pl", "bg", "es");
  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");

  /**
   * What to issue.
   *
   * @param id made by the sender: the same wish sent twice issues once
   * @param kind {@code INVOICE}, or {@code RECEIPT} for what was paid in cash
   * @param settlementIds what it is made from, all of one payer
   * @param reverseCharge without VAT, since the buyer owes it; needs the buyer's VAT number
   * @param email where the paper is to be sent; empty for nowhere
   */
  public record NewInvoice(
      UUID id, InvoiceKind kind, List<UUID> settlementIds, boolean reverseCharge, String email) {}

  private final Invoices invoices;
  private final Balances balances;
  private final InvoiceNumbers numbers;
  private final PaymentService payments;
  private final SettlementService settlements;
  private final CustomerService customers;
  private final CompanyService company;
  private final ApplicationEventPublisher events;
  private final LiveStream live;
  private final Clock clock;
  private final ZoneId zone;

  InvoiceService(
      Invoices invoices,
      Balances balances,
      InvoiceNumbers numbers,
      PaymentService payments,
      SettlementService settlements,
      CustomerService customers,
      CompanyService company,
      ApplicationEventPublisher events,
      LiveStream live,
      Clock clock,
      ZoneId companyZone) {
    this.invoices = invoices;
    this.balances = balances;
    this.numbers = numbers;
    this.payments = payments;
    this.settlements = settlements;
    this.customers = customers;
    this.company = company;
    this.events = events;
    this.live = live;
    this.clock = clock;
    this.zone = companyZone;
  }

  /**
   * Issues an invoice or a receipt; a receipt is paid in cash at once.
   *
   * @throws ConflictException with code {@code not-waiting}, {@code company-incomplete} or {@code
   *     nothing-to-invoice}
   */
  public Invoice issue(NewInvoice wish) {
    return issue(wish, clock.instant());
  }

  /** As {@link #issue(NewInvoice)}, at another time, for taking over what was issued before. */
  public Invoice issue(NewInvoice wish, Instant at) {
    var before = invoices.findByRequestId(wish.id());
    if (before.isPresent()) {
      return before.get();
    }
    if (wish.kind() == InvoiceKind.CREDIT_NOTE) {
      throw new InvalidInputException(
          "kind", wish.kind(), "is made from an invoice", "Credit the invoice.");
    }
    var from = settlementsOf(wish.settlementIds());
    var payer = customers.get(from.getFirst().payerId());
    if (wish.reverseCharge() && payer.billing().vatId().isBlank()) {
      throw new InvalidInputException(
          "reverseCharge",
          true,
          "needs the VAT number of " + payer.name(),
          "Fill it in at the customer.");
    }
    var seller = Seller.of(company.get());
    settlements.takeForInvoice(from, at);
    var invoice =
        save(
            head(wish, payer, from),
            at,
            seller,
            Buyer.of(payer, customers.site(from.getFirst().siteId()).address()),
            lines(from, wish.reverseCharge()),
            wish.email());
    if (invoice.kind() == InvoiceKind.RECEIPT) {
      payments.payInCash(invoice);
    }
    return invoice;
  }

  /** Gives it the next number of its series and stores it, in the running transaction. */
  Invoice save(
      Invoice.Head head,
      Instant at,
      Seller seller,
      Buyer buyer,
      List<InvoiceLine> lines,
      String email) {
    var day = LocalDate.ofInstant(at, zone);
    var sequence = numbers.next(head.kind(), day.getYear());
    var invoice = invoices.saveAndFlush(new Invoice(head, sequence, day, at, seller, buyer, lines));
    events.publishEvent(new InvoiceIssued(invoice.id(), email));
    live.publishAfterCommit("invoices", Map.of("id", invoice.id()));
    return invoice;
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Invoice get(UUID id) {
    return invoices.findById(id).orElseThrow(() -> new NotFoundException("invoice", id));
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public Page<Invoice> list(InvoiceFilter filter, Pageable page) {
    var sorted = PageRequest.of(page.getPageNumber(), page.getPageSize(), NEWEST_FIRST);
    return invoices.findAll(filter.specification(), sorted);
  }

  /** The credit notes of an invoice, the first one first. */
  @Transactional(readOnly = true)
  public List<Invoice> creditNotesOf(UUID invoiceId) {
    return invoices.findByOriginalIdOrderById(invoiceId);
  }

  /** What was issued from these settlements, credit notes too; the newest first. */
  @Transactional(readOnly = true)
  public List<Invoice> ofSettlements(Collection<UUID> settlementIds) {
    return settlementIds.isEmpty()
        ? List.of()
        : invoices.findAllById(invoices.idsOf(settlementIds)).stream()
            .sorted(Comparator.comparing(Invoice::id).reversed())
            .toList();
  }

  /** What is open on invoices and receipts, by id; credit notes have no balance of their own. */
  @Transactional(readOnly = true)
  public Map<UUID, Balance> balances(Collection<UUID> invoiceIds) {
    return balances.findAllById(invoiceIds).stream()
        .collect(Collectors.toMap(Balance::invoiceId, Function.identity()));
  }

  private List<Settlement> settlementsOf(List<UUID> ids) {
    if (ids.isEmpty() || ids.size() > MAX_SETTLEMENTS || Set.copyOf(ids).size() < ids.size()) {
      throw new InvalidInputException(
          "settlementIds",
          ids.size(),
          "are not 1 to %d different ones".formatted(MAX_SETTLEMENTS),
          "Name each settled order once.");
    }
    var found = settlements.byId(ids);
    var from =
        ids.stream()
            .map(id -> required(id, found.get(id)))
            .sorted(
                Comparator.comparing(Settlement::firstDay).thenComparing(Settlement::orderNumber))
            .toList();
    if (from.stream().map(Settlement::payerId).distinct().count() > 1) {
      throw new InvalidInputException(
          "settlementIds", ids, "have different payers", "Issue one invoice for each payer.");
    }
    return from;
  }

  private static Settlement required(UUID id, @Nullable Settlement settlement) {
    if (settlement == null) {
      throw new NotFoundException("settlement", id);
    }
    return settlement;
  }

  private static List<InvoiceLine> lines(List<Settlement> from, boolean reverseCharge) {
    var lines =
        from.stream()
            .flatMap(
                settlement ->
                    settlement.lines().stream()
                        .filter(line -> line.quantity().signum() > 0)
                        .map(line -> InvoiceLine.of(settlement, line, reverseCharge)))
            .toList();
    if (lines.isEmpty()) {
      throw new ConflictException(
          "nothing-to-invoice",
          "Nothing was done or used in order %s.".formatted(from.getFirst().orderNumber()),
          "Close it without an invoice.");
    }
    return lines;
  }

  private Invoice.Head head(NewInvoice wish, Customer payer, List<Settlement> from) {
    boolean cash = wish.kind() == InvoiceKind.RECEIPT;
    return new Invoice.Head(
        wish.id(),
        wish.kind(),
        payer.id(),
        null,
        "",
        "",
        from.getFirst().firstDay(),
        from.stream().map(Settlement::lastDay).max(Comparator.naturalOrder()).orElseThrow(),
        cash ? 0 : payer.billing().paymentDays(),
        LANGUAGES.contains(payer.language()) ? payer.language() : "en",
        from.getFirst().currency(),
        wish.reverseCharge());
  }
}
