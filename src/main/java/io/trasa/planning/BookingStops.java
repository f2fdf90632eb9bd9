package io.trasa.planning;

import io.trasa.common.ConflictException;
import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.people.PeopleService;
import io.trasa.people.Territory;
import io.trasa.planning.problem.RequiredSkill;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.WhenMay;
import io.trasa.planning.problem.WhoMay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what somebody wants to book into the engine's stops, free to be at any time. */
@Component
class BookingStops {

  private static final int MAX_CREW = 4;
  private static final int MAX_MINUTES = 24 * 60;

  private final OrderService orders;
  private final PeopleService people;
  private final PolicyFile policy;

  BookingStops(OrderService orders, PeopleService people, PolicyFile policy) {
    this.orders = orders;
    this.people = people;
    this.policy = policy;
  }

  /**
   * @throws NotFoundException if no such visit is open on these days
   * @throws ConflictException with code {@code visit-sent} if its technician knows of it already
   */
  VisitBrief open(UUID id, LocalDate from, int days) {
    VisitBrief visit =
        orders.visitsFor(from, days).stream()
            .filter(v -> v.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("open visit", id));
    if (visit.status() != VisitStatus.NEW && visit.status() != VisitStatus.PLANNED) {
      throw new ConflictException(
          "visit-sent",
          "Order %s is %s.".formatted(visit.orderNumber(), visit.status()),
          "Take it back from its technician first.");
    }
    return visit;
  }

  /** Where the work is. */
  Coordinates place(Booking.Wish wish, @Nullable VisitBrief visit) {
    if (visit != null) {
      return visit.coordinates();
    }
    if (wish.place() == null) {
      throw new InvalidInputException(
          "place", null, "is missing", "Name the site's coordinates, or an existing visit.");
    }
    return wish.place();
  }

  /** True if its order allows the work to begin then. */
  boolean isOn(@Nullable VisitBrief visit, Instant start, ZoneId zone) {
    LocalDate day = start.atZone(zone).toLocalDate();
    return visit == null
        || ((visit.earliestDate() == null || !day.isBefore(visit.earliestDate()))
            && (visit.dueDate() == null || !day.isAfter(visit.dueDate())));
  }

  /** One per member of the crew. */
  List<Stop> of(Booking.Wish wish, @Nullable VisitBrief visit, StandingPlan plan, Horizon horizon) {
    Spans anyTime = Spans.of(List.of(new Span(0, horizon.seconds(horizon.end()))));
    WhenMay when =
        WhenMay.in(anyTime).urgent(policy.urgencyPercent().getOrDefault(wish.priority(), 0));
    if (visit != null && !plan.stops(visit.id()).isEmpty()) {
      return plan.stops(visit.id()).stream()
          .map(stop -> new Stop(stop.facts().when(when).pinned(null)))
          .toList();
    }
    int crew = visit == null ? between("crewSize", wish.crewSize(), MAX_CREW) : visit.crewSize();
    int seconds =
        visit == null
            ? 60 * between("durationMinutes", wish.durationMinutes(), MAX_MINUTES)
            : Math.toIntExact(visit.duration().toSeconds());
    List<io.trasa.orders.RequiredSkill> needs = visit == null ? wish.skills() : visit.skills();
    var facts =
        Stop.Facts.visit(
                visit == null ? UUID.randomUUID() : visit.id(),
                plan.problem().places().getOrDefault(place(wish, visit), 0),
                seconds,
                when,
                policy.points().getOrDefault(wish.priority(), 1))
            .by(
                WhoMay.ANYBODY
                    .withSkills(needs.stream().map(need -> skill(plan, need)).toList())
                    .in(territory(visit == null ? territoryOf(wish) : visit.territoryId()))
                    .without(
                        indexesOf(
                            plan,
                            visit == null
                                ? wish.excludedTechnicianIds()
                                : visit.excludedTechnicianIds()))
                    .rather(
                        indexesOf(
                            plan,
                            visit == null
                                ? wish.preferredTechnicianIds()
                                : visit.preferredTechnicianIds())));
    return IntStream.range(0, crew).mapToObj(m -> new Stop(facts.member(m, crew))).toList();
  }

  private static int between(String field, int value, int most) {
    if (value < 1 || value > most) {
      throw new InvalidInputException(field, value, "is not between 1 and " + most, "Correct it.");
    }
    return value;
  }

  private static RequiredSkill skill(StandingPlan plan, io.trasa.orders.RequiredSkill need) {
    int index = plan.problem().skills().indexOf(need.skillId());
    if (index < 0) {
      throw new InvalidInputException(
          "skills", need.skillId(), "is no skill", "Take one of /api/skills.");
    }
    return new RequiredSkill(index, need.level());
  }

  /** Where none is named, the one the place lies in, as a visit there will have it. */
  private @Nullable UUID territoryOf(Booking.Wish wish) {
    if (wish.territoryId() != null || wish.place() == null) {
      return wish.territoryId();
    }
    return people.territoryAt(wish.place()).map(Territory::id).orElse(null);
  }

  /** Of those who still work here. */
  private static BitSet indexesOf(StandingPlan plan, Set<UUID> technicianIds) {
    var indexes = new BitSet();
    for (int i = 0; i < plan.problem().technicians().size(); i++) {
      if (technicianIds.contains(plan.problem().technicians().get(i).id())) {
        indexes.set(i);
      }
    }
    return indexes;
  }

  /** In the order in which problems are built. */
  private int territory(@Nullable UUID id) {
    return id == null ? -1 : people.territories().stream().map(Territory::id).toList().indexOf(id);
  }
}
