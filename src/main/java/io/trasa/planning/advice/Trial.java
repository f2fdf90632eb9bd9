package io.trasa.planning.advice;

import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.rules.Amounts;
import io.trasa.planning.rules.Explainer;
import io.trasa.planning.rules.Finding;
import io.trasa.planning.rules.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that is tried: stops taken out, put in, known otherwise, on copied routes; what stands
 * is left alone. Days that are tied to the changed ones by crews or by visits that wait are timed
 * anew with them. Of one thread.
 */
public final class Trial {

  private final Standing standing;
  private final SortedMap<Integer, List<Stop>> routes = new TreeMap<>();
  private final Map<Integer, TechnicianDay> days = new HashMap<>();

  /** Stops that were touched, by id, as they are known now. */
  private final Map<String, Stop> touched = new LinkedHashMap<>();

  /** By id: the earliest start of a stop, whatever its windows say. */
  private final Map<String, Integer> notBefore = new HashMap<>();

  /** Those that are known otherwise by now, or not at all. */
  private final Map<Dependency, Optional<Dependency>> waits = new HashMap<>();

  /** By id: when a stop that hangs on others begins, as far as was found out. */
  private final Map<String, Integer> agreed = new HashMap<>();

  Trial(Standing standing) {
    this.standing = standing;
  }

  /** The same change so far, to go on from in another direction. */
  public Trial copy() {
    var copy = new Trial(standing);
    routes.forEach((day, stops) -> copy.routes.put(day, new ArrayList<>(stops)));
    copy.days.putAll(days);
    copy.touched.putAll(touched);
    copy.notBefore.putAll(notBefore);
    copy.waits.putAll(waits);
    return copy;
  }

  /** Takes a stop off its route; one on none stays so. */
  public Trial remove(Stop stop) {
    Standing.Place place = place(stop);
    if (place != null) {
      Stop out = route(place.day()).remove(place.position());
      touched.put(out.getId(), out);
    }
    return this;
  }

  /**
   * Puts a stop, known to the plan or not, into a route; it must be on none.
   *
   * @param position index on the route as it is then
   */
  public Trial insert(Stop stop, int day, int position) {
    touched.put(stop.getId(), stop);
    route(day).add(position, stop);
    return this;
  }

  /** Lets a stop start no sooner, whatever its windows say. */
  public Trial notBefore(Stop stop, int start) {
    notBefore.put(stop.getId(), start);
    return this;
  }

  /** From now on the stop is known to be this one, wherever it stands. */
  public Trial know(Stop stop) {
    Standing.Place place = place(stop);
    if (place != null) {
      route(place.day()).set(place.position(), stop);
    }
    touched.put(stop.getId(), stop);
    return this;
  }

  /** From now on the day is known to be that one. */
  public Trial know(int day, TechnicianDay.Facts facts) {
    route(day);
    days.put(day, new TechnicianDay(facts));
    return this;
  }

  /** From now on a visit waits like that for another one, or no longer at all. */
  Trial know(Dependency wait, @Nullable Dependency now) {
    Dependency asItWas =
        waits.entrySet().stream()
            .filter(known -> known.getValue().filter(wait::equals).isPresent())
            .map(Map.Entry::getKey)
            .findAny()
            .orElse(wait);
    waits.put(asItWas, Optional.ofNullable(now));
    return this;
  }

  /** Which of these visits wait for which, and who waits for them, as it is known by now. */
  List<Dependency> dependencies(Set<UUID> visits) {
    return standing.dependencies(visits).stream()
        .flatMap(wait -> waits.getOrDefault(wait, Optional.of(wait)).stream())
        .toList();
  }

  /** The stop as it is known by now. */
  public Stop known(Stop stop) {
    return touched.getOrDefault(stop.getId(), stop);
  }

  public TechnicianDay day(int day) {
    return days.getOrDefault(day, standing.route(day).day());
  }

  /** The stops of a day as far as the change got. */
  public List<Stop> stops(int day) {
    List<Stop> changed = routes.get(day);
    return changed == null ? standing.route(day).stops() : List.copyOf(changed);
  }

  /** Where a stop stands by now, or null if on no route. */
  public Standing.@Nullable Place place(Stop stop) {
    Standing.Place before = standing.placeOf(stop.getId());
    if (before != null && !routes.containsKey(before.day())) {
      return before;
    }
    for (var route : routes.entrySet()) {
      for (int i = 0; i < route.getValue().size(); i++) {
        if (route.getValue().get(i).getId().equals(stop.getId())) {
          return new Standing.Place(route.getKey(), i);
        }
      }
    }
    return null;
  }

