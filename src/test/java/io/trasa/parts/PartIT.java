package io.trasa.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.TrasaIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** The catalogue. */
@TrasaIT
class PartIT {

  @Autowired private WebApplicationContext context;
  private Office warehouse;

  @BeforeEach
  void logIn() {
    warehouse = new Office(context, Role.WAREHOUSE);
  }

  @Test
  void keepsWhatTheCatalogueSays() {
    var other = part("KEEP-2", "Dichtung", "");
    var made =
        warehouse.post(
            """
            {'code': ' KEEP-1 ', 'name': 'Umwälzpumpe', 'unit': 'pc', 'cost': 112.4, 'price': 189,
             'vatRate': 19, 'barcode': '4019879123459', 'substituteIds': ['%s'], 'minOnVan': 1}
            """
                .formatted(other),
            "/api/parts");
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(made.at("/code")).isEqualTo("KEEP-1");
    assertThat(made.at("/substitutes/0/code")).isEqualTo("KEEP-2");
    assertThat(made.body().get("active").asBoolean()).isTrue();
    assertThat(made.body().get("free").asInt()).isZero();
    assertThat(warehouse.get("/api/parts/{id}", made.id()).body()).isEqualTo(made.body());
    var changed =
        warehouse.put(
            """
            {'version': 0, 'code': 'KEEP-1', 'name': 'Umwälzpumpe 2', 'unit': 'pc', 'cost': 1,
             'price': 2, 'vatRate': 7, 'active': false}
            """,
            "/api/parts/{id}",
            made.id());
    assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
    assertThat(changed.at("/barcode")).isEmpty();
    assertThat(warehouse.get("/api/parts?search=KEEP-1").body().get("total").asInt()).isOne();
    assertThat(
            warehouse.get("/api/parts?search=KEEP-1&onlyActive=true").body().get("total").asInt())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "umwalz find, Umwälzpumpe Find",
    "UMWÄLZ FIND, Umwälzpumpe Find",
    "помпа, Помпа Ж",
    "zolw, Żółw Złączka",
    "5901234123457, Umwälzpumpe Find",
    "find-2, Помпа Ж",
  })
  void findsByAnything(String words, String name) {
    if (warehouse.get("/api/parts?search=FIND-1").body().get("total").asInt() == 0) {
      part("FIND-1", "Umwälzpumpe Find", "5901234123457");
      part("FIND-2", "Помпа Ж", "");
      part("FIND-3", "Żółw Złączka", "");
    }
    var found = warehouse.get("/api/parts?search={w}", words);
    assertThat(found.body().get("total").asInt()).as(found.body().toString()).isOne();
    assertThat(found.at("/items/0/name")).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "'''code'': ''W-1''', '''code'': '' ''', code",
    "'''unit'': ''pc''', '''unit'': ''much too long''', unit",
    "'''cost'': 1', '''cost'': -1', cost",
    "'''price'': 2', '''price'': 2.12345', price",
    "'''vatRate'': 19', '''vatRate'': 100', vatRate",
    "'''name'': ''A''', '''name'': ''A\\u0000''', name",
    "'''code'': ''W-1''', '''code'': ''taken-1''', code",
    "'''barcode'': ''''', '''barcode'': ''11111111''', barcode",
    "'''substituteIds'': []', '''substituteIds'': [''01890000-0000-7000-8000-000000000000'']',"
        + " substituteIds[0]",
  })
  void namesTheFieldThatIsWrong(String right, String wrong, String field) {
    if (warehouse.get("/api/parts?search=TAKEN-1").body().get("total").asInt() == 0) {
      part("TAKEN-1", "Taken", "11111111");
    }
    var body =
        """
        {'code': 'W-1', 'name': 'A', 'unit': 'pc', 'cost': 1, 'price': 2, 'vatRate': 19,
         'barcode': '', 'substituteIds': []}
        """;
    assertThat(body).contains(right);
    var answer = warehouse.post(body.replace(right, wrong), "/api/parts");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    assertThat(answer.at("/errors/0/hint")).isNotEmpty();
  }

  @Test
  void receivesAndCountsOverHttp() {
    var id = part("HTTP-1", "Rohr", "");
    var receipt =
        warehouse.post(
            """
            {'id': '01890000-0000-7000-8000-00000000aa01', 'note': 'Lieferschein 77',
             'lines': [{'partId': '%s', 'quantity': 12.5}]}
            """
                .formatted(id),
            "/api/stock/receipts");
    assertThat(receipt.status()).as(receipt.body().toString()).isEqualTo(201);
    assertThat(receipt.at("/number")).startsWith("G26-");
    var count =
        warehouse.post(
            """
            {'id': '01890000-0000-7000-8000-00000000aa02', 'reason': 'Bruch',
             'locationId': '00000000-0000-0000-0000-000000000001',
             'lines': [{'partId': '%s', 'seen': 12.5, 'counted': 12}]}
            """
                .formatted(id),
            "/api/stock/counts");
    assertThat(count.status()).as(count.body().toString()).isEqualTo(201);
    assertThat(warehouse.get("/api/parts/{id}", id).body().get("free").asDouble()).isEqualTo(12);
  }

  private String part(String code, String name, String barcode) {
    var made =
        warehouse.post(
            """
            {'code': '%s', 'name': '%s', 'unit': 'pc', 'cost': 1, 'price': 2, 'vatRate': 19,
             'barcode': '%s'}
            """
                .formatted(code, name, barcode),
            "/api/parts");
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    return made.id();
  }
}
