package io.trasa.parts;

import io.trasa.common.ConflictException;
import io.trasa.common.NotFoundException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to stock: every change is a movement in the ledger, balances follow from it. */
@Service
@Transactional
public class StockService {

  private final Ledger ledger;
  private final Locations locations;
  private final Reservations reservations;
  private final StockLevels levels;
  private final Clock clock;

  StockService(
      Ledger ledger,
      Locations locations,
      Reservations reservations,
      StockLevels levels,
      Clock clock) {
    this.ledger = ledger;
    this.locations = locations;
    this.reservations = reservations;
    this.levels = levels;
    this.clock = clock;
  }

  /**
   * Takes a part from the technician's van for an order, exactly once per {@link Usage#id}. What
   * was not collected for this order before counts as collected from the van's own stock, and where
   * that does not reach, from what the van carries for other orders, which are short of it then.
   *
   * @throws ConflictException with code {@code not-enough} if the van has less, {@code no-van} if
   *     the technician has none, {@code id-taken} if the id was used for something else
   */
  public void use(Usage usage) {
    Quantities.require("quantity", usage.quantity());
    ledger.lock(List.of(usage.partId()));
    if (isRepeated(usage)) {
      return;
    }
    var van = locations.vanOf(usage.technicianId());
    var onVan = new Account(van, usage.orderId());
    var movements = new ArrayList<>(collected(usage, onVan));
    movements.add(
        Movement.of(
                Movement.Kind.USE,
                usage.partId(),
                usage.quantity(),
                onVan,
                new Account(Account.CUSTOMER, usage.orderId()),
                usage.at())
            .withId(usage.id()));
    ledger.post(
        movements.stream().map(m -> m.by(usage.technicianId()).during(usage.visitId())).toList());
  }

  private boolean isRepeated(Usage usage) {
    var before = ledger.find(usage.id());
    before
        .filter(
            m ->
                m.kind() != Movement.Kind.USE
                    || !m.partId().equals(usage.partId())
                    || !usage.orderId().equals(m.to().orderId())
                    || m.quantity().compareTo(usage.quantity()) != 0)
        .ifPresent(
            m -> {
              throw new ConflictException(
                  "id-taken",
                  "%s of %s was written under the id %s before."
                      .formatted(m.kind(), Ledger.plain(m.quantity()), m.id()),
                  "Send a new id for something new; take the old use back to correct it.");
            });
    return before.isPresent();
  }

  /** Movements after which the order has on this van what it is about to use. */
  private List<Movement> collected(Usage usage, Account onVan) {
    var balances = ledger.balances(usage.partId(), onVan.locationId());
    var there =
        balances.stream().map(Ledger.Balance::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (there.compareTo(usage.quantity()) < 0) {
      throw ledger.notEnough(usage.partId(), usage.quantity(), there);
    }
    var own = Account.ownOf(onVan.locationId());
    var movements = new ArrayList<Movement>();
    var missing = usage.quantity();
    for (var balance : balances.stream().sorted(nearestFirst(onVan)).toList()) {
      var taken = missing.min(balance.quantity());
      if (taken.signum() > 0 && !balance.account().equals(onVan)) {
        if (!balance.account().equals(own)) {
          movements.add(
              Movement.of(
                  Movement.Kind.RETURN, usage.partId(), taken, balance.account(), own, usage.at()));
        }
        movements.add(
            Movement.of(Movement.Kind.TRANSFER, usage.partId(), taken, own, onVan, usage.at()));
      }
      missing = missing.subtract(taken);
    }
    return movements;
  }

  /** The order's own pieces, the van's own, then those of other orders, the newest order first. */
  private static Comparator<Ledger.Balance> nearestFirst(Account onVan) {
    return Comparator.comparing((Ledger.Balance b) -> !b.account().equals(onVan))
        .thenComparing(
            b -> b.account().orderId(), Comparator.nullsFirst(Comparator.<UUID>reverseOrder()));
  }

  /**
   * Takes back a use that was a mistake: the part lies on the van again. Repeated calls do nothing
   * more.
   *
   * @throws NotFoundException if this technician used nothing under this id
   */
  public void takeBack(UUID usageId, UUID technicianId) {
    var use =
        ledger
            .find(usageId)
            .filter(m -> m.kind() == Movement.Kind.USE && technicianId.equals(m.technicianId()))
            .orElseThrow(() -> new NotFoundException("use of a part", usageId));
    ledger.lock(List.of(use.partId()));
    if (ledger.reversalOf(usageId).isEmpty()) {
      ledger.post(
          List.of(
              Movement.of(
                      Movement.Kind.TAKE_BACK,
                      use.partId(),
                      use.quantity(),
                      use.to(),
                      use.from(),
                      clock.instant())
                  .by(technicianId)
                  .during(use.visitId())
                  .reversing(usageId)));
    }
  }

  /** What lies on a technician's van now, by code; empty without a van. */
  @Transactional(readOnly = true)
  public List<VanPart> onVan(UUID technicianId) {
    return locations.findVanOf(technicianId).map(levels::onVan).orElse(List.of());
  }

  /**
   * Every part of an order and its way, by code. What was used costs what it cost then, the rest
   * what the catalogue says now.
   */
  @Transactional(readOnly = true)
  public List<OrderPart> ofOrder(UUID orderId) {
    return levels.ofOrder(orderId);
  }

  /** Moves what an order still has on vans back to the van's own stock, when it is settled. */
  public void release(UUID orderId) {
    ledger.lock(levels.onVansFor(orderId).stream().map(StockLevels.Held::partId).toList());
    ledger.post(
        levels.onVansFor(orderId).stream()
            .map(
                held ->
                    Movement.of(
                        Movement.Kind.RETURN,
                        held.partId(),
                        held.quantity(),
                        new Account(held.locationId(), orderId),
                        Account.ownOf(held.locationId()),
                        clock.instant()))
            .toList());
  }

  /** How much of a part the warehouse has that nobody reserved. */
  @Transactional(readOnly = true)
  public BigDecimal free(UUID partId) {
    return level(partId).free();
  }

  /** Where all pieces of a part are. */
  @Transactional(readOnly = true)
  public StockLevel level(UUID partId) {
    return levels(Set.of(partId)).getOrDefault(partId, StockLevel.NOTHING);
  }

  /** As {@link #level}; parts that were never there and that nobody wants are missing. */
  @Transactional(readOnly = true)
  public Map<UUID, StockLevel> levels(Set<UUID> partIds) {
    return levels.of(partIds, reservations.outstanding(partIds));
  }
}
