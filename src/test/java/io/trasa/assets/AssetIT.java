package io.trasa.assets;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.TrasaIT;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class AssetIT {

  @Autowired private WebApplicationContext context;
  @Autowired private AssetService assets;
  private final String unique = Long.toHexString(System.nanoTime());
  private Office office;
  private String customerId;
  private String siteId;
  private String modelId;

  @BeforeEach
  void logIn() {
    office = new Office(context, Role.DISPATCHER);
    customerId = customer("Hotel Überall " + unique);
    siteId = site(customerId, "Keller");
    modelId = model("Viessmann" + unique, "Vitodens 200-W");
  }

  @Test
  void keepsAWholeCard() {
    var made =
        asset(
            " SN-0042 ",
            """
            , 'location': 'Keller links', 'supplier': 'Großhandel Müller',
            'deliveredOn': '2025-03-01', 'commissionedOn': '2025-03-04', 'notes': 'Läuft',
            'warranties': [{'number': 'W-1', 'from': '2025-03-04', 'until': '2027-03-03',
              'coversLabour': true, 'coversParts': true},
              {'number': 'W-2', 'from': '2027-03-04', 'until': '2030-03-03', 'coversParts': true}],
            'characteristics': [{'name': 'Gasdruck', 'value': '20 mbar'}]
            """);
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(made.at("/serial")).isEqualTo("SN-0042");
    assertThat(made.at("/modelName")).isEqualTo("Viessmann" + unique + " Vitodens 200-W");
    assertThat(made.at("/siteName")).isEqualTo("Keller");
    assertThat(made.at("/coveredUntil")).isEqualTo("2030-03-03");
    assertThat(made.at("/warranties/1/coversLabour")).isEqualTo("false");
    assertThat(made.at("/characteristics/0/value")).isEqualTo("20 mbar");
    assertThat(office.get("/api/assets/{id}", made.id()).body()).isEqualTo(made.body());
  }

  @Test
  void tellsOthersTheWarrantyThatCountsToday() {
    var id =
        UUID.fromString(
            asset(
                    "Brief",
                    """
                    , 'warranties': [
                      {'number': 'Old', 'from': '2020-01-01', 'until': '2026-11-22',
                       'coversLabour': true, 'coversParts': true, 'coversTravel': true},
                      {'number': 'Now', 'from': '2026-01-01', 'until': '2026-11-23',
                       'coversParts': true}]
                    """)
                .id());
    var brief = assets.briefs(List.of(id, UUID.randomUUID()));
    assertThat(brief).containsOnlyKeys(id);
    assertThat(brief.values())
        .singleElement()
        .satisfies(
            known -> {
              assertThat(known.warranty()).extracting(Warranty::number).isEqualTo("Now");
              assertThat(known.name()).endsWith("Vitodens 200-W");
            });
    assertThat(assets.briefs(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'''serial'': '' ''', serial",
    "'''deliveredOn'': ''1999-01-01''', deliveredOn",
    "'''siteId'': ''01890000-0000-7000-8000-000000000000''', siteId",
    "'''modelId'': ''01890000-0000-7000-8000-000000000000''', modelId",
    "'''customerId'': ''01890000-0000-7000-8000-000000000000''', customerId",
    "'''warranties'': [{''from'': ''2026-02-01'', ''until'': ''2026-01-31'', ''coversParts'':"
        + " true}]', warranties[0].until",
    "'''warranties'': [{''from'': ''2026-02-01'', ''until'': ''2026-02-28''}]',"
        + " warranties[0].coversLabour",
    "'''warranties'': [{''number'': ''W'', ''from'': ''2026-01-01'', ''until'': ''2026-02-01'',"
        + " ''coversParts'': true}, {''number'': ''w'', ''from'': ''2026-02-01'', ''until'':"
        + " ''2026-03-01'', ''coversParts'': true}]', warranties[1].from",
    "'''characteristics'': [{''name'': ''Druck''}, {''name'': ''druck''}]',"
        + " characteristics[1].name",
  })
  void namesTheFieldThatIsWrong(String part, String field) {
    var base =
        "'serial': 'S', 'modelId': '%s', 'customerId': '%s', 'siteId': '%s'"
            .formatted(modelId, customerId, siteId);
    var name = part.substring(0, part.indexOf(':'));
    var kept = base.replaceAll(name + ": '[^']*'", part);
    var answer =
        office.post("{" + (kept.equals(base) ? base + ", " + part : kept) + "}", "/api/assets");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void keepsSerialsUniqueWithinAModel() {
    asset("Twice", "");
    var again = asset("TWICE", "");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.at("/errors/0/field")).isEqualTo("serial");
    assertThat(again.at("/errors/0/reason")).contains("Hotel Überall");
    modelId = model("Other" + unique, "Model");
    assertThat(asset("Twice", "").status()).isEqualTo(201);
  }

  @Test
  void logsAMoveInWordsThatStay() {
    var id = asset("Moves", "").id();
    var otherSite = site(customerId, "Dachgeschoss");
    var changed =
        office.put(
            body("'version': 0, ", "Moves", ", 'location': 'oben'").replace(siteId, otherSite),
            "/api/assets/{id}",
            id);
    assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
    var log = office.get("/api/assets/{id}/log", id);
    assertThat(log.body().get("items"))
        .extracting(line -> line.get("field").asString())
        .containsExactlyInAnyOrder("location", "siteId", "created");
    var move =
        log.body()
            .get("items")
            .valueStream()
            .filter(l -> l.get("field").asString().equals("siteId"));
    assertThat(move)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("from").asString()).startsWith("Keller, ");
              assertThat(line.get("to").asString()).startsWith("Dachgeschoss, ");
              assertThat(line.get("by").asString()).isEqualTo("anna");
              assertThat(line.get("at").asString()).isEqualTo("2026-11-23T07:00:00Z");
            });
    var late = office.put(body("'version': 0, ", "Late", ""), "/api/assets/{id}", id);
    assertThat(late.at("/code")).isEqualTo("changed-meanwhile");
    assertThat(office.get("/api/assets/{id}/log", id).body().get("total").asInt()).isEqualTo(3);
  }

  @Test
  void findsByAnyOfItsNamesAlsoAfterTheyChanged() {
    var id = asset("XQ-" + unique, ", 'location': 'Küche'").id();
    for (var words :
        List.of("xq-" + unique, unique + " uberall kuche", "VITODENS viessmann" + unique)) {
      assertThat(office.get("/api/assets?search={w}", words).at("/items/0/id"))
          .as(words)
          .isEqualTo(id);
    }
    office.put(
        "{'version': 0, 'name': 'Хотел %s'}".formatted(unique), "/api/customers/{id}", customerId);
    office.put(
        "{'version': 0, 'brand': 'Vaillant%s', 'name': 'ecoTEC', 'kind': 'Therme'}"
            .formatted(unique),
        "/api/models/{id}",
        modelId);
    var found = office.get("/api/assets?search={w}", unique + " хотел ecotec therme");
    assertThat(found.at("/items/0/id")).isEqualTo(id);
    assertThat(found.at("/items/0/version")).isEqualTo("0");
    assertThat(office.get("/api/assets?search={w}", unique + " vitodens").body().get("items"))
        .isEmpty();
  }

  @Test
  void narrowsTheList() {
    asset("A", "");
    asset("B", ", 'active': false");
    asset(
        "C",
        ", 'warranties': [{'from': '2026-01-01', 'until': '2026-11-23', 'coversParts': true}]");
    assertThat(serials("customerId=" + customerId)).containsExactly("A", "B", "C");
    assertThat(serials("active=false&siteId=" + siteId)).containsExactly("B");
    assertThat(serials("underWarranty=true&modelId=" + modelId)).containsExactly("C");
    assertThat(serials("underWarranty=false&modelId=" + modelId)).containsExactly("A", "B");
  }

  @Test
  void keepsAModelOnceABrand() {
    var again =
        office.post(
            "{'brand': 'VIESSMANN%s', 'name': 'vitodens 200-w'}".formatted(unique), "/api/models");
    assertThat(again.at("/errors/0/field")).isEqualTo("name");
    var off =
        office.put(
            "{'version': 0, 'brand': 'Viessmann%s', 'name': 'Vitodens 200-W', 'active': false}"
                .formatted(unique),
            "/api/models/{id}",
            modelId);
    assertThat(off.at("/active")).isEqualTo("false");
    assertThat(office.get("/api/models?active=true&search={w}", unique).body().get("items"))
        .isEmpty();
  }

  @Test
  void offersOnlyOperationsThatFit() {
    var forAll = operation("ALL" + unique, "");
    var forOne = operation("ONE" + unique, ", 'modelId': '%s'".formatted(modelId));
    var other = model("Bosch" + unique, "Condens");
    var foreign = operation("OTHER" + unique, ", 'modelId': '%s'".formatted(other));
    assertThat(foreign.at("/modelName")).isEqualTo("Bosch" + unique + " Condens");
    var offered = office.get("/api/operations?search={w}&modelId={m}", unique, modelId);
    assertThat(offered.body().get("items"))
        .extracting(o -> o.get("id").asString())
        .containsExactly(forAll.id(), forOne.id());
    var off =
        office.put(
            operationBody("'version': 0, ", "ALL" + unique, ", 'active': false"),
            "/api/operations/{id}",
            forAll.id());
    assertThat(off.status()).as(off.body().toString()).isEqualTo(200);
    assertThat(
            office
                .get("/api/operations?active=true&search={w}&modelId={m}", unique, modelId)
                .body()
                .get("total")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void keepsPricesOfOperationsExactly() {
    var made = operation("P" + unique, "");
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(made.body().get("unitPrice").decimalValue()).isEqualByComparingTo("79.9005");
    assertThat(made.at("/unit")).isEqualTo("pc");
    assertThat(operation("p" + unique, "").at("/errors/0/field")).isEqualTo("code");
    assertThat(operation("Q" + unique, ", 'skillLevel': 2").at("/errors/0/field"))
        .isEqualTo("skillLevel");
  }

  private List<String> serials(String query) {
    return office
        .get("/api/assets?" + query)
        .body()
        .get("items")
        .valueStream()
        .map(a -> a.get("serial").asString())
        .sorted()
        .toList();
  }

  private Office.Answer asset(String serial, String more) {
    return office.post(body("", serial, more), "/api/assets");
  }

  private String body(String before, String serial, String more) {
    return "{%s'serial': '%s', 'modelId': '%s', 'customerId': '%s', 'siteId': '%s'%s}"
        .formatted(before, serial, modelId, customerId, siteId, more);
  }

  private Office.Answer operation(String code, String more) {
    return office.post(operationBody("", code, more), "/api/operations");
  }

  private static String operationBody(String before, String code, String more) {
    return "{%s'code': '%s', 'name': 'Wartung', 'normMinutes': 90, 'unitPrice': 79.9005, 'vatRate': 19%s}"
        .formatted(before, code, more);
  }

  private String model(String brand, String name) {
    return office.post("{'brand': '%s', 'name': '%s'}".formatted(brand, name), "/api/models").id();
  }

  private String customer(String name) {
    return office.post("{'name': '%s'}".formatted(name), "/api/customers").id();
  }

  private String site(String customer, String name) {
    return office
        .post(
            "{'name': '%s', 'address': {'city': 'Neubrandenburg'}, 'coordinates': {'lat': 53.5, 'lon': 13.2}}"
                .formatted(name),
            "/api/customers/{id}/sites",
            customer)
        .id();
  }
}
