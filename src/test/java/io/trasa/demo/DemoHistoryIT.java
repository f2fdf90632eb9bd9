package io.trasa.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.TrasaIT;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** The demo's two weeks: every list and report has something to show, and all of it adds up. */
@TrasaIT
@TestPropertySource(properties = "trasa.demo.enabled=true")
class DemoHistoryIT {

  @Autowired private WebApplicationContext context;
  @Autowired private JdbcTemplate jdbc;
  private Office manager;

  @BeforeEach
  void logIn() {
    manager = new Office(context, Role.MANAGER);
  }

  private JsonNode report(String path) {
    var answer = manager.get("/api/reports/" + path);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private BigDecimal total(String report, String column) {
    var body = report(report);
    for (int i = 0; i < body.get("columns").size(); i++) {
      if (body.at("/columns/%d/key".formatted(i)).asString().equals(column)) {
        return new BigDecimal(body.at("/totals/" + i).asString());
      }
    }
    throw new AssertionError("no column " + column);
  }

  private BigDecimal sql(String query) {
    return Objects.requireNonNull(jdbc.queryForObject(query, BigDecimal.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unfinished-repairs",
        "history-by-serial",
        "earnings",
        "earnings-lines",
        "parts-by-technician",
        "parts-by-invoice",
        "parts-lines",
        "profitability"
      })
  void everyReportHasSomethingToShowAndToSave(String name) {
    assertThat(report(name + "?language=bg").get("total").asLong()).isGreaterThan(4);
    for (var format : new String[] {"CSV", "XLSX"}) {
      var url = "/api/reports/{name}/export?format=" + format;
      assertThat(manager.status(url, name)).isEqualTo(200);
    }
  }

  @Test
  void reportsEqualTheDocumentsTheyTellOf() {
    assertThat(total("earnings", "amount"))
        .isEqualByComparingTo(total("earnings-lines", "amount"))
        .isEqualByComparingTo(sql("select sum(amount) from settlement_earning"));
    assertThat(total("profitability", "net"))
        .isEqualByComparingTo(sql("select sum(net) from settlement_settlement"));
    assertThat(total("profitability", "margin"))
        .isEqualByComparingTo(sql("select sum(net - cost) from settlement_settlement"));
    assertThat(total("parts-by-technician", "quantity"))
        .isEqualByComparingTo(total("parts-by-invoice", "quantity"))
        .isEqualByComparingTo(sql("select sum(quantity) from parts_movement where kind = 'USE'"));
  }

  @Test
  void periodsAndDrillDownsNarrow() {
    var all = report("earnings");
    var link = all.at("/rows/0/cells/0/link").asString();
    var lines = report(link.substring("/reports/".length()));
    assertThat(lines.get("total").asLong()).isBetween(1L, all.get("total").asLong() * 10);
    for (var row : lines.get("rows")) {
      assertThat(row.at("/cells/1/text")).isEqualTo(all.at("/rows/0/cells/0/text"));
    }
    assertThat(report("earnings?from=2031-01-01").get("total").asLong()).isZero();
    assertThat(
            manager
                .get("/api/reports/earnings?from=2026-02-01&to=2026-01-01")
                .at("/errors/0/field"))
        .isEqualTo("to");
  }

  @Test
  void stockAndMoneyAddUp() {
    assertThat(
            sql(
                """
                select count(*) from settlement_balance b where b.open <>
                  b.gross - b.credited - coalesce(
                    (select sum(p.amount) from settlement_payment p where p.invoice_id = b.invoice_id), 0)
                """))
        .isZero();
    assertThat(sql("select count(*) from settlement_balance where open > 0")).isPositive();
    assertThat(sql("select count(*) from orders_order where status = 'DONE'")).isPositive();
    assertThat(sql("select count(*) from orders_request where status = 'NEW'")).isPositive();
    assertThat(sql("select count(*) from orders_quote")).isPositive();
  }
}
