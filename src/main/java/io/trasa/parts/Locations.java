package io.trasa.parts;

import io.trasa.common.ConflictException;
import io.trasa.common.NotFoundException;
import io.trasa.common.Stored;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.Technician;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where pieces can be; a van becomes a location with its first part. */
@Component
class Locations {

  private static final int MAX_VANS = 10_000;

  private final JdbcClient database;
  private final PeopleService people;
  private final RegisterService register;

  Locations(JdbcClient database, PeopleService people, RegisterService register) {
    this.database = database;
    this.people = people;
    this.register = register;
  }

  /**
   * The van of a technician as a location.
   *
   * @throws ConflictException with code {@code no-van}
   */
  UUID vanOf(UUID technicianId) {
    var technician = people.technician(technicianId);
    var vanId = technician.vanId();
    if (vanId == null) {
      throw new ConflictException(
          "no-van",
          "%s drives no van, so there is nothing to carry parts in.".formatted(technician.name()),
          "Give the technician a van first.");
    }
    return ofVan(vanId)
        .orElseGet(
            () -> {
              create(vanId);
              return ofVan(vanId).orElseThrow();
            });
  }

  /** As {@link #vanOf}; empty without a van, or while nothing was ever on it. */
  Optional<UUID> findVanOf(UUID technicianId) {
    return Optional.ofNullable(people.technician(technicianId).vanId()).flatMap(this::ofVan);
  }

  private Optional<UUID> ofVan(UUID vanId) {
    return database
        .sql("select id from parts_location where van_id = ?")
        .param(vanId)
        .query(UUID.class)
        .optional();
  }

  /**
   * @throws NotFoundException if it is neither the warehouse nor a van
   */
  void requireCountable(UUID locationId) {
    if (!locationId.equals(Account.WAREHOUSE) && !vanNames().containsKey(locationId)) {
      throw new NotFoundException("warehouse or van", locationId);
    }
  }

  /** Such as "Caddy 3 · NB-TR 103"; empty for any other location. */
  String vanName(UUID locationId) {
    return Optional.ofNullable(vanNames().get(locationId)).orElse("");
  }

  /** As {@link #vanName}, also of a van that nothing was ever on; empty without a van. */
  String nameOfVan(@Nullable UUID vanId) {
    return vanId == null ? "" : Optional.ofNullable(namesByVan().get(vanId)).orElse("");
  }

  /** Every place, the warehouse first, then vans by name. */
  List<StockBook.Place> places() {
    var names = namesByVan();
    var drivers =
        people.activeTechnicians().stream()
            .filter(technician -> technician.vanId() != null)
            .collect(Collectors.toMap(Technician::vanId, Function.identity()));
    record Row(UUID id, String kind, @Nullable UUID vanId) {}
    return database
        .sql("select id, kind, van_id from parts_location")
        .query(DataClassRowMapper.newInstance(Row.class))
        .list()
        .stream()
        .map(
            row -> {
              var kind = StockBook.PlaceKind.valueOf(row.kind());
              if (row.vanId() == null) {
                return new StockBook.Place(row.id(), kind, "", null, "");
              }
              var driver = drivers.get(row.vanId());
              return new StockBook.Place(
                  row.id(),
                  kind,
                  names.getOrDefault(row.vanId(), ""),
                  driver == null ? null : driver.id(),
                  driver == null ? "" : driver.name());
            })
        .sorted(Comparator.comparing(StockBook.Place::kind).thenComparing(StockBook.Place::name))
        .toList();
  }

  /** The names of all vans that parts were ever on, by the id of the location. */
  Map<UUID, String> vanNames() {
    var byVan = namesByVan();
    record Row(UUID id, UUID vanId) {}
    return database
        .sql("select id, van_id from parts_location where van_id is not null")
        .query(DataClassRowMapper.newInstance(Row.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Row::id, row -> byVan.getOrDefault(row.vanId(), "")));
  }

  private Map<UUID, String> namesByVan() {
    return register.vans(PageRequest.of(0, MAX_VANS)).stream()
        .collect(Collectors.toMap(Stored::id, van -> van.name() + " · " + van.plate()));
  }

  private void create(UUID vanId) {
    database
        .sql(
            "insert into parts_location (id, kind, van_id) values (?, 'VAN', ?)"
                + " on conflict (van_id) do nothing")
        .param(UuidVersion7Strategy.INSTANCE.generateUuid(null))
        .param(vanId)
        .update();
  }
}