  private List<Stop> route(int day) {
    return routes.computeIfAbsent(day, d -> new ArrayList<>(standing.route(d).stops()));
  }

  /** Breaks and calls of the changed days give way as {@link #outcome} lets them. */
  void seat() {
    if (hasPauses()) {
      routes.putAll(seated().trial().routes);
    }
  }

  private boolean hasPauses() {
    return routes.keySet().stream().anyMatch(day -> !standing.ofDay(day).isEmpty());
  }

  /** Breaks and calls of the changed days give way; see {@link Seats}. */
  private void takeSeats() {
    routes.replaceAll(
        (day, stops) -> {
          List<Stop> breaks = standing.breaks(day).stream().map(this::known).toList();
          Stop call = standing.call(day);
          return breaks.isEmpty() && call == null ? stops : seated(day(day), stops, breaks, call);
        });
  }

  private List<Stop> seated(
      TechnicianDay day, List<Stop> stops, List<Stop> breaks, @Nullable Stop call) {
    var known = new HashMap<String, Stop>();
    breaks.forEach(stop -> known.put(stop.getId(), stop));
    if (call != null) {
      known.put(call.getId(), call);
    }
    stops.forEach(stop -> known.put(stop.getId(), stop));
    List<Stop> timed = stops.stream().map(this::timed).toList();
    var seated = new ArrayList<Stop>();
    Seats.seated(day, timed, breaks, call)
        .forEach(stop -> seated.add(known.getOrDefault(stop.getId(), stop)));
    return seated;
  }

  /**
   * A stop while places are sought: what may not start sooner is put off, what stood waits as long
   * as it did.
   */
  private Stop timed(Stop stop) {
    Stop timed = copy(stop);
    Standing.Place before = standing.placeOf(stop.getId());
    if (agreed.containsKey(stop.getId())) {
      timed.setAgreedStart(agreed.get(stop.getId()));
    } else if (before != null && timed.getAgreedStart() == null) {
      Stop stood = standing.route(before.day()).stops().get(before.position());
      timed.setAgreedStart(stood.getAgreedStart());
    }
    return timed;
  }

  /**
   * The index on the route before which so many of its visits come: places are counted in visits by
   * those who see no breaks in a route.
   */
  public int afterVisits(int day, int visits) {
    List<Stop> stops = stops(day);
    int seen = 0;
    int index = 0;
    while (seen < visits && index < stops.size()) {
      seen += stops.get(index).isVisit() && !stops.get(index).isHeld() ? 1 : 0;
      index++;
    }
    return index;
  }

  /**
   * Measures the change, with breaks and calls where they fit best then. O(stops of the changed
   * days and of those tied to them).
   */
  public Outcome outcome() {
    if (!hasPauses()) {
      return measured();
    }
    Seated best = seated();
    routes.putAll(best.trial().routes);
    return best.outcome();
  }

  private record Seated(Trial trial, Outcome outcome) {}

  private Seated seated() {
    Seated first = seated(Map.of());
    Map<String, Integer> starts = starts(first.outcome());
    if (first.outcome().keepsHardRules() || starts.isEmpty()) {
      return first;
    }
    // Breaks may stand in the way of when others can be there, which is known only now.
    Seated second = seated(starts);
    return hard(second.outcome()) < hard(first.outcome()) ? second : first;
  }

  private Seated seated(Map<String, Integer> starts) {
    Trial trial = copy();
    trial.agreed.putAll(starts);
    trial.takeSeats();
    return new Seated(trial, trial.measured());
  }

  private long hard(Outcome outcome) {
    return standing.policy().cost(outcome.more()).hardScore();
  }

  /** When what hangs on others begins, by the stop's id. */
  private Map<String, Integer> starts(Outcome outcome) {
    var starts = new HashMap<String, Integer>();
    for (Route route : outcome.routes().values()) {
      for (int i = 0; i < route.stops().size(); i++) {
        if (standing.isTied(route.stops().get(i))) {
          starts.put(route.stops().get(i).getId(), route.times().start(i));
        }
      }
    }
    return starts;
  }

  private Outcome measured() {
    Set<UUID> tied = tied();
    return tied.isEmpty() && notBefore.isEmpty() ? free() : bound(tied);
  }

  private Outcome free() {
    Amounts more = assigned();
    var changed = new TreeMap<Integer, Route>();
    for (var entry : routes.entrySet()) {
      Route route = Route.of(day(entry.getKey()), entry.getValue());
      changed.put(entry.getKey(), route);
      more = more.plus(route.amounts()).minus(standing.route(entry.getKey()).amounts());
    }
    return new Outcome(more, changed, List.of());
  }

