package io.trasa.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.TrasaIT;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** What technicians earn follows from true times and the rates of the days. */
@TrasaIT
class EarningsIT {

  private static final String YEAR = "?from=2026-01-01&to=2026-12-31";

  @Autowired WebApplicationContext context;

  private MoneyKit kit;

  @BeforeEach
  void open() {
    kit = new MoneyKit(context);
  }

  @Test
  void paysTrueHoursWhenTheClocksChangeAtTheRateOfTheDayTheyBeganOn() {
    var nina = kit.technician("Nina");
    hourly(nina, "2026-01-01", 20);
    hourly(nina, "2026-10-25", 30);
    var order = kit.doneOrder("", nina);
    var work = time(order, "WORK");

    add(order, nina, "2026-10-24T20:00:00Z", "2026-10-24T21:30:00Z");
    add(order, nina, "2026-03-29T00:30:00Z", "2026-03-29T02:00:00Z");
    var corrected =
        kit.accountant.post(
            """
            {'version': %d, 'start': '2026-10-24T22:00:00Z', 'end': '2026-10-25T04:00:00Z',
             'reason': 'Night shift'}
            """
                .formatted(work.get("version").asLong()),
            "/api/visits/{visit}/times/{time}/corrections",
            visitOf(order),
            work.get("id").asString());
    assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(201);
    assertThat(corrected.at("/tappedStart")).isEqualTo("2026-11-23T06:00:00Z");
    assertThat(corrected.at("/tappedEnd")).isEqualTo("2026-11-23T07:00:00Z");
    assertThat(corrected.at("/corrections/0/reason")).isEqualTo("Night shift");

    var settled = kit.settle(order, "");
    assertThat(settled.status()).as(settled.body().toString()).isEqualTo(201);
    assertThat(told(settled.body().get("earnings").valueStream()))
        .containsExactlyInAnyOrder(
            "2026-11-23 TRAVEL 0.25 h at 30: 7.5",
            "2026-10-24 WORK 1.5 h at 20: 30",
            // from 1:30 to 4:00, of which an hour was skipped
            "2026-03-29 WORK 1.5 h at 20: 30",
            // from midnight to 5:00, of which an hour came twice
            "2026-10-25 WORK 6 h at 30: 180");
  }

  @Test
  void timesOfASettledOrderStayAsTheyWerePaid() {
    var ola = kit.technician("Ola");
    hourly(ola, "2026-01-01", 20);
    var order = kit.doneOrder("", ola);
    var work = time(order, "WORK");
    kit.settle(order, "");
    var late =
        kit.accountant.post(
            """
            {'version': %d, 'start': '2026-11-23T05:00:00Z', 'end': '2026-11-23T07:00:00Z',
             'reason': 'More'}
            """
                .formatted(work.get("version").asLong()),
            "/api/visits/{visit}/times/{time}/corrections",
            visitOf(order),
            work.get("id").asString());
    assertThat(late.at("/code")).isEqualTo("visit-settled");
  }

  @Test
  void theReportIsTheSumOfTheStatements() {
    var ada = kit.technician("Ada");
    var ben = kit.technician("Ben");
    var operation = kit.operation("R", "80");
    kit.accountant.post(
        "{'operationId': '%s', 'validFrom': '2026-01-01', 'amount': 10}".formatted(operation),
        "/api/rates/pieces");
    hourly(ada, "2026-01-01", 17);
    hourly(ben, "2026-01-01", 19.99);
    var byPiece =
        ", 'lines': [{'kind': 'OPERATION', 'itemId': '%s', 'text': 'Burner', 'quantity': 3, 'unit':"
            + " 'pc', 'unitPrice': 80, 'vatRate': 19}]";
    kit.settle(kit.doneOrder(byPiece.formatted(operation), ada), "");
    var hours = kit.settle(kit.doneOrder("", ben), "");
    correct(hours.body().get("earnings").get(0), "11.11");
    correct(hours.body().get("earnings").get(1), "0");

    for (var technician : List.of(ada, ben)) {
      var statement = new Office(context, Role.TECHNICIAN, "money-" + technician);
      var own = amounts(statement.get("/api/earnings/mine" + YEAR).body().get("items"));
      assertThat(own).isPositive();
      assertThat(
              amounts(
                  kit.accountant.get("/api/earnings" + YEAR + of(technician)).body().get("items")))
          .isEqualByComparingTo(own);
      assertThat(sum(technician)).isEqualByComparingTo(own);
      assertThat(reported("earnings", technician)).isEqualByComparingTo(own);
      assertThat(reported("earnings-lines", technician)).isEqualByComparingTo(own);
    }
    assertThat(sum(ben)).isEqualByComparingTo("11.11");
  }

  private void hourly(String technician, String from, double amount) {
    var set =
        kit.accountant.post(
            "{'technicianId': '%s', 'validFrom': '%s', 'amount': %s, 'cost': 40}"
                .formatted(technician, from, amount),
            "/api/rates/hours");
    assertThat(set.status()).as(set.body().toString()).isLessThan(300);
  }

  private void correct(JsonNode earning, String amount) {
    var answer =
        kit.accountant.post(
            "{'amount': %s, 'reason': 'Agreed'}".formatted(amount),
            "/api/earnings/{id}/corrections",
            earning.get("id").asString());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  private void add(String order, String technician, String start, String end) {
    var answer =
        kit.accountant.post(
            """
            {'technicianId': '%s', 'kind': 'WORK', 'start': '%s', 'end': '%s', 'reason': 'Paper'}
            """
                .formatted(technician, start, end),
            "/api/visits/{visit}/times",
            visitOf(order));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  private String visitOf(String order) {
    return kit.dispatcher.get("/api/orders/{id}", order).at("/visits/0/id");
  }

  private JsonNode time(String order, String kind) {
    return kit.accountant
        .get("/api/visits/{visit}/fieldwork", visitOf(order))
        .body()
        .at("/facts/times")
        .valueStream()
        .filter(time -> time.get("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> told(Stream<JsonNode> earnings) {
    return earnings
        .map(
            e ->
                "%s %s %s h at %s: %s"
                    .formatted(
                        e.get("day").asString(),
                        e.get("kind").asString(),
                        plain(e.get("quantity")),
                        plain(e.get("rate")),
                        plain(e.get("amount"))))
        .toList();
  }

  private static String plain(JsonNode number) {
    var plain = number.decimalValue().stripTrailingZeros();
    return plain.toPlainString();
  }

  private static String of(String technician) {
    return "&technicianId=" + technician;
  }

  private static BigDecimal amounts(JsonNode items) {
    return items
        .valueStream()
        .map(item -> item.get("amount").decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal sum(String technician) {
    return kit.accountant
        .get("/api/earnings/sums" + YEAR)
        .body()
        .get("items")
        .valueStream()
        .filter(sum -> sum.get("technicianId").asString().equals(technician))
        .map(sum -> sum.get("amount").decimalValue())
        .findFirst()
        .orElseThrow();
  }

  private BigDecimal reported(String report, String technician) {
    var body =
        kit.accountant.get("/api/reports/" + report + YEAR + "&technician_id=" + technician).body();
    var keys = body.get("columns").findValuesAsString("key");
    return new BigDecimal(body.get("totals").get(keys.indexOf("amount")).asString());
  }
}
