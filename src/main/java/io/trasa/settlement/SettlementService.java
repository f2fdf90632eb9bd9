package io.trasa.settlement;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitProgress;
import io.trasa.orders.VisitStatus;
import io.trasa.parts.StockService;
import io.trasa.web.LiveStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to settlements: from the facts of a done order to what is charged, once. */
@Service
@Transactional
public class SettlementService {

  static final int MAX_LINES = 200;

  private final Settlements settlements;
  private final ProposalBuilder proposals;
  private final EarningsService earnings;
  private final OrderService orders;
  private final VisitProgress progress;
  private final StockService stock;
  private final LiveStream live;
  private final Clock clock;

  SettlementService(
      Settlements settlements,
      ProposalBuilder proposals,
      EarningsService earnings,
      OrderService orders,
      VisitProgress progress,
      StockService stock,
      LiveStream live,
      Clock clock) {
    this.settlements = settlements;
    this.proposals = proposals;
    this.earnings = earnings;
    this.orders = orders;
    this.progress = progress;
    this.stock = stock;
    this.live = live;
    this.clock = clock;
  }

  /**
   * How an order would be settled, from the facts.
   *
   * @throws NotFoundException if there is no such order
   */
  @Transactional(readOnly = true)
  public Proposal propose(UUID orderId) {
    return proposals.of(orders.get(orderId), Map.of());
  }

  /**
   * Settles an order: keeps the lines and costs, posts the technicians' earnings, and the visits
   * are settled; all of it or nothing. The same wish sent twice settles once.
   *
   * @throws ConflictException with code {@code settled-already}, {@code not-done}, {@code
   *     parts-on-van}, or {@code changed-meanwhile} if the facts are not those the person saw
   */
  public Settlement settle(Settling wish) {
    return settle(wish, clock.instant());
  }

  /**
   * As {@link #settle(Settling)}, at another time, for taking over what was settled before.
   *
   * @param at when it was truly settled
   */
  public Settlement settle(Settling wish, Instant at) {
    // First, since it locks the order: from here on the facts stand still.
    progress.settle(wish.orderId(), at);
    var before = settlements.findByOrderId(wish.orderId());
    if (before.isPresent()) {
      return requireSame(before.get(), wish.id());
    }
    var order = orders.get(wish.orderId());
    if (order.status() != VisitStatus.SETTLED) {
      throw new ConflictException(
          "not-done",
          "Order %s is %s.".formatted(order.number(), order.status()),
          "Finish or cancel its other visits first.");
    }
    requireSeen(proposals.of(order, Map.of()), wish.fingerprint());
    var proposal = proposals.of(order, wish.shares());
    release(proposal, wish);
    var settlement =
        settlements.saveAndFlush(
            new Settlement(wish.id(), proposal, decided(proposal.lines(), wish), at));
    settlements.wait(List.of(settlement.id()));
    earnings.post(settlement, proposal.earnings());
    live.publishAfterCommit("settlements", Map.of("id", settlement.id()));
    return settlement;
  }

  /** Settles an order exactly as proposed; what is on vans for it is released. */
  public Settlement settleAsProposed(UUID orderId, Instant at) {
    var print = propose(orderId).fingerprint();
    return settle(
        new Settling(UUID.randomUUID(), orderId, print, true, List.of(), List.of(), Map.of()), at);
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Settlement get(UUID id) {
    return settlements.findById(id).orElseThrow(() -> new NotFoundException("settlement", id));
  }

  @Transactional(readOnly = true)
  public Optional<Settlement> ofOrder(UUID orderId) {
    return settlements.findByOrderId(orderId);
  }

  /**
   * Those that wait for an invoice, the oldest first; or all, the newest first.
   *
   * @param payerId null for all
   */
  @Transactional(readOnly = true)
  public Page<Settlement> list(boolean waiting, @Nullable UUID payerId, Pageable page) {
    if (!waiting) {
      return settlements.newestFirst(payerId, page);
    }
    var ids = settlements.toInvoice(payerId, page);
    var found = byId(ids.getContent());
    return new PageImpl<>(
        ids.getContent().stream().map(found::get).toList(), page, ids.getTotalElements());
  }

  /** The settlements that exist of those asked for, by id. */
  @Transactional(readOnly = true)
  public Map<UUID, Settlement> byId(Collection<UUID> ids) {
    return settlements.findAllById(ids).stream()
        .collect(Collectors.toMap(Settlement::id, Function.identity()));
  }

  @Transactional(readOnly = true)
  public boolean isWaiting(UUID id) {
    return !settlements.waitingOf(List.of(id)).isEmpty();
  }

  /**
   * Closes an order that costs its payer nothing, without any paper.
   *
   * @throws ConflictException with code {@code not-free} or {@code not-waiting}
   */
  public Settlement close(UUID id) {
    var settlement = get(id);
    if (settlement.totals().gross().signum() != 0) {
      throw new ConflictException(
          "not-free",
          "Order %s comes to %s %s."
              .formatted(
                  settlement.orderNumber(),
                  settlement.totals().gross().amount(),
                  settlement.currency()),
          "Issue an invoice or a receipt.");
    }
    takeForInvoice(List.of(settlement), clock.instant());
    return settlement;
  }

  /**
   * These settlements are invoiced now, by whoever calls.
   *
   * @throws ConflictException with code {@code not-waiting} if one is invoiced already
   */
  public void takeForInvoice(List<Settlement> taken, Instant at) {
    if (settlements.stopWaiting(taken.stream().map(Settlement::id).toList()) != taken.size()) {
      throw new ConflictException(
          "not-waiting",
          "Not all of orders %s wait for an invoice."
              .formatted(
                  taken.stream().map(Settlement::orderNumber).collect(Collectors.joining(", "))),
          "Maybe somebody else was faster; load the list again.");
    }
    taken.forEach(
        settlement -> {
          progress.invoice(settlement.orderId(), at);
          live.publishAfterCommit("settlements", Map.of("id", settlement.id()));
        });
  }

  /** These settlements wait for an invoice again, since theirs was taken back as a whole. */
  public void waitAgain(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      settlements.wait(ids);
    }
  }

