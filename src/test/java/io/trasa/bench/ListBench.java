package io.trasa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.testkit.Browser;
import io.trasa.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.test.context.ContextConfiguration;

/**
 * How long lists take with 100,000 orders, over HTTP, one caller at a time: {@code mvn verify
 * -Pbench -Dit.test=ListBench}. Prints a table for docs/benchmarks.md; measures, and asserts
 * nothing but that the answers came.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"trasa.demo.enabled=false", "trasa.security.first-admin-password=bench-password"})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class ListBench {

  private static final int WARM_UP = 10;
  private static final int CALLS = 60;

  /** What people do on the lists: a name, and the address asked. */
  private static final String LISTS =
      """
      orders, newest|/api/orders
      orders, page 500|/api/orders?page=499&size=50
      orders, one status|/api/orders?status=NEW
      orders, status and priority|/api/orders?status=PLANNED&priority=HIGH
      orders, a technician's|/api/orders?technicianId=00000009-0000-7000-8000-000000000007
      orders, a customer's|/api/orders?customerId=00000001-0000-7000-8000-00000000002a
      orders, a device's|/api/orders?assetId=00000004-0000-7000-8000-00000000002a
      orders, made in a month|/api/orders?createdFrom=2025-03-01&createdTo=2025-03-31
      orders, overdue|/api/orders?attention=OVERDUE
      orders, not settled|/api/orders?attention=UNSETTLED
      orders, words (umlaut)|/api/orders?search=k%C3%BChlraum%20312
      orders, words (Cyrillic)|/api/orders?search=%D0%BC%D0%B0%D1%88%D0%B8%D0%BD%D0%B0%D1%82%D0%B0%20312
      orders, by customer's name|/api/orders?search=kowalska%2017
      orders, by number|/api/orders?search=B0042421
      one order|/api/orders/00000005-0000-7000-8000-00000000a5b5
      one order's history|/api/orders/00000005-0000-7000-8000-00000000a5b5/history
      requests, newest|/api/requests
      requests, words|/api/requests?search=zmywarka%20312
      quotes, newest|/api/quotes
      customers, words (Cyrillic)|/api/customers?search=%D0%BF%D0%B5%D1%82%D1%80%D0%BE%D0%B2
      customers, phone|/api/customers?search=0004242
      devices, serial|/api/assets?search=00012345
      parts, words|/api/parts?search=dichtung
      stock of the warehouse|/api/stock?locationId=00000000-0000-0000-0000-000000000001
      movements of stock, newest|/api/stock/movements
      settlements, newest|/api/settlements
      orders to settle|/api/settlements/due
      invoices, newest|/api/invoices
      payments of a month|/api/payments?from=2026-01-01&to=2026-01-31
      debts|/api/debts
      earnings, a month|/api/earnings?from=2026-01-01&to=2026-01-31
      report: unfinished repairs|/api/reports/unfinished-repairs
      report: history by serial|/api/reports/history-by-serial?search=sn-00012345
      report: earnings, a month|/api/reports/earnings?from=2026-01-01&to=2026-01-31
      report: earnings, a year|/api/reports/earnings?from=2025-01-01&to=2025-12-31
      report: parts by technician, a month|/api/reports/parts-by-technician?from=2026-01-01&to=2026-01-31
      report: parts by invoice, a month|/api/reports/parts-by-invoice?from=2026-01-01&to=2026-01-31
      report: profitability, a quarter|/api/reports/profitability?from=2026-01-01&to=2026-03-31
      report: profitability, everything|/api/reports/profitability
      """;

  @LocalServerPort int port;
  @Autowired JdbcTemplate jdbc;

  @Test
  void lists() throws Exception {
    try (var connection = jdbc.getDataSource().getConnection()) {
      ScriptUtils.executeSqlScript(
          connection,
          new org.springframework.core.io.support.EncodedResource(
              new ClassPathResource("bench/many-orders.sql"), "UTF-8"),
          false,
          false,
          "--",
          "\n\n",
          "/*",
          "*/");
    }
    var table = new ArrayList<String>();
    try (var browser = new Browser(port)) {
      browser.logIn("admin", "bench-password");
      // The first lists must not pay for the compiling of what all of them use.
      for (int i = 0; i < WARM_UP; i++) {
        LISTS.lines().forEach(list -> browser.get(list.split("\\|", 2)[1]));
      }
      for (var list : LISTS.lines().toList()) {
        table.add(measured(browser, list.split("\\|", 2)));
      }
    }
    System.out.println("| list | rows | median ms | p95 ms |\n|---|---|---|---|");
    table.forEach(System.out::println);
  }

  private static String measured(Browser browser, String[] list) {
    var millis = new ArrayList<Double>();
    long rows = 0;
    for (int i = 0; i < WARM_UP + CALLS; i++) {
      long start = System.nanoTime();
      var answer = browser.get(list[1]);
      double took = (System.nanoTime() - start) / 1e6;
      assertThat(answer.status()).as(list[1] + " " + answer.text()).isEqualTo(200);
      rows = answer.json().path("total").asLong(-1);
      if (i >= WARM_UP) {
        millis.add(took);
      }
    }
    millis.sort(null);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.1f | %.1f |",
        list[0],
        rows < 0 ? "" : rows,
        millis.get(CALLS / 2),
        millis.get(CALLS * 95 / 100));
  }
}
