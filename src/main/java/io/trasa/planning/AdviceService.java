package io.trasa.planning;

import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.planning.advice.Obstacle;
import io.trasa.planning.advice.Outcome;
import io.trasa.planning.advice.Relaxation;
import io.trasa.planning.advice.Route;
import io.trasa.planning.advice.Spot;
import io.trasa.planning.advice.Standing;
import io.trasa.planning.advice.Trial;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.rules.Amounts;
import io.trasa.planning.rules.Finding;
import io.trasa.planning.rules.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What would be if, and why things are as they are: answered on the plan in memory. */
@Service
public class AdviceService {

  /** More at once is a new plan, not a change. */
  static final int MAX_CHANGES = 50;

  private static final int MAX_ALTERNATIVES = 5;

  private final StandingPlans plans;
  private final HeldSlots heldSlots;
  private final ZoneId zone;

  AdviceService(StandingPlans plans, HeldSlots heldSlots, ZoneId zone) {
    this.plans = plans;
    this.heldSlots = heldSlots;
    this.zone = zone;
  }

  /**
   * Tries changes, one after another, on the plan that holds for these days; nothing is stored.
   *
   * @throws InvalidInputException if a change cannot be meant
   */
  public Preview preview(LocalDate from, int days, List<PlanChange> changes) {
    requireFew(changes);
    StandingPlan plan = heldSlots.of(new Horizon(from, days, zone));
    return preview(plan, ChangeReader.read(plan, changes));
  }

  static void requireFew(List<PlanChange> changes) {
    if (changes.isEmpty() || changes.size() > MAX_CHANGES) {
      throw new InvalidInputException(
          "changes",
          changes.size(),
          "are not between 1 and " + MAX_CHANGES,
          "For more, plan the days anew.");
    }
  }

  private static Preview preview(StandingPlan plan, Trial trial) {
    Outcome outcome = trial.outcome();
    var routes = new ArrayList<Preview.RouteChange>();
    outcome.routes().forEach((day, route) -> routes.add(routeChange(plan, day, route)));
    return new Preview(
        plan.stamps(),
        outcome.keepsHardRules(),
        Cost.of(outcome.more(), plan.standing().policy()),
        broken(plan, outcome),
        routes);
  }

  private static Preview.RouteChange routeChange(StandingPlan plan, int day, Route after) {
    var stops = new ArrayList<Preview.StopTimes>();
    for (int i = 0; i < after.stops().size(); i++) {
      Stop stop = after.stops().get(i);
      if (stop.isVisit() && !stop.isHeld()) {
        stops.add(
            new Preview.StopTimes(
                stop.visit(),
                stop.member(),
                plan.horizon().instant(i == 0 ? after.times().start(i) : after.times().arrival(i)),
                plan.horizon().instant(after.times().start(i)),
                plan.horizon().instant(after.times().end(i)),
                after.times().driveTo(i),
                stop.isPinned(),
                startsNow(plan, stop)));
      }
    }
    return new Preview.RouteChange(
        plan.technicianId(day),
        plan.date(day),
        times(plan, plan.route(day)),
        times(plan, after),
        stops);
  }

  private static @Nullable Instant startsNow(StandingPlan plan, Stop stop) {
    return plan.standing()
        .place(stop)
        .map(place -> plan.route(place.day()).times().start(place.position()))
        .map(plan.horizon()::instant)
        .orElse(null);
  }

  private static Preview.DayTimes times(StandingPlan plan, Route route) {
    var times = route.times();
    return new Preview.DayTimes(
        plan.horizon().instant(times.departure()),
        plan.horizon().instant(times.home()),
        times.driveSeconds(),
        times.driveMetres(),
        times.hasWork() ? route.day().overtimeSeconds(times.home()) : 0);
  }

  private record What(Rule rule, @Nullable UUID visit, String day) {}

  /** The hard rules that are then broken on the routes that change. */
  static List<Preview.Broken> broken(StandingPlan plan, Outcome outcome) {
    var before = new HashMap<What, Long>();
    var after = new ArrayList<Finding>(outcome.ties());
    outcome
        .routes()
        .forEach(
            (day, route) -> {
              after.addAll(route.findings());
              plan.route(day).findings().forEach(f -> before.merge(what(f), f.amount(), Long::sum));
            });
    var broken = new ArrayList<Preview.Broken>();
    for (Finding finding : after) {
      String day = finding.day();
      if (finding.rule().level() == Rule.Level.HARD && day != null) {
        int index = plan.indexOf(day);
        broken.add(
            new Preview.Broken(
                finding.rule(),
                finding.rule().unit(),
                finding.amount(),
                finding.visit(),
                plan.technicianId(index),
                plan.date(index),
                finding.amount() > before.getOrDefault(what(finding), 0L)));
      }
    }
    return broken;
  }

  private static What what(Finding finding) {
    return new What(finding.rule(), finding.visit(), Objects.requireNonNullElse(finding.day(), ""));
  }

