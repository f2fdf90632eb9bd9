package io.trasa.planning;

import io.trasa.common.ConflictException;
import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.common.TimeWindow;
import io.trasa.orders.VisitBrief;
import io.trasa.planning.advice.Slots;
import io.trasa.planning.advice.Standing;
import io.trasa.planning.advice.Trial;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.security.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds times to promise to a customer, holds one for some minutes so that nobody else is promised
 * the same, and puts the visit into the plan. What is held counts as taken for all others.
 */
@Service
public class BookingService {

  private static final int MAX_DAYS = 14;
  private static final int MAX_OFFERS = 20;
  private static final int MAX_SPANS = 300;
  private static final int MAX_MINUTES = 60;

  private final HeldSlots heldSlots;
  private final HeldPlans heldPlans;
  private final ChangeService changes;
  private final BookingStops stops;
  private final Holds holds;
  private final PromisedWindows promised;
  private final CurrentUser currentUser;
  private final ZoneId zone;
  private final Clock clock;

  BookingService(
      HeldSlots heldSlots,
      HeldPlans heldPlans,
      ChangeService changes,
      BookingStops stops,
      Holds holds,
      PromisedWindows promised,
      CurrentUser currentUser,
      ZoneId zone,
      Clock clock) {
    this.heldSlots = heldSlots;
    this.heldPlans = heldPlans;
    this.changes = changes;
    this.stops = stops;
    this.holds = holds;
    this.promised = promised;
    this.currentUser = currentUser;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * The best times, the cheapest first; empty if none can be kept.
   *
   * @throws InvalidInputException if the wish makes no sense
   * @throws NotFoundException if it names a visit that is not open on these days
   * @throws ConflictException with code {@code visit-sent} if its technician knows of it already
   */
  @Transactional(readOnly = true)
  public List<Booking.Offer> offers(Booking.Wish wish) {
    var search = new Search(wish, null);
    List<Slots.Offer> found = search.slots.of(search.spans());
    var offers = new ArrayList<Booking.Offer>();
    for (Slots.Offer offer : found.subList(0, Math.min(MAX_OFFERS, found.size()))) {
      offers.add(search.told(offer, offers.isEmpty()));
    }
    return offers;
  }

  /**
   * Holds a time, with whoever can come then at least cost.
   *
   * @param id made by who asks: the same one again changes nothing more
   * @param window to be promised, of at least an instant that is still to come
   * @throws ConflictException with code {@code slot-taken} if nobody can come then any more
   */
  @Transactional
  public Hold hold(UUID id, Booking.Wish wish, TimeWindow window, int minutes) {
    if (minutes < 1 || minutes > MAX_MINUTES) {
      throw new InvalidInputException(
          "minutes", minutes, "is not between 1 and " + MAX_MINUTES, "Hold it again when needed.");
    }
    holds.takeTurn();
    Hold known = holds.find(id).orElse(null);
    if (known != null) {
      return known;
    }
    var search = new Search(wish, null);
    Slots.Offer best = search.best(window);
    Instant now = clock.instant();
    var hold =
        new Hold(
            id,
            window,
            search.technicians(best),
            search.horizon.instant(best.start()),
            Duration.ofSeconds(search.members.getFirst().serviceSeconds()),
            search.place,
            currentUser.name(),
            now.plus(Duration.ofMinutes(minutes)),
            null);
    holds.add(hold, now);
    return hold;
  }

  /** Lets a slot go; one that is gone or confirmed stays so. */
  @Transactional
  public void release(UUID id) {
    holds.remove(id);
  }

  /**
   * Puts the visit into the plan and writes the promised window to it. Doing it twice changes
   * nothing more.
   *
   * @throws NotFoundException if there is no such hold or visit
   * @throws ConflictException with code {@code hold-expired}, {@code hold-used} if another visit
   *     has it, or {@code slot-taken} if nobody can come then any more
   */
  @Transactional
  public Hold confirm(UUID id, UUID visitId) {
    holds.takeTurn();
    Hold hold = holds.find(id).orElseThrow(() -> new NotFoundException("held slot", id));
    if (hold.visitId() != null) {
      if (hold.visitId().equals(visitId)) {
        return hold;
      }
      throw new ConflictException(
          "hold-used", "Another visit has this slot.", "Look for another one.");
    }
    if (!hold.expiresAt().isAfter(clock.instant())) {
      throw new ConflictException(
          "hold-expired",
          "The slot was held until %s.".formatted(hold.expiresAt()),
          "Look whether it is still free, and hold it again.");
    }
    LocalDate day = hold.start().atZone(zone).toLocalDate();
    VisitBrief visit = stops.open(visitId, day, 1);
    Instant planned = visit.plannedStart();
    LocalDate before = planned == null ? day : planned.atZone(zone).toLocalDate();
    LocalDate from = before.isBefore(day) ? before : day;
    int days = Math.toIntExact(Math.abs(before.toEpochDay() - day.toEpochDay())) + 1;
    var wish =
        new Booking.Wish(
            visitId,
            null,
            1,
            List.of(),
            visit.crewSize(),
            visit.priority(),
            null,
            Set.of(),
            Set.of(),
            from,
            days,
            List.of(),
            60);
    var search = new Search(wish, id);
    List<UUID> technicians = search.technicians(search.best(hold.window()));
    promised.promise(hold, visit);
    var steps = new ArrayList<PlanChange>();
    for (int member = 0; member < technicians.size(); member++) {
      steps.add(
          new PlanChange(
              PlanChange.Kind.PLACE,
              visitId,
              technicians.size() == 1 ? null : member,
              technicians.get(member),
              day,
              null,
              null,
              null));
    }
    var stamps = heldPlans.hold(search.horizon).stamps();
    try {
      changes.change(new ChangeService.Wish(id, from, days, stamps, steps, null));
    } catch (RulesBrokenException broken) {
      throw taken(hold.window());
    }
    return new Hold(
        id,
        hold.window(),
        technicians,
        hold.start(),
        visit.duration(),
        hold.place(),
        hold.by(),
        hold.expiresAt(),
        visitId);
  }

  private static ConflictException taken(TimeWindow window) {
    return new ConflictException(
        "slot-taken",
        "Nobody can come between %s and %s any more.".formatted(window.start(), window.end()),
        "Look for another time; nothing was changed.");
  }

  /** One search on the plan as it would be with all that is held. */
  private final class Search {
    private final Booking.Wish wish;
    private final Horizon horizon;
    private final StandingPlan plan;
    private final Standing standing;
    private final List<Stop> members;
    private final Coordinates place;
    private final Slots slots;
    private final @Nullable VisitBrief visit;

    /**
     * @param but the hold that is being confirmed; null for none
     */
    Search(Booking.Wish wish, @Nullable UUID but) {
      if (wish.days() < 1 || (but == null && wish.days() > MAX_DAYS)) {
        throw new InvalidInputException(
            "days", wish.days(), "is not between 1 and " + MAX_DAYS, "Look further in steps.");
      }
      this.wish = wish;
      horizon = new Horizon(wish.from(), wish.days(), zone);
      visit = wish.visitId() == null ? null : stops.open(wish.visitId(), wish.from(), wish.days());
      place = stops.place(wish, visit);
      plan = heldSlots.of(horizon, Set.of(place), but);
      standing = plan.standing();
      members = stops.of(wish, visit, plan, horizon);
      Trial change = standing.trial();
      if (wish.visitId() != null) {
        standing.stops(wish.visitId()).forEach(change::remove);
      }
      slots = new Slots(standing, change, members);
    }

    Slots.Offer best(TimeWindow window) {
      if (window.end().isBefore(clock.instant()) || !horizon.contains(window.start())) {
        throw new InvalidInputException(
            "window", window, "is past or on other days", "Take a window that was offered.");
      }
      return slots.of(List.of(horizon.clip(window.start(), window.end()))).stream()
          .findFirst()
          .orElseThrow(() -> taken(window));
    }

    List<UUID> technicians(Slots.Offer offer) {
      return offer.places().stream().map(at -> plan.technicianId(at.day())).toList();
    }

    /** The times to try: the customer's, cut to size, or the days' hours. */
    List<Span> spans() {
      Instant now = clock.instant();
      var spans = new ArrayList<Span>();
      for (TimeWindow window : windows()) {
        Instant start = window.start();
        while (start.isBefore(window.end())) {
          Instant end = start.plus(Duration.ofMinutes(wish.slotMinutes()));
          end = end.isAfter(window.end()) ? window.end() : end;
          if (start.isAfter(now) && horizon.contains(start) && stops.isOn(visit, start, zone)) {
            spans.add(horizon.clip(start, end));
          }
          start = end;
        }
      }
      if (spans.size() > MAX_SPANS) {
        throw new InvalidInputException(
            "slotMinutes",
            wish.slotMinutes(),
            "makes %d slots, more than %d".formatted(spans.size(), MAX_SPANS),
            "Ask for longer slots or fewer days.");
      }
      return spans;
    }

    private List<TimeWindow> windows() {
      if (!wish.windows().isEmpty()) {
        return wish.windows();
      }
      return horizon
          .dates()
          .map(
              day ->
                  new TimeWindow(
                      day.atTime(6, 0).atZone(zone).toInstant(),
                      day.atTime(20, 0).atZone(zone).toInstant()))
          .toList();
    }

    Booking.Offer told(Slots.Offer offer, boolean cheapest) {
      long seconds = 0;
      long metres = 0;
      long overtime = 0;
      boolean free = true;
      var moved = new ArrayList<Booking.Moved>();
      for (var entry : offer.outcome().routes().entrySet()) {
        var after = entry.getValue();
        var before = standing.route(entry.getKey());
        seconds += after.times().driveSeconds() - before.times().driveSeconds();
        metres += after.times().driveMetres() - before.times().driveMetres();
        overtime +=
            after.day().overtimeSeconds(after.times().home())
                - before.day().overtimeSeconds(before.times().home());
        free &= before.stops().stream().noneMatch(Stop::isVisit);
        for (int i = 0; i < after.stops().size(); i++) {
          Stop stop = after.stops().get(i);
          int was = before.indexOf(stop);
          if (stop.isVisit()
              && !stop.isHeld()
              && was >= 0
              && before.times().start(was) != after.times().start(i)) {
            moved.add(
                new Booking.Moved(
                    stop.visit(),
                    plan.technicianId(entry.getKey()),
                    horizon.instant(before.times().start(was)),
                    horizon.instant(after.times().start(i))));
          }
        }
      }
      moved.sort(Comparator.comparing(Booking.Moved::before));
      return new Booking.Offer(
          new TimeWindow(horizon.instant(offer.slot().from()), horizon.instant(offer.slot().to())),
          technicians(offer),
          horizon.instant(offer.start()),
          seconds,
          metres,
          Cost.of(offer.outcome().more(), standing.policy()),
          moved,
          reasons(cheapest, free, seconds, overtime, moved));
    }

    private List<Booking.Reason> reasons(
        boolean cheapest, boolean free, long driving, long overtime, List<Booking.Moved> moved) {
      var reasons = new ArrayList<Booking.Reason>();
      if (cheapest) {
        reasons.add(new Booking.Reason(Booking.Code.CHEAPEST, 0, Booking.Unit.COUNT));
      }
      reasons.add(new Booking.Reason(Booking.Code.ADDED_DRIVING, driving, Booking.Unit.SECONDS));
      if (free) {
        reasons.add(new Booking.Reason(Booking.Code.FREE_DAY, 0, Booking.Unit.COUNT));
      }
      if (!moved.isEmpty()) {
        reasons.add(new Booking.Reason(Booking.Code.OTHERS_MOVE, moved.size(), Booking.Unit.COUNT));
      }
      long later =
          moved.stream()
              .mapToLong(m -> Duration.between(m.before(), m.start()).toSeconds())
              .max()
              .orElse(0);
      if (later > 0) {
        reasons.add(new Booking.Reason(Booking.Code.OTHERS_LATER, later, Booking.Unit.SECONDS));
      }
      if (overtime > 0) {
        reasons.add(new Booking.Reason(Booking.Code.OVERTIME, overtime, Booking.Unit.SECONDS));
      }
      return reasons;
    }
  }
}
