package io.trasa.planning.advice;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.rules.Amounts;
import io.trasa.planning.rules.Explainer;
import io.trasa.planning.rules.Finding;
import io.trasa.planning.rules.Policy;
import io.trasa.planning.rules.Rule;
import io.trasa.routing.TravelMatrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it stands, measured once, on which any number of threads try changes. Nothing of it
 * changes after it was made.
 */
public final class Standing {

  /**
   * Where a stop stands.
   *
   * @param day index of the technician's day
   * @param position index on its route
   */
  public record Place(int day, int position) {}

  private final RoutePlan plan;
  private final Policy policy;
  private final List<Route> routes;
  private final Map<String, Place> places = new HashMap<>();
  private final Map<UUID, List<Stop>> visits;

  /** Breaks and calls, by the day that they belong to. */
  private final Map<String, List<Stop>> ofDays;

  private final Map<UUID, List<Dependency>> ties = new HashMap<>();
  private final List<Finding> tieFindings;
  private final Amounts total;

  /**
   * Takes the plan over with the routes that its days have: agrees on the starts of what is tied,
   * and sets all times.
   */
  public Standing(RoutePlan plan) {
    this.plan = plan;
    this.policy = Policy.of(plan.getWeights());
    this.visits =
        plan.getStops().stream()
            .collect(Collectors.groupingBy(Stop::visit, LinkedHashMap::new, Collectors.toList()));
    this.ofDays =
        plan.getStops().stream()
            .filter(stop -> !stop.isVisit())
            .collect(Collectors.groupingBy(Stop::ownDay));
    for (Dependency dependency : plan.getDependencies()) {
      ties.computeIfAbsent(dependency.before(), v -> new ArrayList<>()).add(dependency);
      ties.computeIfAbsent(dependency.after(), v -> new ArrayList<>()).add(dependency);
    }
    settle();
    this.routes =
        plan.getDays().stream().map(day -> Route.of(day, List.copyOf(day.getStops()))).toList();
    for (int day = 0; day < routes.size(); day++) {
      List<Stop> stops = routes.get(day).stops();
      for (int position = 0; position < stops.size(); position++) {
        places.put(stops.get(position).getId(), new Place(day, position));
      }
    }
    this.tieFindings = Explainer.ties(plan.getStops(), plan.getDependencies());
    this.total = sum();
  }

  private Amounts sum() {
    Amounts sum = Amounts.of(tieFindings);
    for (Route route : routes) {
      sum = sum.plus(route.amounts());
    }
    long left =
        plan.getStops().stream()
            .filter(stop -> !places.containsKey(stop.getId()))
            .mapToLong(Stop::points)
            .sum();
    return sum.plus(Amounts.of(Rule.UNASSIGNED, left));
  }

  private void settle() {
    var driven = new IdentityHashMap<TechnicianDay, List<Stop>>();
    plan.getStops().forEach(stop -> stop.setDay(null));
    plan.getStops().stream().filter(this::isTied).forEach(stop -> stop.setAgreedStart(null));
    plan.getDays().forEach(day -> driven.put(day, day.getStops()));
    new Agreement(driven, tied(), plan.getDependencies()).settle();
  }

  private Map<UUID, List<Stop>> tied() {
    var tied = new LinkedHashMap<>(visits);
    tied.values().removeIf(stops -> !isTied(stops.getFirst()));
    return tied;
  }

  /** True if the stop's start hangs on others: of its crew, or that it waits for or that wait. */
  boolean isTied(Stop stop) {
    return stop.isCrewed() || ties.containsKey(stop.visit());
  }

  /** The visits that are tied to this one, itself included. */
  Set<UUID> tiedTo(UUID visit) {
    var tied = new HashSet<UUID>(Set.of(visit));
    for (Dependency dependency : ties.getOrDefault(visit, List.of())) {
      tied.add(dependency.before());
      tied.add(dependency.after());
    }
    return tied;
  }

  List<Dependency> dependencies(Set<UUID> of) {
    return plan.getDependencies().stream()
        .filter(d -> of.contains(d.before()) || of.contains(d.after()))
        .toList();
  }

  /** A change to try. */
  public Trial trial() {
    return new Trial(this);
  }

  public Policy policy() {
    return policy;
  }

  /** By the index of the day. */
  public List<Route> routes() {
    return routes;
  }

  public Route route(int day) {
    return routes.get(day);
  }

  public List<Stop> stops() {
    return plan.getStops();
  }

  /** What the rules say of crews and of visits that wait. */
  List<Finding> ties() {
    return tieFindings;
  }

  /** Which visits wait for which. */
  public List<Dependency> dependencies() {
    return plan.getDependencies();
  }

  /** All stops of a visit; none if the plan does not know it. */
  public List<Stop> stops(UUID visit) {
    return visits.getOrDefault(visit, List.of());
  }

  /** Where the stop stands; empty while it is on no route. */
  public Optional<Place> place(Stop stop) {
    return Optional.ofNullable(places.get(stop.getId()));
  }

  @Nullable Place placeOf(String stopId) {
    return places.get(stopId);
  }

  /** The breaks that the day asks for, on its route or not. */
  List<Stop> breaks(int day) {
    return ofDay(day).stream().filter(Stop::isBreak).toList();
  }

  /** The call that the day may have; null for none. */
  @Nullable Stop call(int day) {
    return ofDay(day).stream().filter(Stop::isCall).findFirst().orElse(null);
  }

  /** The breaks and the call of a day, on its route or not. */
  List<Stop> ofDay(int day) {
    return ofDays.getOrDefault(routes.get(day).day().getId(), List.of());
  }

  /** How much of each rule the whole plan breaks. */
  public Amounts total() {
    return total;
  }

  public HardMediumSoftScore score() {
    return HardMediumSoftScore.ZERO.subtract(policy.cost(total));
  }

  /**
   * What stands once the change is done.
   *
   * @param ways by today's matrix, the one that takes its place and knows more places; those left
   *     out stay
   */
  public Standing after(Trial change, Map<TravelMatrix, TravelMatrix> ways) {
    change.seat();
    var stops = new LinkedHashMap<String, Stop>();
    plan.getStops().forEach(stop -> stops.put(stop.getId(), stop));
    change.touched().forEach(stop -> stops.put(stop.getId(), stop));
    stops.replaceAll((id, stop) -> change.copy(stop));
    var days = new ArrayList<TechnicianDay>();
    for (int d = 0; d < routes.size(); d++) {
      var facts = change.day(d).facts();
      var day = new TechnicianDay(facts.over(ways.getOrDefault(facts.travel(), facts.travel())));
      change
          .stops(d)
          .forEach(stop -> day.getStops().add(Objects.requireNonNull(stops.get(stop.getId()))));
      days.add(day);
    }
    var done = new RoutePlan(days, List.copyOf(stops.values()), plan.getWeights());
    done.setDependencies(plan.getDependencies());
    return new Standing(done);
  }

  /** The same routes over matrices that know more places. */
  public Standing over(Map<TravelMatrix, TravelMatrix> ways) {
    return after(trial(), ways);
  }
}
