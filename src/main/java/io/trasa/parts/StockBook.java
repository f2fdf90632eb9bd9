package io.trasa.parts;

import io.trasa.orders.OrderService;
import io.trasa.people.PeopleService;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for those who look at the ledger: what lies where, and how it came there. */
@Service
@Transactional(readOnly = true)
public class StockBook {

  /** Which kind of place. */
  public enum PlaceKind {
    WAREHOUSE,
    VAN,
    CUSTOMER,
    SUPPLIER,
    CORRECTION
  }

  /**
   * A place where pieces can be.
   *
   * @param name of a van; empty for the others
   * @param technicianId who drives the van now
   * @param technician his name; empty for none
   */
  public record Place(
      UUID id, PlaceKind kind, String name, @Nullable UUID technicianId, String technician) {}

  /**
   * What a place has of a part.
   *
   * @param orderId who holds it there; null for the place's own stock
   */
  public record Lot(
      UUID locationId,
      UUID partId,
      String code,
      String name,
      String unit,
      @Nullable UUID orderId,
      String orderNumber,
      BigDecimal quantity) {}

  /** What is asked for; null asks for everything. */
  public record Filter(@Nullable UUID partId, @Nullable UUID locationId, @Nullable UUID orderId) {}

  /**
   * A movement as the ledger has it.
   *
   * @param sequence grows with time; pages go on before the last one's
   * @param kind RECEIPT, TRANSFER, USE, RETURN, ADJUST or TAKE_BACK
   * @param documentNumber empty without a paper
   * @param happenedAt in truth; {@code writtenAt} is when it was told
   */
  public record Entry(
      UUID id,
      long sequence,
      String kind,
      UUID partId,
      String code,
      String name,
      String unit,
      BigDecimal quantity,
      Place from,
      Place to,
      @Nullable UUID orderId,
      String orderNumber,
      String technician,
      @Nullable UUID documentId,
      String documentNumber,
      String reason,
      BigDecimal unitCost,
      Instant happenedAt,
      Instant writtenAt,
      String writtenBy) {}

  /** An account whose balance is not what the movements add up to. */
  public record Difference(
      UUID locationId,
      UUID partId,
      @Nullable UUID orderId,
      BigDecimal byMovements,
      BigDecimal byBalance) {}

  private record Row(
      UUID id,
      long sequence,
      String kind,
      UUID partId,
      BigDecimal quantity,
      UUID from,
      UUID to,
      @Nullable UUID orderId,
      @Nullable UUID technicianId,
      @Nullable UUID documentId,
      String reason,
      BigDecimal unitCost,
      Instant happenedAt,
      Instant writtenAt,
      String writtenBy) {}

  private record Numbered(UUID id, String number) {}

  private final JdbcClient database;
  private final Locations locations;
  private final PartService parts;
  private final OrderService orders;
  private final PeopleService people;

  StockBook(
      JdbcClient database,
      Locations locations,
      PartService parts,
      OrderService orders,
      PeopleService people) {
    this.database = database;
    this.locations = locations;
    this.parts = parts;
    this.orders = orders;
    this.people = people;
  }

  /** Every place, the warehouse first, then vans by name. */
  public List<Place> places() {
    return locations.places();
  }

  /** All that a place has, by code, the own stock of each part first. */
  public List<Lot> lotsAt(UUID locationId) {
    return lots("b.location_id", locationId);
  }

  /** All that there is of a part in the warehouse and on vans. */
  public List<Lot> lotsOf(UUID partId) {
    return lots("b.part_id", partId);
  }

  private List<Lot> lots(String column, UUID id) {
    var found =
        database
            .sql(
                """
                select b.location_id, b.part_id, p.code, p.name, p.unit, b.order_id,
                  '' as order_number, b.quantity
                from parts_balance b join parts_part p on p.id = b.part_id
                join parts_location l on l.id = b.location_id and l.kind in ('WAREHOUSE', 'VAN')
                where %s = ? and b.quantity > 0
                order by p.code, p.id, l.kind desc, b.location_id, b.order_id nulls first
                """
                    .formatted(column))
            .param(id)
            .query(DataClassRowMapper.newInstance(Lot.class))
            .list();
    var numbers = named(found, Lot::orderId, order -> orders.get(order).number());
    return found.stream()
        .map(
            lot ->
                new Lot(
                    lot.locationId(),
                    lot.partId(),
                    lot.code(),
                    lot.name(),
                    lot.unit(),
                    lot.orderId(),
                    lot.orderId() == null ? "" : numbers.getOrDefault(lot.orderId(), ""),
                    lot.quantity()))
        .toList();
  }

