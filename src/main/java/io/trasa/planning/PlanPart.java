package io.trasa.planning;

import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Some days of a plan that are searched by themselves. What is tied to the rest of the plan stays
 * as it is meanwhile, so whatever a part gains, the plan gains too.
 *
 * @param routes of its days, to begin with
 * @param out ids of stops without a place that may get one there
 * @param fixed starts of the stops that others elsewhere are tied to, in the horizon's seconds, by
 *     id
 */
record PlanPart(KeptRoutes routes, Set<String> out, Map<String, Integer> fixed) {

  /** Makes a plan of its own of it, with days and stops of the whole, which is of no use then. */
  RoutePlan cutFrom(RoutePlan whole) {
    routes.layOn(whole);
    List<TechnicianDay> days =
        whole.getDays().stream().filter(day -> routes.days().containsKey(day.getId())).toList();
    Set<String> ids = days.stream().map(TechnicianDay::getId).collect(Collectors.toSet());
    var onRoutes = new HashMap<String, TechnicianDay>();
    days.forEach(day -> day.getStops().forEach(stop -> onRoutes.put(stop.getId(), day)));
    var pinned = new HashMap<String, Stop>();
    var stops = new ArrayList<Stop>();
    for (Stop stop : whole.getStops()) {
      TechnicianDay day = onRoutes.get(stop.getId());
      Integer start = fixed.get(stop.getId());
      if (day != null && start != null && !stop.isPinned()) {
        Stop held = pinned(stop, new Pin(day.technician(), start));
        pinned.put(stop.getId(), held);
        stops.add(held);
      } else if (day != null
          || (stop.isVisit() ? out.contains(stop.getId()) : ids.contains(stop.ownDay()))) {
        stops.add(stop);
      }
    }
    for (TechnicianDay day : days) {
      day.setStops(
          new ArrayList<>(
              day.getStops().stream().map(s -> pinned.getOrDefault(s.getId(), s)).toList()));
    }
    var part = new RoutePlan(days, List.copyOf(stops), whole.getWeights());
    part.setDependencies(within(whole.getDependencies(), stops));
    part.setWarm(true);
    return part;
  }

  private static Stop pinned(Stop stop, Pin pin) {
    var pinned = new Stop(stop.facts().pinned(pin));
    // In the joined plan too, where it is not pinned.
    pinned.setAgreedStart(pin.start());
    return pinned;
  }

  private static List<Dependency> within(List<Dependency> dependencies, List<Stop> stops) {
    Set<UUID> visits = stops.stream().map(Stop::visit).collect(Collectors.toSet());
    return dependencies.stream()
        .filter(d -> visits.contains(d.before()) && visits.contains(d.after()))
        .toList();
  }
}
