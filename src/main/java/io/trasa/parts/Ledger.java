package io.trasa.parts;

import io.trasa.common.ConflictException;
import io.trasa.common.NotFoundException;
import io.trasa.security.CurrentUser;
import io.trasa.web.LiveStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Double entry of pieces. Whoever moves parts locks them first, all at once and in the order of
 * their ids, so that balances are read and written by one at a time and nobody waits in a circle.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Ledger {

  /** How much an account has of a part. */
  record Balance(Account account, BigDecimal quantity) {}

  private final JdbcClient database;
  private final ApplicationEventPublisher events;
  private final LiveStream live;
  private final CurrentUser currentUser;
  private final Clock clock;

  Ledger(
      JdbcClient database,
      ApplicationEventPublisher events,
      LiveStream live,
      CurrentUser currentUser,
      Clock clock) {
    this.database = database;
    this.events = events;
    this.live = live;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  /**
   * Until the end of the transaction nobody else moves these parts.
   *
   * @throws NotFoundException if a part does not exist
   */
  void lock(Collection<UUID> partIds) {
    var wanted = partIds.stream().distinct().toList();
    // "No key": rows that refer to the part may be written by others meanwhile.
    var there =
        database
            .sql("select id from parts_part where id = any(?) order by id for no key update")
            .param(wanted.toArray(UUID[]::new))
            .query(UUID.class)
            .list();
    wanted.stream()
        .filter(id -> !there.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new NotFoundException("part", id);
            });
  }

  /**
   * Writes movements of locked parts, and the balances that follow.
   *
   * @throws ConflictException with code {@code not-enough} if an account would fall below zero
   */
  void post(List<Movement> movements) {
    for (var movement : movements) {
      take(movement);
      give(movement);
      write(movement);
    }
    movements.stream().map(Movement::partId).distinct().forEach(this::announce);
    movements.stream()
        .map(Movement::technicianId)
        .filter(java.util.Objects::nonNull)
        .distinct()
        .forEach(id -> live.publishAfterCommitTo(LiveStream.technician(id), "stock", Map.of()));
  }

  private void announce(UUID partId) {
    events.publishEvent(new StockChanged(partId));
    live.publishAfterCommit("stock", Map.of("partId", partId));
  }

  private void take(Movement movement) {
    if (!movement.from().isCounted()) {
      return;
    }
    int taken =
        database
            .sql(
                """
                update parts_balance set quantity = quantity - :quantity
                where location_id = :location and part_id = :part
                and order_id is not distinct from cast(:order as uuid) and quantity >= :quantity
                """)
            .param("quantity", movement.quantity())
            .param("location", movement.from().locationId())
            .param("part", movement.partId())
            .param("order", movement.from().orderId())
            .update();
    if (taken == 0) {
      throw notEnough(
          movement.partId(), movement.quantity(), balance(movement.partId(), movement.from()));
    }
  }

  private void give(Movement movement) {
    if (!movement.to().isCounted()) {
      return;
    }
    database
        .sql(
            """
            insert into parts_balance (location_id, part_id, order_id, quantity)
            values (:location, :part, :order, :quantity)
            on conflict (location_id, part_id, order_id)
            do update set quantity = parts_balance.quantity + excluded.quantity
            """)
        .param("location", movement.to().locationId())
        .param("part", movement.partId())
        .param("order", movement.to().orderId())
        .param("quantity", movement.quantity())
        .update();
  }

  private void write(Movement movement) {
    database
        .sql(
            """
            insert into parts_movement (
              id, kind, part_id, quantity, from_location_id, from_order_id, to_location_id,
              to_order_id, visit_id, technician_id, document_id, reverses_id, reason, unit_cost,
              happened_at, written_at, written_by)
            select :id, :kind, p.id, :quantity, :from, :fromOrder, :to, :toOrder, :visit,
              :technician, :document, :reverses, :reason, p.cost, :happenedAt, :writtenAt, :by
            from parts_part p where p.id = :part
            """)
        .param("id", movement.id())
        .param("kind", movement.kind().name())
        .param("part", movement.partId())
        .param("quantity", movement.quantity())
        .param("from", movement.from().locationId())
        .param("fromOrder", movement.from().orderId())
        .param("to", movement.to().locationId())
        .param("toOrder", movement.to().orderId())
        .param("visit", movement.visitId())
        .param("technician", movement.technicianId())
        .param("document", movement.documentId())
        .param("reverses", movement.reversesId())
        .param("reason", movement.reason())
        .param("happenedAt", movement.happenedAt().atOffset(ZoneOffset.UTC))
        .param("writtenAt", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", currentUser.name())
        .update();
  }

  /** What a location has of a part, all orders apart. */
  List<Balance> balances(UUID partId, UUID locationId) {
    return database
        .sql(
            """
            select order_id, quantity from parts_balance
            where part_id = ? and location_id = ? and quantity > 0
            """)
        .param(partId)
        .param(locationId)
        .query(
            (row, i) ->
                new Balance(
                    new Account(locationId, row.getObject("order_id", UUID.class)),
                    row.getBigDecimal("quantity")))
        .list();
  }

  BigDecimal balance(UUID partId, Account account) {
    return balances(partId, account.locationId()).stream()
        .filter(balance -> balance.account().equals(account))
        .map(Balance::quantity)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  /** The movement with this id. */
  Optional<Movement> find(UUID id) {
    return one("id", id);
  }

  /** The movement that took this use back. */
  Optional<Movement> reversalOf(UUID useId) {
    return one("reverses_id", useId);
  }

  private Optional<Movement> one(String column, UUID id) {
    return database
        .sql("select * from parts_movement where " + column + " = ?")
        .param(id)
        .query(
            (row, i) ->
                new Movement(
                    row.getObject("id", UUID.class),
                    Movement.Kind.valueOf(row.getString("kind")),
                    row.getObject("part_id", UUID.class),
                    row.getBigDecimal("quantity"),
                    new Account(
                        row.getObject("from_location_id", UUID.class),
                        row.getObject("from_order_id", UUID.class)),
                    new Account(
                        row.getObject("to_location_id", UUID.class),
                        row.getObject("to_order_id", UUID.class)),
                    row.getObject("visit_id", UUID.class),
                    row.getObject("technician_id", UUID.class),
                    row.getObject("document_id", UUID.class),
                    row.getObject("reverses_id", UUID.class),
                    row.getString("reason"),
                    instant(row.getObject("happened_at", java.time.OffsetDateTime.class))))
        .optional();
  }

  private static Instant instant(java.time.OffsetDateTime time) {
    return time.toInstant();
  }

  /** Says what was wanted, of what, and what there is. */
  ConflictException notEnough(UUID partId, BigDecimal wanted, BigDecimal there) {
    record Named(String code, String name, String unit) {}
    var part =
        database
            .sql("select code, name, unit from parts_part where id = ?")
            .param(partId)
            .query(Named.class)
            .single();
    return new ConflictException(
        "not-enough",
        "%s %s of %s %s are wanted, %s are there."
            .formatted(plain(wanted), part.unit(), part.code(), part.name(), plain(there)),
        "Take less, or bring more first. Maybe a delivery or a transfer was not written down.");
  }

  static String plain(@Nullable BigDecimal quantity) {
    return quantity == null || quantity.signum() == 0
        ? "0"
        : quantity.stripTrailingZeros().toPlainString();
  }
}
