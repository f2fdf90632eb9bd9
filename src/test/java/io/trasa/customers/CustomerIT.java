package io.trasa.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.TrasaIT;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class CustomerIT {

  private static final String SITE =
      """
      {'name': 'Cellar', 'address': {'street': 'Turmstraße', 'houseNumber': '12',
       'postcode': '17033', 'city': 'Neubrandenburg'}, 'coordinates': {'lat': 53.557, 'lon': 13.26},
       'accessNotes': 'Key at the baker''s'}
      """
          .replace("''", "’");

  @Autowired private WebApplicationContext context;
  private Office office;

  @BeforeEach
  void logIn() {
    office = new Office(context, Role.DISPATCHER);
  }

  @Test
  void keepsWhatTheOfficeKnows() {
    var made =
        office.post(
            "{'name': ' Bäckerei Löwe ', 'phone': '+49 395 1234', 'email': 'info@loewe.example',"
                + " 'language': 'de', 'priority': 'HIGH', 'notes': 'Closed on Monday'}",
            "/api/customers");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/number")).matches("C-\\d{6}");
    assertThat(made.at("/name")).isEqualTo("Bäckerei Löwe");
    var read = office.get("/api/customers/{id}", made.id());
    assertThat(read.body()).isEqualTo(made.body());
    var changed =
        office.put(
            "{'version': 0, 'name': 'Bäckerei Löwe GmbH'}", "/api/customers/{id}", made.id());
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.version()).isEqualTo(1);
    assertThat(changed.at("/priority")).isEqualTo("NORMAL");
    assertThat(changed.at("/number")).isEqualTo(made.at("/number"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{''phone'': ''123''}', name",
    "'{''name'': '' ''}', name",
    "'{''name'': ''A'', ''phone'': ''call me''}', phone",
    "'{''name'': ''A'', ''email'': ''at home''}', email",
    "'{''name'': ''A'', ''language'': ''German''}', language",
    "'{''name'': ''A'', ''priority'': ''HUGE''}', priority",
    "'{''name'': ''A'', ''colour'': ''red''}', colour",
    "'{''name'': ''A\\u0000''}', name",
  })
  void namesTheFieldThatIsWrong(String body, String field) {
    var answer = office.post(body, "/api/customers");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    assertThat(answer.at("/errors/0/hint")).isNotEmpty();
  }

  @Test
  void keepsWhomTheyWantToBeSent() {
    var id = customer("Choosy");
    var body =
        "{'version': %d, 'name': 'Choosy', 'preferredTechnicianIds': ['%s'],"
            + " 'excludedTechnicianIds': ['%s']}";
    UUID liked = UUID.randomUUID();
    UUID disliked = UUID.randomUUID();
    var changed = office.put(body.formatted(0, liked, disliked), "/api/customers/{id}", id);
    assertThat(changed.at("/preferredTechnicianIds/0")).isEqualTo(liked.toString());
    assertThat(changed.at("/excludedTechnicianIds/0")).isEqualTo(disliked.toString());
    var both = office.put(body.formatted(1, liked, liked), "/api/customers/{id}", id);
    assertThat(both.status()).isEqualTo(400);
    assertThat(both.at("/errors/0/field")).isEqualTo("excludedTechnicianIds");
  }

  @Test
  void asksForTheVersionToChange() {
    var answer = office.put("{'name': 'A'}", "/api/customers/{id}", customer("Versionless"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo("version");
  }

  @Test
  void refusesAChangeMadeOnAnOlderState() {
    var id = customer("Stale");
    assertThat(office.put("{'version': 0, 'name': 'B'}", "/api/customers/{id}", id).status())
        .isEqualTo(200);
    var late = office.put("{'version': 0, 'name': 'C'}", "/api/customers/{id}", id);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.at("/code")).isEqualTo("changed-meanwhile");
    assertThat(late.at("/detail")).contains("anna");
    assertThat(office.get("/api/customers/{id}", id).at("/name")).isEqualTo("B");
  }

  @Test
  void letsOneOfManySimultaneousChangesWin() throws Exception {
    var id = customer("Race");
    Callable<Integer> change =
        () -> office.put("{'version': 0, 'name': 'Won'}", "/api/customers/{id}", id).status();
    try (var pool = Executors.newFixedThreadPool(4)) {
      var statuses =
          pool.invokeAll(Collections.nCopies(8, change)).stream().map(Future::resultNow).toList();
      assertThat(statuses).containsOnlyOnce(200);
      assertThat(Collections.frequency(statuses, 409)).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "müllersche, Müllersche Mühle",
    "MULLERSCHE, Müllersche Mühle",
    "mühle müllersche, Müllersche Mühle",
    "llersch, Müllersche Mühle",
    "пЕТРОВА, Клиника Петрова",
    "zażółć, Zażółć Gęślą",
    "zazolc gesla, Zażółć Gęślą",
    "039577441, Phone Finder",
    "77 441, Phone Finder",
    "0395/77-441, Phone Finder",
    "(0395)77 441, Phone Finder",
    "+493956688123, Phone Abroad",
    "0395 66 88 123, Phone Abroad",
    "0049 395 6688123, Phone Abroad",
    "100%_sure, 100%_sure Ltd",
  })
  void findsByAnyPartWhateverCaseAndAccents(String words, String name) {
    if (office.get("/api/customers?search={w}", "Müllersche").body().get("total").asInt() == 0) {
      customer("Müllersche Mühle");
      customer("Клиника Петрова");
      customer("Zażółć Gęślą");
      customer("100%_sure Ltd");
      office.post("{'name': 'Phone Finder', 'phone': '(0395) 77/441'}", "/api/customers");
      office.post("{'name': 'Phone Abroad', 'phone': '+49 395 6688123'}", "/api/customers");
    }
    var found = office.get("/api/customers?search={words}", words);
    assertThat(found.body().get("total").asInt()).as(found.body().toString()).isEqualTo(1);
    assertThat(found.at("/items/0/name")).isEqualTo(name);
  }

  @Test
  void findsByNumber() {
    var id = customer("Numbered");
    var number = office.get("/api/customers/{id}", id).at("/number");
    assertThat(office.get("/api/customers?search={number}", number).at("/items/0/id"))
        .isEqualTo(id);
  }

  @Test
  void givesListsInBoundedPages() {
    for (int i = 0; i < 3; i++) {
      customer("Paged " + i);
    }
    var page = office.get("/api/customers?search=paged&page=1&size=2");
    assertThat(page.body().get("total").asInt()).isEqualTo(3);
    assertThat(page.at("/items/0/name")).isEqualTo("Paged 2");
    assertThat(office.get("/api/customers").body().get("size").asInt()).isEqualTo(50);
    for (var query : new String[] {"size=201", "size=0", "page=-1", "search=" + "x".repeat(101)}) {
      var refused = office.get("/api/customers?" + query);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/errors/0/field")).isEqualTo(query.split("=", 2)[0]);
    }
  }

  @Test
  void keepsSitesWithTheirPin() {
    var customer = customer("Sited");
    var site = office.post(SITE, "/api/customers/{id}/sites", customer);
    assertThat(site.status()).as(site.body().toString()).isEqualTo(201);
    assertThat(site.at("/customerId")).isEqualTo(customer);
    assertThat(site.at("/address/houseNumber")).isEqualTo("12");
    assertThat(office.get("/api/sites/{id}", site.id()).body()).isEqualTo(site.body());
    var changed =
        office.put(
            SITE.replace("{'name'", "{'version': 0, 'name'").replace("Cellar", "Roof"),
            "/api/sites/{id}",
            site.id());
    assertThat(changed.at("/name")).isEqualTo("Roof");
    assertThat(office.get("/api/customers/{id}/sites", customer).at("/items/0/name"))
        .isEqualTo("Roof");
  }

  @ParameterizedTest
  @CsvSource({
    "'''lat'': 53.557', '''lat'': 93.5', coordinates.lat",
    "'''lat'': 53.557, ', '', coordinates.lat",
    "'''city'': ''Neubrandenburg''', '''city'': ''''', address.city",
    "'''coordinates'': {''lat'': 53.557, ''lon'': 13.26},', '', coordinates",
  })
  void namesTheFieldOfASiteThatIsWrong(String right, String wrong, String field) {
    var body = SITE.replace(right, wrong);
    assertThat(body).isNotEqualTo(SITE);
    var answer = office.post(body, "/api/customers/{id}/sites", customer("Wrong"));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void keepsContactsOfTheCustomerOnly() {
    var customer = customer("Contacted");
    var foreignSite = office.post(SITE, "/api/customers/{id}/sites", customer("Other")).id();
    var refused =
        office.post(
            "{'name': 'Eva', 'siteId': '%s'}".formatted(foreignSite),
            "/api/customers/{id}/contacts",
            customer);
    assertThat(refused.at("/errors/0/field")).isEqualTo("siteId");
    var contact =
        office.post(
            "{'name': 'Eva', 'phone': '+49 170 1', 'role': 'Caretaker'}",
            "/api/customers/{id}/contacts",
            customer);
    assertThat(contact.status()).isEqualTo(201);
    var changed = office.put("{'version': 0, 'name': 'Ewa'}", "/api/contacts/{id}", contact.id());
    assertThat(changed.at("/name")).isEqualTo("Ewa");
    assertThat(office.delete("/api/contacts/{id}", contact.id()).status()).isEqualTo(204);
    assertThat(office.get("/api/customers/{id}/contacts", customer).body().get("total").asInt())
        .isZero();
  }

  @Test
  void saysWhatIsNotThere() {
    var nobody = "01890000-0000-7000-8000-000000000000";
    for (var path :
        new String[] {"/api/customers/" + nobody, "/api/customers/" + nobody + "/sites"}) {
      var answer = office.get(path);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.at("/code")).isEqualTo("not-found");
    }
    assertThat(office.get("/api/customers/1").status()).isEqualTo(400);
  }

  private String customer(String name) {
    return office.post("{'name': '%s'}".formatted(name), "/api/customers").id();
  }
}
