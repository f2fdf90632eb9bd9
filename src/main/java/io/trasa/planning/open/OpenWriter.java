package io.trasa.planning.open;

import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import io.trasa.planning.rules.Blocker;
import io.trasa.planning.rules.Blockers;
import io.trasa.planning.rules.Explainer;
import io.trasa.planning.rules.Finding;
import io.trasa.planning.rules.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a solved problem in its sender's words. */
final class OpenWriter {

  /** Of so many visits left out it is told what keeps them away; of the others only that. */
  private static final int MAX_EXPLAINED = 100;

  private final Reading reading;
  private final RoutePlan solved;
  private final List<Finding> findings;
  private final Map<Whose, List<Finding>> ofEach;

  /** A visit on a day; the visit is null where a day as a whole is meant. */
  private record Whose(@Nullable String day, @Nullable UUID visit) {}

  private OpenWriter(Reading reading, RoutePlan solved) {
    this.reading = reading;
    this.solved = solved;
    this.findings = Explainer.findings(solved);
    this.ofEach =
        findings.stream().collect(Collectors.groupingBy(f -> new Whose(f.day(), f.visit())));
  }

  static OpenPlan write(Reading reading, RoutePlan solved) {
    return new OpenWriter(reading, solved).plan();
  }

  private OpenPlan plan() {
    List<OpenPlan.Total> totals = totals(findings);
    var routes = new ArrayList<OpenPlan.Route>();
    for (TechnicianDay day : solved.getDays()) {
      if (day.hasWork()) {
        routes.add(route(day));
      }
    }
    return new OpenPlan(
        cost(totals, Rule.Level.SOFT),
        cost(totals, Rule.Level.HARD),
        cost(totals, Rule.Level.MEDIUM),
        totals,
        routes,
        unplanned(),
        reading.faults().stream()
            .map(
                fault ->
                    new OpenPlan.Wrong(
                        fault.kind(),
                        reading.visit(fault.visit()),
                        fault.other() == null ? null : reading.visit(fault.other())))
            .toList());
  }

  private static long cost(List<OpenPlan.Total> totals, Rule.Level level) {
    return totals.stream()
        .filter(total -> total.level() == level)
        .mapToLong(OpenPlan.Total::cost)
        .sum();
  }

  private List<OpenPlan.Total> totals(Collection<Finding> of) {
    Map<Rule, Long> amounts = new EnumMap<>(Rule.class);
    of.forEach(finding -> amounts.merge(finding.rule(), finding.amount(), Long::sum));
    return amounts.entrySet().stream()
        .map(
            rule ->
                new OpenPlan.Total(
                    rule.getKey(),
                    rule.getKey().level(),
                    rule.getValue(),
                    rule.getKey().unit(),
                    rule.getValue() * weight(rule.getKey())))
        .toList();
  }

  private List<OpenPlan.Total> totalsOf(Whose whose) {
    return totals(ofEach.getOrDefault(whose, List.of()));
  }

  private long weight(Rule rule) {
    return Objects.requireNonNull(reading.policy().weights().get(rule));
  }

  private OpenPlan.Route route(TechnicianDay day) {
    var times = Timetable.of(day);
    var of = reading.shift(day);
    var steps = new ArrayList<OpenPlan.Step>();
    for (int i = 0; i < day.getStops().size(); i++) {
      if (times.isTaken(i)) {
        steps.add(step(day, times, i));
      }
    }
    int away = times.home() - times.departure();
    int work = times.loadSeconds() - times.driveSeconds();
    return new OpenPlan.Route(
        of.technician(),
        of.shift(),
        reading.at(times.departure()),
        reading.at(times.home()),
        times.driveSeconds(),
        times.driveMetres(),
        work,
        Math.max(0, away - work - times.driveSeconds()),
        times.driveHome(),
        times.metresHome(),
        steps,
        totalsOf(new Whose(day.getId(), null)));
  }

  private OpenPlan.Step step(TechnicianDay day, Timetable times, int i) {
    Stop stop = day.getStops().get(i);
    return new OpenPlan.Step(
        stop.kind(),
        stop.isVisit() ? reading.visit(stop.visit()) : null,
        stop.isBreak() ? stop.member() : 0,
        stop.isVisit() ? stop.member() : 0,
        reading.at(i == 0 ? times.departure() + times.driveTo(0) : times.arrival(i)),
        reading.at(times.start(i)),
        reading.at(times.end(i)),
        times.driveTo(i),
        times.metresTo(i),
        totalsOf(new Whose(day.getId(), stop.visit())));
  }

  private List<OpenPlan.Unplanned> unplanned() {
    var told = new HashSet<UUID>();
    var unplanned = new ArrayList<OpenPlan.Unplanned>();
    for (Stop stop : reading.leftOut()) {
      if (told.add(stop.visit())) {
        unplanned.add(new OpenPlan.Unplanned(reading.visit(stop.visit()), List.of()));
      }
    }
    for (Stop stop : solved.getStops()) {
      if (stop.isVisit() && stop.getDay() == null && told.add(stop.visit())) {
        unplanned.add(
            new OpenPlan.Unplanned(
                reading.visit(stop.visit()),
                told.size() > MAX_EXPLAINED ? List.of() : obstacles(stop)));
      }
    }
    return unplanned;
  }

  private List<OpenPlan.Obstacle> obstacles(Stop stop) {
    return Blockers.nearestPerTechnician(solved, stop).stream()
        .sorted(Comparator.comparingLong(Blocker::amount))
        .map(
            b ->
                new OpenPlan.Obstacle(
                    reading.shift(b.day()).technician(), b.rule(), b.amount(), b.rule().unit()))
        .toList();
  }
}