  private static Settlement requireSame(Settlement before, UUID requestId) {
    if (!before.requestId().equals(requestId)) {
      throw new ConflictException(
          "settled-already",
          "Order %s was settled at %s by %s."
              .formatted(before.orderNumber(), before.settledAt(), before.settledBy()),
          "Load it again.");
    }
    return before;
  }

  private static void requireSeen(Proposal now, String fingerprint) {
    if (!now.fingerprint().equals(fingerprint)) {
      throw new ConflictException(
          "changed-meanwhile",
          "The facts of order %s changed after you opened it.".formatted(now.orderNumber()),
          "Load it again; nothing of yours was saved.");
    }
  }

  private void release(Proposal proposal, Settling wish) {
    var onVan =
        proposal.points().stream()
            .filter(point -> point.code() == OpenPoint.Code.PART_ON_VAN)
            .map(
                point ->
                    point.quantity().stripTrailingZeros().toPlainString() + " × " + point.subject())
            .toList();
    if (onVan.isEmpty()) {
      return;
    }
    if (!wish.releaseParts()) {
      throw new ConflictException(
          "parts-on-van",
          "Collected for order %s and still on a van: %s."
              .formatted(proposal.orderNumber(), String.join(", ", onVan)),
          "Have them returned or reported as used, or release them to the van's own stock.");
    }
    stock.release(wish.orderId());
  }

  private static List<SettlementLine> decided(List<SettlementLine> proposed, Settling wish) {
    var lines = new ArrayList<>(proposed);
    for (int i = 0; i < wish.changes().size(); i++) {
      var change = wish.changes().get(i);
      var field = "changes[%d]".formatted(i);
      if (change.line() < 0 || change.line() >= proposed.size()) {
        throw new InvalidInputException(
            field + ".line", change.line(), "is not a line", "Load the proposal again.");
      }
      requireReason(field, change.reason());
      lines.set(
          change.line(),
          proposed
              .get(change.line())
              .decided(
                  change.quantity(), change.unitPrice(), change.coverPercent(), change.reason()));
    }
    for (int i = 0; i < wish.added().size(); i++) {
      var added = wish.added().get(i);
      requireReason("added[%d]".formatted(i), added.reason());
      lines.add(added(added));
    }
    if (lines.size() > MAX_LINES) {
      throw new InvalidInputException(
          "added", lines.size(), "are more than %d lines".formatted(MAX_LINES), "Join some.");
    }
    return lines;
  }

  private static SettlementLine added(Settling.Added line) {
    return new SettlementLine(
        line.kind(),
        null,
        line.text(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        line.vatRate(),
        0,
        Cover.Reason.DECIDED,
        "",
        null,
        SettlementLine.Origin.ADDED,
        BigDecimal.ZERO,
        line.unitPrice(),
        0,
        line.reason());
  }

  private static void requireReason(String field, String reason) {
    if (reason.isBlank()) {
      throw new InvalidInputException(
          field + ".reason", reason, "is missing", "Say why; it is kept with the line.");
    }
  }
}
