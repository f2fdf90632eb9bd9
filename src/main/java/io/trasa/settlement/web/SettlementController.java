package io.trasa.settlement.web;

import io.trasa.customers.Customer;
import io.trasa.customers.CustomerService;
import io.trasa.orders.OrderFilter;
import io.trasa.orders.OrderRow;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitStatus;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.settlement.EarningsService;
import io.trasa.settlement.Settlement;
import io.trasa.settlement.SettlementService;
import io.trasa.settlement.invoices.InvoiceService;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Settling done orders. */
@RestController
@RequestMapping("/api/settlements")
class SettlementController {

  private final SettlementService settlements;
  private final EarningsService earnings;
  private final InvoiceService invoices;
  private final OrderService orders;
  private final CustomerService customers;

  SettlementController(
      SettlementService settlements,
      EarningsService earnings,
      InvoiceService invoices,
      OrderService orders,
      CustomerService customers) {
    this.settlements = settlements;
    this.earnings = earnings;
    this.invoices = invoices;
    this.orders = orders;
    this.customers = customers;
  }

  /**
   * A done order.
   *
   * @param workAt planned start of its last visit
   */
  record DueView(
      UUID orderId,
      String orderNumber,
      String title,
      UUID customerId,
      String customerName,
      String siteName,
      @Nullable Instant workAt) {

    static DueView of(OrderRow order) {
      return new DueView(
          order.id(),
          order.number(),
          order.title(),
          order.customerId(),
          order.customerName(),
          order.siteName(),
          order.nextStart());
    }
  }

  /** Done orders that are not settled yet, the newest first. */
  @GetMapping("/due")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.MANAGER})
  PageView<DueView> due(@RequestParam @Nullable String search, Paging paging) {
    var filter =
        new OrderFilter(
            VisitStatus.DONE, null, null, null, null, null, null, null, null, null, search);
    return PageView.of(orders.list(filter, paging.request()), DueView::of);
  }

  /**
   * What was settled, the newest first.
   *
   * @param waiting only what waits for an invoice, the oldest first
   * @param payerId only what this customer pays
   */
  @GetMapping
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.MANAGER})
  PageView<SettlementBrief> list(
      @RequestParam(defaultValue = "false") boolean waiting,
      @RequestParam @Nullable UUID payerId,
      Paging paging) {
    Page<Settlement> found = settlements.list(waiting, payerId, paging.request());
    var names =
        names(
            found.getContent().stream()
                .flatMap(s -> Stream.of(s.customerId(), s.payerId()))
                .toList());
    return PageView.of(found, settlement -> SettlementBrief.of(settlement, names));
  }

  /** How a done order would be settled, from the facts. */
  @GetMapping("/proposals/{orderId}")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.MANAGER})
  ProposalView proposal(@PathVariable UUID orderId) {
    var proposal = settlements.propose(orderId);
    var names = names(List.of(proposal.customerId(), proposal.payerId()));
    return ProposalView.of(
        proposal, names, settlements.ofOrder(orderId).map(Settlement::id).orElse(null));
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.MANAGER})
  SettlementView get(@PathVariable UUID id) {
    return view(settlements.get(id));
  }

  @PostMapping
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  @ResponseStatus(HttpStatus.CREATED)
  SettlementView settle(@RequestBody @Valid SettleForm form) {
    return view(settlements.settle(form.wish()));
  }

  /** Closes an order that costs its payer nothing, without any paper. */
  @PostMapping("/{id}/closing")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  SettlementView close(@PathVariable UUID id) {
    return view(settlements.close(id));
  }

  private SettlementView view(Settlement settlement) {
    return SettlementView.of(
        settlement,
        names(List.of(settlement.customerId(), settlement.payerId())),
        earnings.ofSettlement(settlement.id()),
        invoices.ofSettlements(List.of(settlement.id())),
        settlements.isWaiting(settlement.id()));
  }

  private Map<UUID, Customer> names(Collection<UUID> ids) {
    return customers.customers(ids.stream().collect(Collectors.toSet()));
  }
}
