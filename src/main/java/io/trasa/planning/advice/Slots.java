package io.trasa.planning.advice;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best spans of time to promise to a customer. In each span every place of every technician's
 * day is measured in full; what is offered costs least and breaks no hard rule. A crew is put
 * together from those to whom it costs least alone.
 */
public final class Slots {

  /** Of so many technicians a crew is put together. */
  private static final int CREW_CHOICE = 6;

  private final Standing standing;
  private final Trial change;
  private final List<Stop> stops;
  private final Stop lead;

  /**
   * Who would come.
   *
   * @param slot the work begins in it
   * @param places of the crew's members, the lead first
   * @param outcome of the change
   * @param start of the work
   */
  public record Offer(
      Span slot,
      List<Standing.Place> places,
      Outcome outcome,
      HardMediumSoftScore cost,
      int start) {}

  /**
   * @param change to go on from, such as the visit taken from where it stands
   * @param stops of the visit, one per member of its crew, on no route
   */
  public Slots(Standing standing, Trial change, List<Stop> stops) {
    this.standing = standing;
    this.change = change;
    this.stops = stops;
    Stop.Facts facts = stops.getFirst().facts();
    this.lead = stops.size() == 1 ? stops.getFirst() : new Stop(facts.member(0, 1));
  }

  /** The best offer of each span that has one, the cheapest first. */
  public List<Offer> of(List<Span> slots) {
    var offers = new ArrayList<Offer>();
    for (Span slot : slots) {
      best(slot).ifPresent(offers::add);
    }
    offers.sort(Comparator.comparing(Offer::cost).thenComparing(offer -> offer.slot().from()));
    return offers;
  }

  private Optional<Offer> best(Span slot) {
    List<Offer> alone = new ArrayList<>();
    for (int day = 0; day < standing.routes().size(); day++) {
      if (mayBeOn(change.day(day), slot)) {
        bestOn(day, slot).ifPresent(alone::add);
      }
    }
    alone.sort(Comparator.comparing(Offer::cost));
    return stops.size() == 1 ? alone.stream().findFirst() : crew(alone, slot);
  }

  /** What no place on a route can put right is not tried. */
  private boolean mayBeOn(TechnicianDay day, Span slot) {
    return slot.from() < day.shiftEnd()
        && slot.to() > day.shiftStart()
        && !day.isClosed()
        && lead.missingSkillLevels(day) == 0
        && !lead.isOutsideTerritories(day)
        && !lead.isRefused(day)
        && lead.missingWays(day, day.home()) == 0;
  }

  private Optional<Offer> bestOn(int day, Span slot) {
    Offer best = null;
    for (int position = 0; position <= change.stops(day).size(); position++) {
      Offer offer = offer(slot, List.of(lead), List.of(new Standing.Place(day, position)));
      if (offer != null && (best == null || offer.cost().compareTo(best.cost()) < 0)) {
        best = offer;
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<Offer> crew(List<Offer> alone, Span slot) {
    Map<Integer, Offer> byTechnician = new LinkedHashMap<>();
    for (Offer offer : alone) {
      if (byTechnician.size() < CREW_CHOICE) {
        byTechnician.putIfAbsent(technician(offer), offer);
      }
    }
    var found = new ArrayList<Offer>();
    combine(List.copyOf(byTechnician.values()), 0, new ArrayList<>(), slot, found);
    return found.stream().min(Comparator.comparing(Offer::cost));
  }

  private int technician(Offer offer) {
    return standing.route(offer.places().getFirst().day()).day().technician();
  }

  private void combine(
      List<Offer> from, int next, List<Standing.Place> chosen, Span slot, List<Offer> found) {
    if (chosen.size() == stops.size()) {
      Offer offer = offer(slot, stops, List.copyOf(chosen));
      if (offer != null) {
        found.add(offer);
      }
      return;
    }
    for (int i = next; i < from.size(); i++) {
      chosen.add(from.get(i).places().getFirst());
      combine(from, i + 1, chosen, slot, found);
      chosen.removeLast();
    }
  }

  private @Nullable Offer offer(Span slot, List<Stop> members, List<Standing.Place> places) {
    Trial trial = change.copy();
    for (int i = 0; i < members.size(); i++) {
      trial.notBefore(members.get(i), slot.from());
      trial.insert(members.get(i), places.get(i).day(), places.get(i).position());
    }
    Outcome outcome = trial.outcome();
    Route route = outcome.routes().get(places.getFirst().day());
    if (!outcome.keepsHardRules() || route == null) {
      return null;
    }
    int start = route.times().start(route.indexOf(members.getFirst()));
    return start > slot.to()
        ? null
        : new Offer(slot, places, outcome, standing.policy().cost(outcome.more()), start);
  }
}
