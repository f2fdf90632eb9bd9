package io.trasa.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class QuoteIT {

  private static final String LINES =
      """
      , 'lines': [
        {'kind': 'OPERATION', 'text': 'Change the burner', 'quantity': 1.5, 'unit': 'h',
         'normMinutes': 93, 'unitPrice': 62.35, 'vatRate': 19},
        {'kind': 'PART', 'text': 'Burner B7', 'quantity': 2, 'unit': 'pc', 'unitPrice': 99.995,
         'vatRate': 19},
        {'kind': 'OTHER', 'text': 'Handbook', 'quantity': 1, 'unitPrice': 10.01, 'vatRate': 7}]
      """;

  @Autowired private WebApplicationContext context;
  @Autowired private QuoteService quotes;
  private Office office;
  private OrderDesk desk;

  @BeforeEach
  void makeQuotes() {
    office = new Office(context, Role.DISPATCHER);
    desk = new OrderDesk(office);
  }

  @Test
  void addsUpLinesAndVatToTheCent() {
    var quote = quote(LINES);
    assertThat(quote.status()).as(quote.body().toString()).isEqualTo(201);
    assertThat(quote.at("/number")).matches("Q26-\\d{5}");
    assertThat(quote.at("/status")).isEqualTo("DRAFT");
    assertThat(quote.at("/revision")).isEqualTo("1");
    assertThat(quote.at("/currency")).isEqualTo("EUR");
    assertThat(quote.at("/validUntil")).as("30 days").isEqualTo("2026-12-23");
    // 93.525 -> 93.53, 199.99; 19 % of 293.52 = 55.7688; 7 % of 10.01 = 0.7007
    assertThat(quote.at("/totals/perRate/0/vat/amount")).isEqualTo("0.7");
    assertThat(quote.at("/totals/perRate/1/net/amount")).isEqualTo("293.52");
    assertThat(quote.at("/totals/net/amount")).isEqualTo("303.53");
    assertThat(quote.at("/totals/vat/amount")).isEqualTo("56.47");
    assertThat(quote.at("/totals/gross/amount")).isEqualTo("360.0");
    assertThat(office.get("/api/quotes/{id}", quote.id()).body()).isEqualTo(quote.body());
  }

  @Test
  void startsFromARequestWithAllItSays() {
    var request =
        office.post(
            """
            {'source': 'PHONE', 'customerId': '%s', 'siteId': '%s',
             'complaint': 'Überdruck am Kessel\\nseit gestern', 'wishedTime': 'Tuesday'}
            """
                .formatted(desk.customerId(), desk.siteId()),
            "/api/requests");
    var quote = office.post("", "/api/requests/{id}/quote", request.id());
    assertThat(quote.status()).as(quote.body().toString()).isEqualTo(201);
    assertThat(quote.at("/title")).isEqualTo("Überdruck am Kessel");
    assertThat(quote.at("/requestNumber")).isEqualTo(request.at("/number"));
    var quoted = office.get("/api/requests/{id}", request.id());
    assertThat(quoted.at("/status")).isEqualTo("QUOTED");
    assertThat(quoted.at("/quotes/0/number")).isEqualTo(quote.at("/number"));

    var changed = change(quote.id(), quote.version(), LINES);
    var accepted = accept(changed.id(), changed.version(), "Frau Kühn");
    var order = order(accepted.id());
    assertThat(order.status()).as(order.body().toString()).isEqualTo(200);
    assertThat(order.at("/reason")).contains("seit gestern");
    assertThat(order.at("/wishedTime")).isEqualTo("Tuesday");
    assertThat(order.at("/requestId")).isEqualTo(request.id());
    assertThat(office.get("/api/requests/{id}", request.id()).at("/status")).isEqualTo("ORDERED");
  }

  @Test
  void becomesAnOrderOnceWithLinesPartsAndAVisit() {
    var skill = office.post("{'name': 'Gas'}", "/api/skills").id();
    var operation =
        office.post(
            """
            {'code': 'B-%s', 'name': 'Burner', 'normMinutes': 62, 'unit': 'h', 'unitPrice': 62.35,
             'vatRate': 19, 'skillId': '%s', 'skillLevel': 3}
            """
                .formatted(UUID.randomUUID().toString().substring(0, 8), skill),
            "/api/operations");
    assertThat(operation.status()).as(operation.body().toString()).isEqualTo(201);
    var quote =
        quote(
            LINES.replace(
                "'kind': 'OPERATION',",
                "'kind': 'OPERATION', 'itemId': '" + operation.id() + "',"));
    assertThat(order(quote.id()).at("/code")).isEqualTo("quote-not-accepted");
    accept(quote.id(), quote.version(), "");
    var order = order(quote.id());
    assertThat(order.status()).as(order.body().toString()).isEqualTo(200);
    assertThat(order.at("/quoteNumber")).isEqualTo(quote.at("/number"));
    assertThat(order.body().get("lines")).isEqualTo(quote.body().get("lines"));
    assertThat(order.body().get("partsToCollect")).hasSize(1);
    assertThat(order.at("/partsToCollect/0/text")).isEqualTo("Burner B7");
    assertThat(order.at("/scope")).contains("Change the burner");
    assertThat(order.at("/visits/0/durationMinutes")).as("93 in steps of five").isEqualTo("95");
    assertThat(order.at("/visits/0/skills/0/skillId")).isEqualTo(skill);
    assertThat(order.at("/visits/0/skills/0/level")).isEqualTo("3");
    assertThat(order(quote.id()).id()).as("only one").isEqualTo(order.id());
    assertThat(office.get("/api/quotes/{id}", quote.id()).at("/orderNumber"))
        .isEqualTo(order.at("/number"));
  }

  @Test
  void isADraftAgainWithTheNextRevisionWhenASentOneChanges() {
    var quote = quote(LINES);
    var sent = quotes.markSent(UUID.fromString(quote.id()));
    assertThat(sent.status()).isEqualTo(Quote.Status.SENT);
    assertThat(sent.sentAt()).isEqualTo(SettableClock.START);
    var changed = change(quote.id(), sent.version(), LINES);
    assertThat(changed.at("/status")).as(changed.body().toString()).isEqualTo("DRAFT");
    assertThat(changed.at("/revision")).isEqualTo("2");
    assertThat(changed.at("/number")).isEqualTo(quote.at("/number"));
    assertThatThrownBy(() -> quotes.accept(UUID.fromString(quote.id()), "Kühn"))
        .as("the old link does not accept what nobody was shown")
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.code()).isEqualTo("quote-not-sent"));
    assertThat(change(quote.id(), changed.version(), LINES).at("/revision"))
        .as("a draft keeps its revision")
        .isEqualTo("2");
  }

  @Test
  void isAcceptedBehindTheLinkOnceAndStaysAsItWas() {
    var id = UUID.fromString(quote(LINES).id());
    quotes.markSent(id);
    context.getBean(SettableClock.class).advance(Duration.ofDays(2));
    quotes.accept(id, "Żaneta Kühn");
    context.getBean(SettableClock.class).advance(Duration.ofDays(1));
    quotes.accept(id, "Somebody else");
    var accepted = office.get("/api/quotes/{id}", id);
    assertThat(accepted.at("/status")).isEqualTo("ACCEPTED");
    assertThat(accepted.at("/answeredBy")).isEqualTo("Żaneta Kühn");
    assertThat(accepted.at("/answeredHow")).isEqualTo("LINK");
    assertThat(accepted.at("/answeredAt")).isEqualTo("2026-11-25T07:00:00Z");
    assertThat(change(id.toString(), accepted.version(), "").at("/code"))
        .isEqualTo("quote-accepted");
    assertThatThrownBy(() -> quotes.decline(id, "too dear", "Kühn"))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> quotes.markSent(id)).isInstanceOf(ConflictException.class);
  }

  @Test
  void isAnsweredInTheOfficeByWhoeverWritesItDown() {
    var quote = quote(LINES);
    var accepted = accept(quote.id(), quote.version(), "");
    assertThat(accepted.at("/answeredBy")).as(accepted.body().toString()).isEqualTo("anna");
    assertThat(accepted.at("/answeredHow")).isEqualTo("OFFICE");

    var other = quote(LINES);
    var body = "{'version': 0, 'reason': 'too dear', 'by': 'Kühn'}";
    var declined = office.post(body, "/api/quotes/{id}/decline", other.id());
    assertThat(declined.at("/status")).isEqualTo("DECLINED");
    assertThat(declined.at("/declineReason")).isEqualTo("too dear");
    assertThat(declined.at("/answeredBy")).isEqualTo("Kühn");
    assertThat(accept(other.id(), declined.version(), "").at("/code")).isEqualTo("quote-declined");
    assertThat(order(other.id()).at("/code")).isEqualTo("quote-not-accepted");
  }

  @Test
  void expiresAfterItsLastDayInTheCompanysZone() {
    var quote = quote(LINES + ", 'validUntil': '2026-11-24'");
    var id = UUID.fromString(quote.id());
    quotes.markSent(id);
    context.getBean(SettableClock.class).advance(Duration.ofHours(39).plusMinutes(59));
    assertThat(quotes.get(id).status()).isEqualTo(Quote.Status.SENT);
    assertThat(total("&status=EXPIRED")).isZero();
    context.getBean(SettableClock.class).advance(Duration.ofMinutes(1));
    assertThat(quotes.get(id).status()).isEqualTo(Quote.Status.EXPIRED);
    assertThat(total("&status=EXPIRED")).isEqualTo(1);
    assertThat(total("&status=SENT")).isZero();
    assertThatThrownBy(() -> quotes.accept(id, "Kühn"))
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.code()).isEqualTo("quote-expired"));
    assertThat(change(quote.id(), 1, LINES + ", 'validUntil': '2026-11-24'").at("/errors/0/field"))
        .isEqualTo("validUntil");
    assertThat(change(quote.id(), 1, LINES + ", 'validUntil': '2026-12-24'").at("/revision"))
        .isEqualTo("2");
  }

  @Test
  void isNotSentEmpty() {
    var id = UUID.fromString(quote("").id());
    assertThatThrownBy(() -> quotes.markSent(id))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("lines"));
    assertThat(accept(id.toString(), 0, "").at("/errors/0/field")).isEqualTo("lines");
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertThat(quote(", 'lines': [{'kind': 'PART', 'text': 'x'}]").at("/errors/0/field"))
        .startsWith("lines[0].");
    assertThat(quote(LINES.replace("'vatRate': 7", "'vatRate': 7.123")).at("/errors/0/field"))
        .isEqualTo("lines[2].vatRate");
    assertThat(quote(LINES.replace("1.5", "-1")).at("/errors/0/field"))
        .isEqualTo("lines[0].quantity");
    assertThat(quote(", 'validUntil': '2026-11-22'").at("/errors/0/field")).isEqualTo("validUntil");
  }

  @Test
  void findsQuotesByStateCustomerAndWords() {
    var quote = quote(LINES);
    assertThat(total("&status=DRAFT&search=pressure")).isEqualTo(1);
    assertThat(total("&search=" + quote.at("/number"))).isEqualTo(1);
    assertThat(total("&status=ACCEPTED")).isZero();
    var row = office.get("/api/quotes?customerId={id}", desk.customerId()).body().at("/items/0");
    assertThat(row.get("customerName").asString()).isEqualTo(desk.customerName());
    assertThat(row.at("/gross/amount").asDouble()).isEqualTo(360.0);
  }

  private int total(String more) {
    return office
        .get("/api/quotes?customerId=" + desk.customerId() + more)
        .body()
        .get("total")
        .asInt();
  }

  private Office.Answer quote(String more) {
    return office.post(body(more), "/api/quotes");
  }

  private String body(String more) {
    return "{'customerId': '%s', 'siteId': '%s', 'title': 'Less pressure'%s}"
        .formatted(desk.customerId(), desk.siteId(), more);
  }

  private Office.Answer change(String id, long version, String more) {
    return office.put(body(", 'version': " + version + more), "/api/quotes/{id}", id);
  }

  private Office.Answer accept(String id, long version, String by) {
    return office.post(
        "{'version': %d, 'by': '%s'}".formatted(version, by), "/api/quotes/{id}/accept", id);
  }

  private Office.Answer order(String id) {
    return office.post("{'type': 'CALL_OUT'}", "/api/quotes/{id}/order", id);
  }
}
