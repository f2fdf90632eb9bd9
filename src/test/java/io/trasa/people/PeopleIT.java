package io.trasa.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
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
class PeopleIT {

  @Autowired private WebApplicationContext context;
  @Autowired private PeopleService people;
  private Office office;

  @BeforeEach
  void logIn() {
    office = new Office(context, Role.DISPATCHER);
  }

  @Test
  void keepsTechniciansWithSkillsTerritoriesAndVan() {
    var skill = post("/api/skills", "{'name': 'Gas heating'}");
    var van = post("/api/vans", "{'name': 'Van 1', 'plate': 'NB-T 1'}");
    var territory = territory("Coast", 54, 13);
    var made =
        office.post(
            """
            {'name': 'Jörg Öz', 'color': '#3567D6', 'home': {'lat': 53.55, 'lon': 13.26},
             'skills': [{'skillId': '%s', 'level': 3}], 'territoryIds': ['%s'], 'vanId': '%s',
             'vehicle': 'BICYCLE'}
            """
                .formatted(skill, territory, van),
            "/api/technicians");
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(made.at("/skills/0/level")).isEqualTo("3");
    assertThat(made.at("/color")).isEqualTo("#3567d6");
    assertThat(made.at("/vehicle")).isEqualTo("BICYCLE");
    assertThat(office.get("/api/technicians/{id}", made.id()).body()).isEqualTo(made.body());
    assertThat(office.get("/api/technicians?search=jorg oz").at("/items/0/id"))
        .isEqualTo(made.id());

    var changed =
        office.put(
            """
            {'version': 0, 'name': 'Jörg Öz', 'color': '#000000', 'active': false,
             'home': {'lat': 53.55, 'lon': 13.26}, 'skills': [{'skillId': '%s', 'level': 5}]}
            """
                .formatted(skill),
            "/api/technicians/{id}",
            made.id());
    assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
    assertThat(changed.at("/skills/0/level")).isEqualTo("5");
    assertThat(changed.body().get("territoryIds")).isEmpty();
    assertThat(people.activeTechnicians()).extracting(Technician::name).doesNotContain("Jörg Öz");
  }