  /**
   * Movements, newest first.
   *
   * @param before only those with a lower sequence; null begins with the newest
   */
  public List<Entry> movements(Filter filter, @Nullable Long before, int size) {
    var rows =
        database
            .sql(
                """
                select * from parts_movement where sequence < :before
                and (cast(:part as uuid) is null or part_id = :part)
                and (cast(:location as uuid) is null
                  or from_location_id = :location or to_location_id = :location)
                and (cast(:order as uuid) is null or from_order_id = :order or to_order_id = :order)
                order by sequence desc limit :size
                """)
            .param("before", before == null ? Long.MAX_VALUE : before)
            .param("part", filter.partId())
            .param("location", filter.locationId())
            .param("order", filter.orderId())
            .param("size", size)
            .query((row, i) -> read(row))
            .list();
    return described(rows);
  }

  private List<Entry> described(List<Row> rows) {
    var byPart = parts.parts(rows.stream().map(Row::partId).distinct().toList());
    var places = places().stream().collect(Collectors.toMap(Place::id, Function.identity()));
    var numbers = named(rows, Row::orderId, id -> orders.get(id).number());
    var documents = documentNumbers(rows);
    var technicians = named(rows, Row::technicianId, id -> people.technician(id).name());
    var entries = new ArrayList<Entry>();
    for (var row : rows) {
      var part = Objects.requireNonNull(byPart.get(row.partId()));
      entries.add(
          new Entry(
              row.id(),
              row.sequence(),
              row.kind(),
              part.id(),
              part.code(),
              part.name(),
              part.unit(),
              row.quantity(),
              Objects.requireNonNull(places.get(row.from())),
              Objects.requireNonNull(places.get(row.to())),
              row.orderId(),
              row.orderId() == null ? "" : numbers.getOrDefault(row.orderId(), ""),
              row.technicianId() == null ? "" : technicians.getOrDefault(row.technicianId(), ""),
              row.documentId(),
              row.documentId() == null ? "" : documents.getOrDefault(row.documentId(), ""),
              row.reason(),
              row.unitCost(),
              row.happenedAt(),
              row.writtenAt(),
              row.writtenBy()));
    }
    return entries;
  }

  /** Accounts whose balance is not what their movements add up to; there should never be one. */
  public List<Difference> differences() {
    return database
        .sql(
            """
            select location_id, part_id, order_id,
              sum(moved) as by_movements, sum(kept) as by_balance
            from (
              select to_location_id as location_id, part_id, to_order_id as order_id,
                quantity as moved, 0 as kept from parts_movement
              union all
              select from_location_id, part_id, from_order_id, -quantity, 0 from parts_movement
              union all
              select location_id, part_id, order_id, 0, quantity from parts_balance
            ) entry
            join parts_location l on l.id = location_id and l.kind not in ('SUPPLIER', 'CORRECTION')
            group by location_id, part_id, order_id having sum(moved) <> sum(kept)
            """)
        .query(DataClassRowMapper.newInstance(Difference.class))
        .list();
  }

  /** How many movements were ever written. */
  public long size() {
    return database.sql("select count(*) from parts_movement").query(Long.class).single();
  }

  /** The names of what some rows refer to, each asked for once. */
  private static <T> Map<UUID, String> named(
      List<T> rows, Function<T, @Nullable UUID> reference, Function<UUID, String> name) {
    var names = new HashMap<UUID, String>();
    for (var row : rows) {
      var id = reference.apply(row);
      if (id != null) {
        names.computeIfAbsent(id, name);
      }
    }
    return names;
  }

  private Map<UUID, String> documentNumbers(List<Row> rows) {
    var wanted =
        rows.stream().map(Row::documentId).filter(Objects::nonNull).distinct().toArray(UUID[]::new);
    return database
        .sql("select id, number from parts_document where id = any(?)")
        .param(wanted)
        .query(DataClassRowMapper.newInstance(Numbered.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Numbered::id, Numbered::number));
  }

  private static Row read(ResultSet row) throws SQLException {
    var fromOrder = row.getObject("from_order_id", UUID.class);
    return new Row(
        row.getObject("id", UUID.class),
        row.getLong("sequence"),
        row.getString("kind"),
        row.getObject("part_id", UUID.class),
        row.getBigDecimal("quantity"),
        row.getObject("from_location_id", UUID.class),
        row.getObject("to_location_id", UUID.class),
        fromOrder == null ? row.getObject("to_order_id", UUID.class) : fromOrder,
        row.getObject("technician_id", UUID.class),
        row.getObject("document_id", UUID.class),
        row.getString("reason"),
        row.getBigDecimal("unit_cost"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getString("written_by"));
  }
}
