package io.trasa.planning;

import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who visits whom in which order: what is kept of a plan to be laid on its problem when that is
 * built anew. Times follow from it.
 *
 * @param days by the technician's day
 */
record KeptRoutes(Map<String, List<Place>> days) {

  /**
   * @param stop the stop's id
   * @param agreedStart in the horizon's seconds, where others wait for it; null if nobody does
   */
  record Place(String stop, @Nullable Integer agreedStart) {}

  static KeptRoutes of(RoutePlan plan) {
    var days = new LinkedHashMap<String, List<Place>>();
    for (TechnicianDay day : plan.getDays()) {
      days.put(
          day.getId(),
          day.getStops().stream().map(s -> new Place(s.getId(), s.getAgreedStart())).toList());
    }
    return new KeptRoutes(days);
  }

  /** Without the times at which crews agreed to start. */
  static KeptRoutes of(List<PlannedRoute> routes) {
    return of(routes, visit -> null);
  }

  /** With the times at which crews agreed to start. */
  static KeptRoutes of(List<PlannedRoute> routes, Horizon horizon) {
    Map<UUID, Long> parts =
        routes.stream()
            .flatMap(route -> route.visits().stream())
            .collect(Collectors.groupingBy(PlannedVisit::visitId, Collectors.counting()));
    return of(
        routes,
        visit ->
            parts.getOrDefault(visit.visitId(), 1L) > 1 ? horizon.seconds(visit.startsAt()) : null);
  }

  private static KeptRoutes of(
      List<PlannedRoute> routes, Function<PlannedVisit, @Nullable Integer> agreed) {
    var days = new LinkedHashMap<String, List<Place>>();
    for (PlannedRoute route : routes) {
      String day = route.technicianId() + "@" + route.day();
      List<PlannedVisit> visits = route.visits();
      var places = new ArrayList<Place>();
      for (int i = 0; i <= visits.size(); i++) {
        places.addAll(between(route, day, i));
        if (i < visits.size()) {
          PlannedVisit visit = visits.get(i);
          places.add(new Place(visit.visitId() + "/" + visit.member(), agreed.apply(visit)));
        }
      }
      days.put(day, places);
    }
    return new KeptRoutes(days);
  }

  /** The breaks and the call after so many visits, as they follow one another. */
  private static List<Place> between(PlannedRoute route, String day, int visits) {
    var starts = new TreeMap<Instant, String>();
    for (PlannedBreak pause : route.breaks()) {
      if (pause.afterVisits() == visits) {
        starts.put(pause.startsAt(), Stop.breakId(day, pause.number()));
      }
    }
    PlannedCall call = route.call();
    if (call != null && call.afterVisits() == visits) {
      starts.put(call.startsAt(), Stop.callId(day));
    }
    return starts.values().stream().map(stop -> new Place(stop, null)).toList();
  }

  /** The same, but for the days that the other has too. */
  KeptRoutes with(KeptRoutes other) {
    var all = new LinkedHashMap<>(days);
    all.putAll(other.days);
    return new KeptRoutes(all);
  }

  /**
   * Puts the plan's stops on these routes and on no others. Pinned stops are on their days already
   * and stay there; what the problem has no more is passed over, what is new in it stays out.
   */
  void layOn(RoutePlan plan) {
    Map<String, Stop> free = new HashMap<>();
    plan.getStops().forEach(stop -> free.put(stop.getId(), stop));
    for (TechnicianDay day : plan.getDays()) {
      day.getStops().stream().filter(Stop::isPinned).forEach(stop -> free.remove(stop.getId()));
    }
    free.values().forEach(stop -> stop.setDay(null));
    for (TechnicianDay day : plan.getDays()) {
      List<Place> places = days.get(day.getId());
      layOn(day, places == null ? List.of() : places, free);
    }
  }

  private static void layOn(TechnicianDay day, List<Place> places, Map<String, Stop> free) {
    Map<String, Stop> pinned = new LinkedHashMap<>();
    day.getStops().stream().filter(Stop::isPinned).forEach(stop -> pinned.put(stop.getId(), stop));
    var placed = new ArrayList<Stop>();
    for (Place place : places) {
      Stop stop = pinned.remove(place.stop());
      if (stop == null) {
        stop = free.remove(place.stop());
        if (stop != null) {
          stop.setAgreedStart(place.agreedStart());
        }
      }
      if (stop != null) {
        placed.add(stop);
      }
    }
    // What was pinned there after these routes were kept, by its time.
    for (Stop stop : pinned.values()) {
      int at = 0;
      while (at < placed.size() && isBefore(placed.get(at), stop)) {
        at++;
      }
      placed.add(at, stop);
    }
    day.setStops(placed);
  }

  private static boolean isBefore(Stop placed, Stop pinned) {
    Pin first = placed.pin();
    Pin second = pinned.pin();
    return first == null || second == null || first.start() <= second.start();
  }
}