  @Test
  void keepsWhatIsInUseAndNamesTheUsers() {
    var skill = post("/api/skills", "{'name': 'In use'}");
    var van = post("/api/vans", "{'name': 'Used van', 'plate': 'NB-U 1'}");
    var territory = territory("Used", 55, 13);
    var user =
        technician(
            "Ada User",
            ", 'skills': [{'skillId': '%s', 'level': 1}], 'territoryIds': ['%s'], 'vanId': '%s'"
                .formatted(skill, territory, van));
    for (var path :
        new String[] {
          "/api/skills/" + skill, "/api/vans/" + van, "/api/territories/" + territory
        }) {
      var refused = office.delete(path);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.at("/code")).isEqualTo("in-use");
      assertThat(refused.at("/detail")).contains("Ada User");
    }
    office.put(
        "{'version': 0, 'name': 'Ada', 'color': '#000000', 'home': {'lat': 53, 'lon': 13}}",
        "/api/technicians/{id}",
        user);
    assertThat(office.delete("/api/skills/{id}", skill).status()).isEqualTo(204);
    assertThat(office.delete("/api/vans/{id}", van).status()).isEqualTo(204);
    assertThat(office.delete("/api/territories/{id}", territory).status()).isEqualTo(204);
  }

  @Test
  void keepsTheBreaksAndTheCostOfADay() {
    var day =
        """
        , 'hourPercent': 150, 'kmPercent': 80, 'targetMinutes': 420, 'breaks': [
          {'earliest': '15:00', 'latest': '15:00', 'minutes': 15},
          {'earliest': '11:30', 'latest': '13:30', 'minutes': 30}]
        """;
    var made = office.get("/api/technicians/{id}", technician("Dora Day", day));
    assertThat(made.at("/hourPercent")).isEqualTo("150");
    assertThat(made.at("/kmPercent")).isEqualTo("80");
    assertThat(made.at("/targetMinutes")).isEqualTo("420");
    assertThat(made.at("/breaks/0/earliest")).as("in their order").startsWith("11:30");
    assertThat(made.at("/breaks/0/latest")).startsWith("13:30");
    assertThat(made.at("/breaks/1/minutes")).isEqualTo("15");
    var backwards = ", 'breaks': [{'earliest': '13:00', 'latest': '12:00', 'minutes': 30}]";
    assertThat(refused(backwards)).isEqualTo("breaks[0].latest");
    var twice = "{'earliest': '12:00', 'latest': '12:30', 'minutes': 30}";
    assertThat(refused(", 'breaks': [%s, %s]".formatted(twice, twice)))
        .isEqualTo("breaks[1].earliest");
    assertThat(refused(", 'breaks': [%s]".formatted(twice.replace("30}", "4}"))))
        .isEqualTo("breaks[0].minutes");
    assertThat(refused(", 'kmPercent': 0")).isEqualTo("kmPercent");
  }

  private String refused(String more) {
    var answer = office.post(technicianBody("Dora", more), "/api/technicians");
    assertThat(answer.status()).isEqualTo(400);
    return answer.at("/errors/0/field");
  }

  @Test
  void givesEachVanToOneTechnicianAndEachSkillOneName() {
    var van = post("/api/vans", "{'name': 'Shared', 'plate': 'NB-S 1'}");
    technician("Bob First", ", 'vanId': '%s'".formatted(van));
    var second =
        office.post(
            technicianBody("Carl Second", ", 'vanId': '%s'".formatted(van)), "/api/technicians");
    assertThat(second.at("/errors/0/field")).isEqualTo("vanId");
    assertThat(second.at("/errors/0/reason")).contains("Bob First");

    post("/api/skills", "{'name': 'Electrics'}");
    assertThat(office.post("{'name': 'ELECTRICS'}", "/api/skills").at("/errors/0/field"))
        .isEqualTo("name");
  }

  @ParameterizedTest
  @CsvSource({
    "', ''color'': ''blue''', color",
    "', ''skills'': [{''skillId'': ''01890000-0000-7000-8000-000000000000'', ''level'': 1}]',"
        + " skills[0].skillId",
    "', ''skills'': [{''skillId'': ''01890000-0000-7000-8000-000000000000'', ''level'': 6}]',"
        + " skills[0].level",
    "', ''territoryIds'': [''01890000-0000-7000-8000-000000000000'']', territoryIds",
    "', ''vanId'': ''01890000-0000-7000-8000-000000000000''', vanId",
    "', ''home'': {''lat'': 53, ''lon'': 213}', home.lon",
  })
  void namesTheFieldOfATechnicianThatIsWrong(String more, String field) {
    var body = "{'name': 'X', 'color': '#000000', 'home': {'lat': 53, 'lon': 13}" + more + "}";
    var answer = office.post(body, "/api/technicians");
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void knowsTheTerritoryOfAPlace() {
    var id = territory("Island", 10, 20);
    assertThat(people.territoryAt(new Coordinates(10.5, 20.5)).orElseThrow().id())
        .isEqualTo(UUID.fromString(id));
    assertThat(people.territoryAt(new Coordinates(-10, 20))).isEmpty();
    var read = office.get("/api/territories?size=200");
    assertThat(read.body().at("/items").toString()).contains("\"lat\":10.0");
  }

  @Test
  void refusesTwoShiftsAtOnce() {
    var technician = technician("Dora Shift", "");
    assertThat(shift(technician, "2026-11-23T07:00:00Z", "2026-11-23T15:00:00Z").status())
        .isEqualTo(201);
    assertThat(shift(technician, "2026-11-23T15:00:00Z", "2026-11-23T17:00:00Z").status())
        .isEqualTo(201);
    var overlapping = shift(technician, "2026-11-23T14:59:00Z", "2026-11-23T15:30:00Z");
    assertThat(overlapping.status()).isEqualTo(409);
    assertThat(overlapping.at("/code")).isEqualTo("shift-overlap");
    assertThat(
            shift(technician, "2026-11-24T00:00:00Z", "2026-11-24T16:01:00Z").at("/errors/0/field"))
        .isEqualTo("end");
    assertThat(
            shift(technician, "2026-11-24T08:00:00Z", "2026-11-24T07:00:00Z").at("/errors/0/field"))
        .isEqualTo("end");
    assertThat(
            shift(technician, "1026-11-24T08:00:00Z", "2026-11-24T07:00:00Z").at("/errors/0/field"))
        .isEqualTo("start");
  }

  @Test
  void refusesTwoShiftsAtOnceAlsoWhenWrittenAtTheSameMoment() throws Exception {
    var technician = technician("Emil Race", "");
    Callable<Integer> add =
        () -> shift(technician, "2026-11-25T07:00:00Z", "2026-11-25T15:00:00Z").status();
    try (var pool = Executors.newFixedThreadPool(4)) {
      var statuses =
          pool.invokeAll(Collections.nCopies(8, add)).stream().map(Future::resultNow).toList();
      assertThat(statuses).containsOnlyOnce(201);
      assertThat(Collections.frequency(statuses, 409)).isEqualTo(7);
    }
  }

  @Test
  void fillsAWorkingWeekAroundTheShiftsThatAreThere() {
    var technician = technician("Fritz Week", "");
    shift(technician, "2026-03-30T05:00:00Z", "2026-03-30T09:00:00Z");
    var week =
        """
        {'from': '2026-03-27', 'to': '2026-03-31', 'days': ['MONDAY', 'TUESDAY', 'FRIDAY'],
         'start': '07:00', 'end': '15:30'}
        """;
    var made = office.post(week, "/api/technicians/{id}/work-week", technician);
    assertThat(made.at("/created")).as(made.body().toString()).isEqualTo("2");
    assertThat(office.post(week, "/api/technicians/{id}/work-week", technician).at("/created"))
        .isEqualTo("0");
    var shifts =
        office.get("/api/shifts?from=2026-03-27&to=2026-03-31&technicianId={id}", technician);
    assertThat(shifts.at("/items/0/start")).isEqualTo("2026-03-27T06:00:00Z");
    assertThat(shifts.at("/items/1/end")).isEqualTo("2026-03-30T09:00:00Z");
    assertThat(shifts.at("/items/2/start")).isEqualTo("2026-03-31T05:00:00Z");
    assertThat(shifts.body().get("items")).hasSize(3);
  }

  @Test
  void movesAndRemovesShifts() {
    var technician = technician("Gerda Move", "");
    var shift = shift(technician, "2026-12-01T07:00:00Z", "2026-12-01T15:00:00Z");
    var moved =
        office.put(
            shiftBody("'version': 0, ", technician, "2026-12-01T08:00:00Z", "2026-12-01T16:00:00Z"),
            "/api/shifts/{id}",
            shift.id());
    assertThat(moved.at("/end")).as(moved.body().toString()).isEqualTo("2026-12-01T16:00:00Z");
    assertThat(office.delete("/api/shifts/{id}", shift.id()).status()).isEqualTo(204);
    assertThat(office.delete("/api/shifts/{id}", shift.id()).status()).isEqualTo(404);
  }

  @Test
  void keepsAbsencesThatTouchTheDaysAskedFor() {
    var technician = technician("Hans Away", "");
    var made =
        office.post(
            """
            {'technicianId': '%s', 'start': '2026-12-23T23:00:00Z', 'end': '2027-01-02T23:00:00Z',
             'reason': 'HOLIDAY', 'note': 'Grüße aus Malmö'}
            """
                .formatted(technician),
            "/api/absences");
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(office.get("/api/absences?from=2026-12-28&to=2026-12-28").at("/items/0/note"))
        .isEqualTo("Grüße aus Malmö");
    assertThat(office.get("/api/absences?from=2027-01-03&to=2027-01-03").body().get("items"))
        .isEmpty();
    assertThat(office.delete("/api/absences/{id}", made.id()).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "'from=2026-12-28', to",
    "'from=2026-12-28&to=2026-12-27', to",
    "'from=2026-01-01&to=2026-12-31', to",
    "'from=yesterday&to=2026-12-31', from",
    "'from=1826-01-01&to=2026-01-02', from",
  })
  void namesTheDayThatIsWrong(String query, String field) {
    var answer = office.get("/api/shifts?" + query);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  private Office.Answer shift(String technician, String start, String end) {
    return office.post(shiftBody("", technician, start, end), "/api/shifts");
  }

  private static String shiftBody(String version, String technician, String start, String end) {
    return "{%s'technicianId': '%s', 'start': '%s', 'end': '%s'}"
        .formatted(version, technician, start, end);
  }

  private String technician(String name, String more) {
    return post("/api/technicians", technicianBody(name, more));
  }

  private static String technicianBody(String name, String more) {
    return "{'name': '%s', 'color': '#000000', 'home': {'lat': 53, 'lon': 13}%s}"
        .formatted(name, more);
  }

  private String territory(String name, int south, int west) {
    return post(
        "/api/territories",
        """
        {'name': '%s', 'color': '#00ff00', 'boundary': [{'lat': %d, 'lon': %d},
         {'lat': %d, 'lon': %d}, {'lat': %d, 'lon': %d}, {'lat': %d, 'lon': %d}]}
        """
            .formatted(name, south, west, south, west + 1, south + 1, west + 1, south + 1, west));
  }

  private String post(String path, String body) {
    var made = office.post(body, path);
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    return made.id();
  }
}
