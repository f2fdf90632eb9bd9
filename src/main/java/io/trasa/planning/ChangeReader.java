package io.trasa.planning;

import io.trasa.common.InvalidInputException;
import io.trasa.planning.advice.Route;
import io.trasa.planning.advice.Spot;
import io.trasa.planning.advice.Standing;
import io.trasa.planning.advice.Trial;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.Stop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Turns wished changes into a trial on the plan in memory, and says what cannot be meant. */
final class ChangeReader {

  private final StandingPlan plan;
  private final Standing standing;
  private final Trial trial;

  private ChangeReader(StandingPlan plan) {
    this.plan = plan;
    this.standing = plan.standing();
    this.trial = standing.trial();
  }

  /**
   * The changes, one after another.
   *
   * @throws InvalidInputException naming the change and its field
   */
  static Trial read(StandingPlan plan, List<PlanChange> changes) {
    var reader = new ChangeReader(plan);
    for (int i = 0; i < changes.size(); i++) {
      reader.read("changes[%d].".formatted(i), changes.get(i));
    }
    return reader.trial;
  }

  private void read(String at, PlanChange change) {
    switch (change.kind()) {
      case PLACE -> place(at, change);
      case SWAP -> swap(at, change);
      case UNASSIGN -> stops(at + "visitId", change.visitId()).forEach(this::takeOut);
      case PIN -> pin(at, change);
      case UNPIN -> stops(at + "visitId", change.visitId()).forEach(s -> trial.know(free(s)));
    }
  }

  private void takeOut(Stop stop) {
    trial.remove(stop);
    trial.know(free(stop));
  }

  private void place(String at, PlanChange change) {
    Stop stop = free(stop(at, change.visitId(), change.member()));
    trial.remove(stop);
    Instant start = change.start();
    LocalDate day = change.day() == null && start != null ? dayOf(at, start) : change.day();
    if (start != null) {
      UUID technician = change.technicianId();
      if (technician == null) {
        throw new InvalidInputException(
            at + "technicianId", null, "is missing", "A wished start needs a technician.");
      }
      int index = dayIndex(at, technician, Objects.requireNonNull(day));
      int person = standing.route(index).day().technician();
      stop = new Stop(stop.facts().pinned(new Pin(person, plan.horizon().seconds(start))));
    }
    Integer position = change.position();
    if (position == null) {
      Spot best = best(at, change, stop, day);
      trial.insert(stop, best.day(), best.position());
    } else {
      trial.insert(stop, oneDay(at, change, day), inRoute(at, change, day, position));
    }
  }

  private Spot best(String at, PlanChange change, Stop stop, @Nullable LocalDate day) {
    UUID technician = change.technicianId();
    IntPredicate wanted =
        index ->
            (technician == null || plan.technicianId(index).equals(technician))
                && (day == null || plan.date(index).equals(day));
    List<Spot> spots = Spot.bestOfEach(standing, trial, stop, wanted);
    if (spots.isEmpty()) {
      throw new InvalidInputException(
          at + (technician == null ? "day" : "technicianId"),
          technician == null ? day : technician,
          "has no shift that could take it",
          "Choose another technician or day within the days asked for.");
    }
    return spots.getFirst();
  }

  private int oneDay(String at, PlanChange change, @Nullable LocalDate day) {
    UUID technician = change.technicianId();
    if (technician == null || day == null) {
      throw new InvalidInputException(
          at + "position",
          change.position(),
          "is on no route",
          "Name technicianId and day with it, or leave the position out.");
    }
    return dayIndex(at, technician, day);
  }

  private int inRoute(String at, PlanChange change, @Nullable LocalDate day, int position) {
    int index = oneDay(at, change, day);
    int size = (int) trial.stops(index).stream().filter(Stop::isVisit).count();
    if (position < 1 || position > size + 1) {
      throw new InvalidInputException(
          at + "position",
          position,
          "is not between 1 and " + (size + 1),
          "Leave it out for the place that costs least.");
    }
    return trial.afterVisits(index, position - 1);
  }

  private int dayIndex(String at, UUID technician, LocalDate day) {
    int index = plan.indexOf(technician, day);
    if (index < 0) {
      throw new InvalidInputException(
          at + "technicianId",
          technician,
          "has no shift on " + day,
          "Choose another technician or day within the days asked for.");
    }
    return index;
  }

  private LocalDate dayOf(String at, Instant start) {
    if (!plan.horizon().contains(start)) {
      throw new InvalidInputException(
          at + "start", start, "is not on the days asked for", "Ask for more days.");
    }
    return plan.horizon().dayOf(start);
  }

  private void swap(String at, PlanChange change) {
    UUID otherId = change.otherVisitId();
    if (otherId == null || otherId.equals(change.visitId())) {
      throw new InvalidInputException(
          at + "otherVisitId", otherId, "names no other visit", "Name the visit to swap with.");
    }
    Stop one = stop(at, change.visitId(), change.member());
    Stop other = single(at + "otherVisitId", otherId);
    Standing.Place first = placeOf(at + "visitId", one);
    Standing.Place second = placeOf(at + "otherVisitId", other);
    // Within a route the later one is taken out first, so that the earlier one's place stays.
    boolean inOrder = first.day() != second.day() || first.position() < second.position();
    Standing.Place early = inOrder ? first : second;
    Standing.Place late = inOrder ? second : first;
    Stop toEarly = free(inOrder ? other : one);
    Stop toLate = free(inOrder ? one : other);
    trial.remove(one);
    trial.remove(other);
    trial.insert(toEarly, early.day(), early.position());
    trial.insert(toLate, late.day(), late.position());
  }

  private Standing.Place placeOf(String field, Stop stop) {
    Standing.Place place = trial.place(stop);
    if (place == null) {
      throw new InvalidInputException(
          field, stop.visit(), "is on no route", "Place it first, or look at the board again.");
    }
    return place;
  }

  private void pin(String at, PlanChange change) {
    for (Stop stop : stops(at + "visitId", change.visitId())) {
      int day = placeOf(at + "visitId", stop).day();
      Route now = trial.copy().know(day, trial.day(day).facts()).outcome().routes().get(day);
      Route route = Objects.requireNonNull(now, "a day that was touched");
      int start = route.times().start(route.indexOf(stop));
      trial.know(new Stop(stop.facts().pinned(new Pin(route.day().technician(), start))));
    }
  }

  private Stop stop(String at, UUID visitId, @Nullable Integer member) {
    List<Stop> stops = stops(at + "visitId", visitId);
    if (member == null) {
      return single(at + "visitId", visitId);
    }
    if (member < 0 || member >= stops.size()) {
      throw new InvalidInputException(
          at + "member", member, "is not between 0 and " + (stops.size() - 1), "Look again.");
    }
    return stops.get(member);
  }

  private Stop single(String field, UUID visitId) {
    List<Stop> stops = stops(field, visitId);
    if (stops.size() > 1) {
      throw new InvalidInputException(
          field,
          visitId,
          "is done by a crew of " + stops.size(),
          "Name the member, and place each with a change of its own.");
    }
    return stops.getFirst();
  }

  private List<Stop> stops(String field, UUID visitId) {
    List<Stop> stops =
        plan.stops(visitId).stream()
            .sorted(Comparator.comparingInt(Stop::member))
            .map(trial::known)
            .toList();
    if (stops.isEmpty()) {
      throw new InvalidInputException(
          field,
          visitId,
          "is no visit of these days",
          "Maybe it is planned on other days, or its order lacks data.");
    }
    return stops;
  }

  private static Stop free(Stop stop) {
    return new Stop(stop.facts().pinned(null));
  }
}