  /** What the plan that holds for these days costs, rule by rule. */
  public PlanAdvice explain(LocalDate from, int days) {
    StandingPlan plan = plans.of(new Horizon(from, days, zone));
    return new PlanAdvice(
        plan.stamps(), Cost.of(plan.standing().total(), plan.standing().policy()));
  }

  /**
   * Why a visit is where it is on these days, or nowhere.
   *
   * @throws NotFoundException if it is no visit of these days
   */
  public VisitAdvice explain(LocalDate from, int days, UUID visitId) {
    StandingPlan plan = heldSlots.of(new Horizon(from, days, zone));
    var parts = new ArrayList<VisitAdvice.Part>();
    plan.stops(visitId).stream()
        .sorted(Comparator.comparingInt(Stop::member))
        .forEach(stop -> parts.add(part(plan, stop)));
    if (parts.isEmpty()) {
      throw new NotFoundException("visit to plan on these days", visitId);
    }
    return new VisitAdvice(visitId, plan.stamps(), parts);
  }

  private static VisitAdvice.Part part(StandingPlan plan, Stop stop) {
    var alternatives = new ArrayList<VisitAdvice.Alternative>();
    var obstacles = new ArrayList<VisitAdvice.Obstructed>();
    Standing.Place here = plan.standing().place(stop).orElse(null);
    for (Obstacle obstacle : Obstacle.of(plan.standing(), stop)) {
      Spot spot = obstacle.spot();
      boolean isHere =
          here != null && here.day() == spot.day() && here.position() == spot.position();
      if (!obstacle.broken().isEmpty()) {
        obstacles.add(obstructed(plan, stop, obstacle));
      } else if (!isHere && alternatives.size() < MAX_ALTERNATIVES) {
        alternatives.add(alternative(plan, stop, spot));
      }
    }
    return new VisitAdvice.Part(
        stop.member(),
        here == null ? null : here(plan, stop, here),
        plan.forced().get(stop.getId()),
        alternatives,
        obstacles);
  }

  private static VisitAdvice.Here here(StandingPlan plan, Stop stop, Standing.Place place) {
    Outcome without = plan.standing().trial().remove(stop).outcome();
    Route route = plan.route(place.day());
    var cost = Amounts.NONE.minus(without.more()).plus(Amounts.of(Rule.UNASSIGNED, stop.points()));
    return new VisitAdvice.Here(
        plan.technicianId(place.day()),
        plan.date(place.day()),
        route.numberOf(place.position()),
        plan.horizon().instant(route.times().start(place.position())),
        plan.horizon().instant(route.times().end(place.position())),
        Cost.of(cost, plan.standing().policy()));
  }

  private static VisitAdvice.Alternative alternative(StandingPlan plan, Stop stop, Spot spot) {
    Route route = Objects.requireNonNull(spot.outcome().routes().get(spot.day()));
    return new VisitAdvice.Alternative(
        plan.technicianId(spot.day()),
        plan.date(spot.day()),
        route.numberOf(route.indexOf(stop)),
        plan.horizon().instant(route.times().start(route.indexOf(stop))),
        callsAtDepot(route) && !callsAtDepot(plan.route(spot.day())),
        Cost.of(spot.outcome().more(), plan.standing().policy()));
  }

  private static boolean callsAtDepot(Route route) {
    return DepotCall.on(route.day(), route.stops(), route.times()).isPresent();
  }

  private static VisitAdvice.Obstructed obstructed(
      StandingPlan plan, Stop stop, Obstacle obstacle) {
    Spot spot = obstacle.spot();
    Route route = Objects.requireNonNull(spot.outcome().routes().get(spot.day()));
    return new VisitAdvice.Obstructed(
        plan.technicianId(spot.day()),
        plan.date(spot.day()),
        route.numberOf(route.indexOf(stop)),
        obstacle.broken().entrySet().stream()
            .map(e -> new VisitAdvice.Missing(e.getKey(), e.getKey().unit(), e.getValue()))
            .toList(),
        obstacle.relaxations().stream().map(told -> allowing(plan, route, told)).toList(),
        Cost.of(spot.outcome().more(), plan.standing().policy()));
  }

  private static VisitAdvice.Allowing allowing(StandingPlan plan, Route route, Relaxation told) {
    boolean isSkill = told.rule() == Rule.SKILL;
    return new VisitAdvice.Allowing(
        told.rule(),
        told.rule().unit(),
        told.amount(),
        told.visit(),
        isSkill ? plan.problem().skills().get(told.index()) : null,
        isSkill ? told.level() : null,
        told.waitsFor(),
        told.rule() == Rule.PARTS ? missingParts(plan, route) : List.of());
  }

  /** What the van lacks until its call at the warehouse, if it makes one. */
  private static List<FetchedPart> missingParts(StandingPlan plan, Route route) {
    List<Stop> until = route.stops().stream().takeWhile(stop -> !stop.isCall()).toList();
    return plan.problem().supply().lacking(route.day().stock(), until);
  }
}
