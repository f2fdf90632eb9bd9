package io.trasa.routing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.routing.RoadsForTests;
import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.TrasaIT;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class RouteControllersIT {

  @Autowired private WebApplicationContext context;
  private Office office;

  @BeforeEach
  void sitDown() {
    office = new Office(context, Role.DISPATCHER);
  }

  @Test
  void drawsTheWaysOfAWholeDayAtOnce() {
    String routes = IntStream.range(0, 15).mapToObj(this::route).collect(Collectors.joining(","));
    var drawn = office.post("{'routes': [%s]}".formatted(routes), "/api/routes");
    assertThat(drawn.status()).as(drawn.body().toString()).isEqualTo(200);
    assertThat(drawn.body().get("routes")).hasSize(15);
    for (var route : drawn.body().get("routes")) {
      assertThat(route.get("legs")).hasSize(11);
      assertThat(route.get("legs").get(10).isNull()).isTrue();
      int metres = 0;
      for (int leg = 0; leg < 10; leg++) {
        assertThat(route.get("legs").get(leg).get("seconds").asInt()).isBetween(0, 7200);
        metres += route.get("legs").get(leg).get("metres").asInt();
        assertThat(route.get("legs").get(leg).get("polyline").asString()).isNotEmpty();
      }
      assertThat(metres).isGreaterThan(5_000);
    }
  }

  @Test
  void refusesRoutesWithoutSense() {
    assertThat(office.post("{'routes': []}", "/api/routes").status()).isEqualTo(400);
    assertThat(office.post("{'routes': [{'stops': []}]}", "/api/routes").status()).isEqualTo(400);
    var rocket = "{'routes': [{'vehicle': 'ROCKET', 'stops': [{'lat': 53, 'lon': 13}]}]}";
    assertThat(office.post(rocket, "/api/routes").status()).isEqualTo(400);
    String tooMany =
        IntStream.range(0, 500)
            .mapToObj(i -> "{'stops': [%s]}".formatted(stops(12, 1)))
            .collect(Collectors.joining(","));
    var refused = office.post("{'routes': [%s]}".formatted(tooMany), "/api/routes");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/errors/0/field")).isEqualTo("routes");
  }

  @Test
  void keepsSpeedProfiles() {
    var made =
        office.post(
            """
            {'name': 'Morning', 'percent': 125, 'from': '07:00', 'to': '09:00',
             'days': ['MONDAY', 'FRIDAY']}
            """,
            "/api/speed-profiles");
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(made.body().get("days")).hasSize(2);
    var change =
        """
        {'version': 0, 'name': 'Morning', 'percent': 110, 'from': '06:30', 'to': '09:00',
         'days': ['MONDAY']}
        """;
    var changed = office.put(change, "/api/speed-profiles/{id}", made.id());
    assertThat(changed.at("/percent")).isEqualTo("110");
    assertThat(office.put(change, "/api/speed-profiles/{id}", made.id()).status()).isEqualTo(409);
    assertThat(office.get("/api/speed-profiles").at("/items/0/from")).startsWith("06:30");

    var backwards =
        office.post(
            "{'name': 'B', 'percent': 125, 'from': '09:00', 'to': '07:00', 'days': ['MONDAY']}",
            "/api/speed-profiles");
    assertThat(backwards.status()).isEqualTo(400);
    assertThat(backwards.at("/errors/0/field")).isEqualTo("to");
    var twice = change.replace("'version': 0,", "");
    assertThat(office.post(twice, "/api/speed-profiles").status()).isEqualTo(409);
    var beyond = twice.replace("110", "401").replace("Morning", "C");
    assertThat(office.post(beyond, "/api/speed-profiles").status()).isEqualTo(400);
    assertThat(office.delete("/api/speed-profiles/{id}", made.id()).status()).isEqualTo(204);
  }

  /** Ten stops near the town and one in the sea. */
  private String route(int number) {
    return "{'stops': [%s, {'lat': 54.6, 'lon': 14.0}]}".formatted(stops(11, number));
  }

  private static String stops(int count, int seed) {
    return RoadsForTests.places(count, seed).stream()
        .map(place -> "{'lat': %s, 'lon': %s}".formatted(place.lat(), place.lon()))
        .collect(Collectors.joining(","));
  }
}
