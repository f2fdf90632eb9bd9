package io.trasa.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class OrderListIT {

  private static final int MANY = 20_000;

  @Autowired private WebApplicationContext context;
  @Autowired private OrderService orders;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transaction;
  private Office office;
  private OrderDesk desk;

  @BeforeEach
  void openTheList() {
    office = new Office(context, Role.DISPATCHER);
    desk = new OrderDesk(office);
  }

  @Test
  void showsNamesAndTheNextVisit() {
    var order =
        desk.order(
            ", 'scope': 'Überdruckventil', 'dueDate': '2026-11-30',"
                + " 'visits': [{'durationMinutes': 60}, {'durationMinutes': 30}]");
    var technician = desk.technician("Next");
    desk.plan(order.at("/visits/0/id"), 0, technician);
    var row = only("");
    assertThat(row.at("/items/0/customerName")).isEqualTo(desk.customerName());
    assertThat(row.at("/items/0/siteName")).contains("Neubrandenburg");
    assertThat(row.at("/items/0/title")).isEqualTo("Cold");
    assertThat(row.at("/items/0/nextStart")).isEqualTo("2026-11-24T08:00:00Z");
    assertThat(row.at("/items/0/technicianIds/0")).isEqualTo(technician);
    assertThat(row.at("/items/0/visitCount")).isEqualTo("2");
    assertThat(row.at("/items/0/overdue")).isEqualTo("false");
    assertThat(only("&technicianId=" + technician).body().get("total").asInt()).isEqualTo(1);
    assertThat(total("&technicianId=" + UUID.randomUUID())).isZero();
  }

  @Test
  void narrowsByTypeAssetAndDayOfCreation() {
    desk.order("");
    assertThat(total("&type=CALL_OUT&createdFrom=2026-11-23&createdTo=2026-11-23")).isEqualTo(1);
    assertThat(total("&type=INCIDENT")).isZero();
    assertThat(total("&createdFrom=2026-11-24")).isZero();
    assertThat(total("&createdTo=2026-11-22")).isZero();
    assertThat(total("&assetId=" + UUID.randomUUID())).isZero();
    assertThat(office.get("/api/orders?attention=NONE").at("/errors/0/field"))
        .isEqualTo("attention");
  }

  @Test
  void raisesWhatIsOverdueUnacceptedOrUnsettled() {
    var order = desk.order(", 'dueDate': '2026-11-24', 'visits': [{'durationMinutes': 60}]");
    var visit = UUID.fromString(order.at("/visits/0/id"));
    orders.dispatch(visit, List.of(UUID.fromString(desk.technician("Late"))), SettableClock.START);
    assertThat(total("&attention=OVERDUE")).as("due tomorrow").isZero();
    assertThat(total("&attention=UNACCEPTED")).as("sent just now").isZero();
    var clock = context.getBean(SettableClock.class);
    clock.advance(Duration.ofMinutes(30));
    assertThat(total("&attention=UNACCEPTED")).isEqualTo(1);
    clock.advance(Duration.ofDays(2));
    assertThat(total("&attention=OVERDUE")).isEqualTo(1);
    assertThat(only("").at("/items/0/overdue")).isEqualTo("true");
    long version =
        office.get("/api/orders/{id}", order.id()).body().at("/visits/0/version").asLong();
    for (var step : new String[] {"ACCEPT", "START", "FINISH"}) {
      assertThat(total("&attention=UNSETTLED")).isZero();
      version = desk.step(visit.toString(), version, step, "").version();
    }
    assertThat(total("&attention=OVERDUE")).isZero();
    assertThat(total("&attention=UNACCEPTED")).isZero();
    assertThat(total("&attention=UNSETTLED")).isEqualTo(1);
  }

  /** Counted by the database itself: how many rows it read one after another. */
  @Test
  void readsNoWholeTableToFindAFewOfMany() {
    transaction.executeWithoutResult(
        status -> {
          fill();
          assertNoScan("a page", filter(null, null, null, null, null, null), false);
          assertNoScan("status", filter(VisitStatus.ON_HOLD, null, null, null, null, null), true);
          assertNoScan("customer", filter(null, id(7), null, null, null, null), true);
          assertNoScan("technician", filter(null, null, id(7), null, null, null), true);
          assertNoScan("asset", filter(null, null, null, id(7), null, null), true);
          assertNoScan("overdue", filter(null, null, null, null, Attention.OVERDUE, null), true);
          var word = jdbc.queryForObject("select substr(md5('4711'), 1, 12)", String.class);
          assertNoScan("words", filter(null, null, null, null, null, word), true);
          status.setRollbackOnly();
        });
  }

  private void assertNoScan(String what, OrderFilter filter, boolean findsSome) {
    long before = rowsReadOneByOne();
    var found = orders.list(filter, PageRequest.of(0, 50));
    assertThat(found.getContent()).as(what).isNotEmpty();
    // Counting all of the unfiltered list may read it once.
    long allowed = findsSome ? MANY / 4 : 2L * MANY;
    assertThat(rowsReadOneByOne() - before).as(what).isLessThan(allowed);
  }

  private long rowsReadOneByOne() {
    var read =
        jdbc.queryForObject(
            "select sum(seq_tup_read) from pg_stat_xact_user_tables"
                + " where relname in ('orders_order', 'orders_visit')",
            Long.class);
    return read == null ? 0 : read;
  }

  private void fill() {
    jdbc.update(
        """
        insert into orders_order (id, version, number, type, customer_id, site_id, reason, scope,
          priority, due_date, notes, status, asset_ids, created_at, created_by, changed_at, changed_by)
        select ('f0000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 0, 'X-' || i,
          'CALL_OUT', ('00000000-0000-0000-0000-' || lpad((i %% 500)::text, 12, '0'))::uuid,
          gen_random_uuid(), md5(i::text), '', 'NORMAL',
          date '2026-01-01' + i %% 300, '',
          case when i %% 400 = 0 then 'ON_HOLD' else 'INVOICED' end,
          array[('00000000-0000-0000-0000-' || lpad((i %% 500)::text, 12, '0'))::uuid],
          now(), 'test', now(), 'test'
        from generate_series(1, %d) i
        """
            .formatted(MANY));
    jdbc.update(
        """
        insert into orders_visit (id, version, order_id, status, duration_minutes, crew_size,
          technician_ids, planned_start, created_at, created_by, changed_at, changed_by)
        select gen_random_uuid(), 0, id, status, 60, 1, asset_ids, now(), now(), 'test', now(), 'test'
        from orders_order where number like 'X-%'
        """);
    // What vacuum does in time: new rows wait in a list that is read one by one.
    jdbc.queryForObject("select gin_clean_pending_list('orders_order_search')", Long.class);
    jdbc.execute("analyze orders_order");
    jdbc.execute("analyze orders_visit");
  }

  private static UUID id(int number) {
    return UUID.fromString("00000000-0000-0000-0000-%012d".formatted(number));
  }

  private static OrderFilter filter(
      @Nullable VisitStatus status,
      @Nullable UUID customer,
      @Nullable UUID technician,
      @Nullable UUID asset,
      @Nullable Attention attention,
      @Nullable String words) {
    @Nullable LocalDate any = null;
    return new OrderFilter(
        status, null, null, customer, technician, asset, any, any, any, attention, words);
  }

  private Office.Answer only(String more) {
    var found = office.get("/api/orders?customerId=" + desk.customerId() + more);
    assertThat(found.body().get("items")).as(found.body().toString()).hasSize(1);
    return found;
  }

  private int total(String more) {
    var found = office.get("/api/orders?customerId=" + desk.customerId() + more);
    assertThat(found.status()).as(found.body().toString()).isEqualTo(200);
    return found.body().get("total").asInt();
  }
}