  /** Crews and visits that wait are agreed on anew, on copies, over all days that they tie. */
  private Outcome bound(Set<UUID> tied) {
    var visits = new LinkedHashMap<UUID, List<Stop>>();
    var driven = new LinkedHashMap<TechnicianDay, List<Stop>>();
    var open = new TreeMap<Integer, TechnicianDay>();
    for (int day : openDays(tied)) {
      List<Stop> copies = stops(day).stream().map(this::copy).toList();
      open.put(day, day(day));
      driven.put(day(day), copies);
      copies.stream()
          .filter(stop -> tied.contains(stop.visit()))
          .forEach(stop -> visits.computeIfAbsent(stop.visit(), v -> new ArrayList<>()).add(stop));
    }
    for (UUID visit : tied) {
      for (Stop stop : known(visit)) {
        if (place(stop) == null) {
          visits.computeIfAbsent(visit, v -> new ArrayList<>()).add(copy(stop));
        }
      }
    }
    List<Dependency> dependencies = dependencies(tied);
    new Agreement(driven, visits, dependencies).settle();
    List<Finding> ties =
        Explainer.ties(visits.values().stream().flatMap(List::stream).toList(), dependencies);
    List<Finding> tiesBefore =
        Explainer.ties(
            tied.stream().flatMap(visit -> standing.stops(visit).stream()).toList(),
            standing.dependencies(tied));
    Amounts more = assigned().plus(Amounts.of(ties)).minus(Amounts.of(tiesBefore));
    var changed = new TreeMap<Integer, Route>();
    for (var entry : open.entrySet()) {
      Route before = standing.route(entry.getKey());
      Route after = Route.of(entry.getValue(), driven.getOrDefault(entry.getValue(), List.of()));
      more = more.plus(after.amounts()).minus(before.amounts());
      if (routes.containsKey(entry.getKey()) || after.movesAgainst(before)) {
        changed.put(entry.getKey(), after);
      }
    }
    return new Outcome(more, changed, ties);
  }

  /** The stops that were taken out, put in, or are known otherwise. */
  Collection<Stop> touched() {
    return touched.values();
  }

  Stop copy(Stop stop) {
    var copy = new Stop(stop.facts());
    copy.setAgreedStart(notBefore.get(stop.getId()));
    return copy;
  }

  /** The visits that are tied to what was touched, or to a day that was, by way of others too. */
  private Set<UUID> tied() {
    var tied = new HashSet<UUID>();
    var open = new ArrayDeque<Stop>(touched.values());
    routes.values().forEach(open::addAll);
    var days = new HashSet<>(routes.keySet());
    while (!open.isEmpty()) {
      Stop stop = open.remove();
      if (standing.isTied(stop) && !tied.contains(stop.visit())) {
        for (UUID visit : standing.tiedTo(stop.visit())) {
          for (Stop other : known(visit)) {
            open.add(other);
            Standing.Place place = place(other);
            if (place != null && days.add(place.day())) {
              open.addAll(stops(place.day()));
            }
          }
        }
        tied.add(stop.visit());
      }
    }
    return tied;
  }

  private Set<Integer> openDays(Set<UUID> tied) {
    var open = new TreeSet<>(routes.keySet());
    for (UUID visit : tied) {
      for (Stop stop : known(visit)) {
        Standing.Place place = place(stop);
        if (place != null) {
          open.add(place.day());
        }
      }
    }
    return open;
  }

  /** All stops of a visit as they are known by now, those new to the plan too. */
  List<Stop> known(UUID visit) {
    var known = new LinkedHashMap<String, Stop>();
    standing.stops(visit).forEach(stop -> known.put(stop.getId(), stop));
    touched.values().stream()
        .filter(stop -> stop.visit().equals(visit))
        .forEach(stop -> known.put(stop.getId(), stop));
    return List.copyOf(known.values());
  }

  /** What more or fewer visits on no route cost. */
  private Amounts assigned() {
    Amounts more = Amounts.NONE;
    for (Stop stop : touched.values()) {
      if (place(stop) == null) {
        more = more.plus(Amounts.of(Rule.UNASSIGNED, stop.points()));
      }
      for (Stop before : standing.stops(stop.visit())) {
        if (before.getId().equals(stop.getId()) && standing.place(before).isEmpty()) {
          more = more.minus(Amounts.of(Rule.UNASSIGNED, before.points()));
        }
      }
    }
    return more;
  }
}
