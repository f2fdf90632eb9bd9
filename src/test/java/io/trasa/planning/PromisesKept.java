package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Checks a board's routes against every hard rule, from the board alone and without the engine. */
final class PromisesKept {

  private final Map<String, JsonNode> visits = new HashMap<>();
  private final Map<String, List<String>> starts = new HashMap<>();
  private final Map<String, List<String>> technicians = new HashMap<>();

  private PromisesKept(JsonNode board) {
    board.get("visits").forEach(visit -> visits.put(visit.get("id").asString(), visit));
    for (var technician : board.get("technicians")) {
      for (var day : technician.get("days")) {
        if (!day.get("route").isNull()) {
          route(technician, day);
        }
      }
    }
    starts.forEach(this::crew);
  }

  static void on(JsonNode board) {
    assertThat(new PromisesKept(board).starts).isNotEmpty();
  }

  private void route(JsonNode technician, JsonNode day) {
    var route = day.get("route");
    var shift = day.get("shifts").get(0);
    assertThat(time(route, "depart")).isAfterOrEqualTo(time(shift, "start"));
    Instant free = time(route, "depart");
    for (var stop : route.get("stops")) {
      var visit = Objects.requireNonNull(visits.get(stop.get("visitId").asString()));
      for (var pause : route.get("breaks")) {
        boolean between =
            !time(pause, "start").isBefore(free)
                && !time(pause, "end").isAfter(time(stop, "arrival"));
        free = between ? time(pause, "end") : free;
      }
      assertThat(time(stop, "arrival"))
          .isEqualTo(free.plusSeconds(stop.get("driveSeconds").asInt()));
      assertThat(time(stop, "start")).isAfterOrEqualTo(time(stop, "arrival"));
      free = time(stop, "start").plusSeconds(60 * visit.get("durationMinutes").asLong());
      assertThat(time(stop, "end")).isEqualTo(free);
      assertThat(stop.get("findings")).isEmpty();
      stop(technician, day, stop, visit);
    }
    assertThat(time(route, "arriveHome"))
        .isEqualTo(free.plusSeconds(route.get("returnDriveSeconds").asInt()))
        .isBeforeOrEqualTo(time(shift, "end"));
  }

  private void stop(JsonNode technician, JsonNode day, JsonNode stop, JsonNode visit) {
    var id = visit.get("id").asString();
    var start = time(stop, "start");
    starts.computeIfAbsent(id, v -> new ArrayList<>()).add(stop.get("start").asString());
    technicians.computeIfAbsent(id, v -> new ArrayList<>()).add(technician.get("id").asString());
    if (!visit.get("windows").isEmpty()) {
      assertThat(visit.get("windows"))
          .anyMatch(w -> !start.isBefore(time(w, "start")) && !start.isAfter(time(w, "end")));
    }
    for (var needed : visit.get("skills")) {
      assertThat(technician.get("skills"))
          .anyMatch(
              has ->
                  has.get("skillId").equals(needed.get("skillId"))
                      && has.get("level").asInt() >= needed.get("level").asInt());
    }
    var territories = technician.get("territoryIds");
    if (!territories.isEmpty()) {
      assertThat(StreamSupport.stream(territories.spliterator(), false))
          .contains(visit.get("territoryId"));
    }
    for (var absence : day.get("absences")) {
      boolean apart =
          !time(stop, "end").isAfter(time(absence, "start"))
              || !start.isBefore(time(absence, "end"));
      assertThat(apart).as("%s meets %s", stop, absence).isTrue();
    }
  }

  private void crew(String visit, List<String> times) {
    var known = visits.get(visit);
    int size = known == null ? 0 : known.get("crewSize").asInt();
    assertThat(times).hasSize(size).containsOnly(times.getFirst());
    assertThat(technicians.get(visit)).doesNotHaveDuplicates();
  }

  private static Instant time(JsonNode node, String field) {
    return Instant.parse(node.get(field).asString());
  }
}
