package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.testkit.TrasaIT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Another system sends problems over HTTP, as docs/engine-api.md tells. */
@TrasaIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenProblemIT {

  private static final Path EXAMPLES = Path.of("docs/engine-api");
  private static final String PROBLEMS = "/api/engine/problems";
  private static final String VROOM = "/api/engine/vroom";
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired private UserService users;
  @LocalServerPort private int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String one = "program " + UUID.randomUUID();
  private final String other = "program " + UUID.randomUUID();

  @BeforeAll
  void open() {
    for (String name : List.of(one, other)) {
      users.create(
          name,
          "a long password",
          new UserService.Profile(name, Set.of(Role.DISPATCHER), "en", null));
    }
  }

  @AfterAll
  void close() {
    http.close();
  }

  @Test
  void theExampleIsSolvedAsTheDocumentationSays() throws Exception {
    var done = solve(example("problem.json"));
    assertThat(done.get("state").asString()).isEqualTo("DONE");
    assertIsSolution("plan.json", done.get("plan"));
  }

  @Test
  void theVroomExampleIsSolvedAsTheDocumentationSays() throws Exception {
    var answer = JSON.readTree(send("POST", VROOM, one, example("vroom.json")).body());
    ((ObjectNode) answer.get("summary")).remove("computing_times");
    assertIsSolution("vroom-plan.json", answer);
  }

  @Test
  void vroomsPlansKeepWhatTheProblemSays() throws Exception {
    var problem = randomVroom(new Random(11), 40, 5);
    var answer = JSON.readTree(send("POST", VROOM, one, problem.toString()).body());
    assertThat(answer.get("code").asInt()).isZero();
    var done = new ArrayList<Long>();
    for (var route : answer.get("routes")) {
      var vehicle = problem.get("vehicles").get(route.get("vehicle").asInt() - 1);
      int carried = 0;
      int at = vehicle.get("start_index").asInt();
      long clock = route.at("/steps/0/arrival").asLong();
      assertThat(clock).isGreaterThanOrEqualTo(vehicle.at("/time_window/0").asLong());
      for (var step : route.get("steps")) {
        if (step.get("type").asString().equals("break")) {
          assertThat(step.get("arrival").asLong() + step.get("waiting_time").asLong())
              .isBetween(
                  vehicle.at("/breaks/0/time_windows/0/0").asLong(),
                  vehicle.at("/breaks/0/time_windows/0/1").asLong());
          clock = left(step);
        } else if (step.get("type").asString().equals("job")) {
          var job = problem.get("jobs").get(step.get("id").asInt() - 1);
          int to = job.get("location_index").asInt();
          assertThat(step.get("arrival").asLong())
              .isGreaterThanOrEqualTo(
                  clock + problem.at("/matrices/car/durations").get(at).get(to).asLong());
          long start = step.get("arrival").asLong() + step.get("waiting_time").asLong();
          assertThat(start)
              .isBetween(
                  job.at("/time_windows/0/0").asLong(), job.at("/time_windows/0/1").asLong());
          assertThat(vehicle.get("skills").toString()).contains(job.at("/skills/0").toString());
          carried += job.at("/delivery/0").asInt();
          done.add(step.get("id").asLong());
          clock = left(step);
          at = to;
        }
      }
      assertThat(carried).isLessThanOrEqualTo(vehicle.at("/capacity/0").asInt());
      assertThat(route.at("/delivery/0").asInt()).isEqualTo(carried);
      assertThat(route.get("steps").get(route.get("steps").size() - 1).get("arrival").asLong())
          .isLessThanOrEqualTo(vehicle.at("/time_window/1").asLong());
    }
    answer.get("unassigned").forEach(left -> done.add(left.get("id").asLong()));
    assertThat(done).doesNotHaveDuplicates().hasSize(40);
  }

  private static long left(JsonNode step) {
    return step.get("arrival").asLong()
        + step.get("waiting_time").asLong()
        + step.get("service").asLong();
  }

  @Test
  void solvesOnTheRoadsAndIsStopped() throws Exception {
    var started =
        json(
            send(
                "POST",
                PROBLEMS,
                one,
                """
                {"technicians": [{"id": "a", "start": {"lat": 53.557, "lon": 13.261}, "shifts":
                 [{"time": {"from": "2027-03-01T07:00:00Z", "to": "2027-03-01T15:00:00Z"}}]}],
                 "visits": [{"id": "v", "place": {"lat": 53.565, "lon": 13.28}, "seconds": 600}],
                 "seconds": 600}
                """));
    String path = PROBLEMS + "/" + started.get("id").asString();
    Awaitility.await()
        .until(
            () ->
                json(send("GET", path, one, "")).has("plan")
                    && !json(send("GET", path, one, "")).get("plan").isNull());
    assertThat(send("GET", path, other, "").statusCode()).isEqualTo(404);
    send("POST", path + "/stop", one, "");
    var stopped = await(path);
    assertThat(stopped.get("state").asString()).isEqualTo("STOPPED");
    assertThat(stopped.at("/plan/routes/0/steps/0/driveMetres").asInt()).isGreaterThan(1000);
    assertThat(stopped.at("/plan/routes/0/driveHomeSeconds").asInt())
        .as("the day ends with the last visit")
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /technicians              | []                | technicians
          /technicians/1/id         | "anna"            | technicians[1].id
          /visits/0/seconds         | -2000000000       | visits[0].seconds
          /visits/1/after/0/visit   | "nothing"         | visits[1].after
          /visits/0/place           | {"index": 99}     | visits[0].place.index
          /visits/0/place           | null              | visits[0].place
          /visits/0/windows/0/to    | "2020-01-01T00:00:00Z" | visits[0].windows[0].to
          /visits/0/crew            | 99                | visits[0].crew
          /matrices/road/seconds/3  | [1]               | matrices.road.seconds[3]
          /matrices/road/metres/3/1 | -7                | matrices.road.metres[3][1]
          /policy/TRAVEL            | -1                | policy.TRAVEL
          /seconds                  | 100000            | seconds
          """)
  void namesTheFieldThatCannotBeTaken(String pointer, String value, String field) throws Exception {
    assertRefused(PROBLEMS, "problem.json", pointer, value, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /shipments                | [{"pickup": 1}]   | shipments
          /jobs/0/setup             | 60                | jobs[0].setup
          /jobs/0/pickup            | [1]               | jobs.pickup beside jobs.delivery
          /jobs/0/location_index    | null              | jobs[0].location
          /jobs/0/priority          | 101               | jobs[0].priority
          /vehicles/0/max_distance  | 1000              | vehicles[0].max_distance
          /vehicles/0/costs         | {"fixed": 7}      | vehicles[0].costs.fixed
          /vehicles/0/time_window   | [1]               | vehicles[0].time_window
          /options                  | {"g": true}       | options.g
          """)
  void saysByNameWhatOfVroomIsNotServed(String pointer, String value, String field)
      throws Exception {
    assertRefused(VROOM, "vroom.json", pointer, value, field);
  }

  @Test
  void asksForTheRightPassword() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + VROOM))
            .header("Authorization", basic(one, "a wrong password"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"));
    var answer = http.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).as("no browser asks").isEmpty();
  }

  private void assertRefused(
      String path, String example, String pointer, String value, String field) throws Exception {
    var problem = JSON.readTree(example(example));
    int last = pointer.lastIndexOf('/');
    var parent = problem.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1);
    if (parent instanceof ObjectNode object) {
      object.set(name, JSON.readTree(value));
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(name), JSON.readTree(value));
    }
    var answer = send("POST", path, one, problem.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo(field);
  }

  private JsonNode solve(String problem) throws Exception {
    var started = send("POST", PROBLEMS, one, problem);
    assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
    return await(PROBLEMS + "/" + json(started).get("id").asString());
  }

  private JsonNode await(String path) throws Exception {
    Awaitility.await()
        .until(
            () ->
                !Set.of("QUEUED", "RUNNING")
                    .contains(json(send("GET", path, one, "")).get("state").asString()));
    return json(send("GET", path, one, ""));
  }

  private HttpResponse<String> send(String method, String path, String name, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", basic(name, "a long password"))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String basic(String name, String password) {
    byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private static String example(String name) throws IOException {
    return Files.readString(EXAMPLES.resolve(name));
  }

  /**
   * As good as the one in the documentation; another of the same cost may do as well. With
   * -Dengine-api.write=true it is written anew.
   */
  private static void assertIsSolution(String file, JsonNode solution) throws IOException {
    if (Boolean.getBoolean("engine-api.write")) {
      Files.writeString(EXAMPLES.resolve(file), solution.toPrettyString() + "\n");
    }
    var expected = JSON.readTree(example(file));
    for (String field : List.of("cost", "broken", "points", "faults", "unplanned", "unassigned")) {
      assertThat(solution.get(field)).as(field).isEqualTo(expected.get(field));
    }
    assertThat(solution.at("/summary/cost")).isEqualTo(expected.at("/summary/cost"));
    assertThat(solution.get("routes")).hasSameSizeAs(expected.get("routes"));
  }

  private static ObjectNode randomVroom(Random random, int jobs, int vehicles) {
    var problem = JSON.createObjectNode();
    int places = jobs + 1;
    var durations = problem.putObject("matrices").putObject("car").putArray("durations");
    int[] x = random.ints(places, 0, 3600).toArray();
    int[] y = random.ints(places, 0, 3600).toArray();
    for (int i = 0; i < places; i++) {
      var row = durations.addArray();
      for (int j = 0; j < places; j++) {
        row.add((int) Math.ceil(Math.hypot(x[i] - x[j], y[i] - y[j])));
      }
    }
    var all = problem.putArray("vehicles");
    for (int i = 1; i <= vehicles; i++) {
      var vehicle = all.addObject().put("id", i).put("start_index", 0).put("end_index", 0);
      vehicle.putArray("capacity").add(20);
      vehicle.putArray("skills").add(1).add(i % 2 == 0 ? 2 : 3);
      vehicle.putArray("time_window").add(28_800).add(64_800);
      var pause = vehicle.putArray("breaks").addObject().put("id", i).put("service", 1800);
      pause.putArray("time_windows").addArray().add(39_600).add(45_000);
    }
    var each = problem.putArray("jobs");
    for (int i = 1; i <= jobs; i++) {
      var job = each.addObject().put("id", i).put("location_index", i).put("service", 900);
      job.putArray("delivery").add(random.nextInt(1, 5));
      job.putArray("skills").add(random.nextInt(1, 4));
      int from = random.nextInt(28_800, 57_600);
      job.putArray("time_windows").addArray().add(from).add(from + 7_200);
    }
    return problem;
  }
}
