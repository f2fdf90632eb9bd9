package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.planning.advice.Spot;
import io.trasa.planning.advice.Standing;
import io.trasa.planning.advice.Trial;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.WhenMay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plans in memory as they are with all that is held for callers: each slot is laid into the route
 * of whom it is held with, at its cheapest place, as a stop that nobody is shown.
 */
@Component
class HeldSlots {

  /** A slot that is held is left out for no visit. */
  private static final int POINTS = 10_000;

  private final StandingPlans plans;
  private final Holds holds;
  private final Clock clock;

  HeldSlots(StandingPlans plans, Holds holds, Clock clock) {
    this.plans = plans;
    this.holds = holds;
    this.clock = clock;
  }

  /** See {@link StandingPlans#of(Horizon)}. */
  StandingPlan of(Horizon horizon) {
    return of(horizon, Set.of(), null);
  }

  /**
   * @param places that the matrices are to know too
   * @param but a hold that does not count
   */
  StandingPlan of(Horizon horizon, Set<Coordinates> places, @Nullable UUID but) {
    List<Hold> held = open(horizon, but);
    StandingPlan known = plans.of(horizon);
    Set<Coordinates> unknown = new HashSet<>(places);
    held.forEach(hold -> unknown.add(hold.place()));
    unknown.removeAll(known.problem().places().keySet());
    return with(unknown.isEmpty() ? known : plans.of(horizon, Set.copyOf(unknown)), held);
  }

  /** As it is at this moment. */
  StandingPlan read(Horizon horizon, @Nullable UUID but) {
    List<Hold> held = open(horizon, but);
    Set<Coordinates> places = new HashSet<>();
    held.forEach(hold -> places.add(hold.place()));
    return with(plans.read(horizon, places), held);
  }

  private List<Hold> open(Horizon horizon, @Nullable UUID but) {
    return holds.open(clock.instant(), horizon.start(), horizon.end()).stream()
        .filter(hold -> !hold.id().equals(but))
        .toList();
  }

  private static StandingPlan with(StandingPlan plan, List<Hold> held) {
    if (held.isEmpty()) {
      return plan;
    }
    Standing now = plan.standing();
    Trial change = now.trial();
    for (Hold hold : held) {
      int place = plan.problem().places().getOrDefault(hold.place(), 0);
      LocalDate date = plan.horizon().dayOf(hold.start());
      for (int member = 0; member < hold.technicianIds().size(); member++) {
        int day = plan.indexOf(hold.technicianIds().get(member), date);
        if (day >= 0) {
          var stop = new Stop(facts(hold, member, plan.horizon(), place));
          change.insert(stop, day, Spot.bestOf(now, change, stop, day).position());
        }
      }
    }
    return new StandingPlan(
        plan.problem(), now.after(change, Map.of()), plan.stamps(), plan.forced());
  }

  private static Stop.Facts facts(Hold hold, int member, Horizon horizon, int place) {
    Span window = horizon.clip(hold.window().start(), hold.window().end());
    int seconds = Math.toIntExact(hold.duration().toSeconds());
    var when = WhenMay.in(Spans.of(List.of(window)));
    return Stop.Facts.visit(hold.id(), place, seconds, when, POINTS)
        .asHeld()
        .member(member, hold.technicianIds().size());
  }

  /**
   * The stops of a slot for a plan that is searched: each with the technician it is held with.
   *
   * @param place of the slot in the matrices
   */
  static List<Stop> stops(Hold hold, Horizon horizon, int place, Map<UUID, Integer> technicians) {
    var stops = new ArrayList<Stop>();
    for (int member = 0; member < hold.technicianIds().size(); member++) {
      Integer technician = technicians.get(hold.technicianIds().get(member));
      if (technician != null) {
        var only = new BitSet();
        only.set(technician);
        Stop.Facts facts = facts(hold, member, horizon, place);
        stops.add(new Stop(facts.by(facts.who().only(only))));
      }
    }
    return stops;
  }
}
