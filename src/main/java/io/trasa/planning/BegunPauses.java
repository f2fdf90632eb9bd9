package io.trasa.planning;

import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.Spans.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which breaks and calls of a day under way have begun by now. Nobody tells of them: one has begun
 * when its time has come and what is before it on its route is done. A plan that is made anew
 * leaves it where it was and begins no other before now.
 */
final class BegunPauses {

  private static final int WHENEVER = 2 * 86_400;

  private final Map<RouteKey, PlannedRoute> routes = new HashMap<>();
  private final Set<UUID> open;
  private final Horizon horizon;
  private final @Nullable Instant now;

  /**
   * @param now null if no day is under way
   * @param placed all visits on routes of that day
   * @param open those visits that are not done
   */
  BegunPauses(
      Horizon horizon, @Nullable Instant now, Collection<PlannedVisit> placed, Set<UUID> open) {
    this.horizon = horizon;
    this.now = now;
    this.open = open;
    placed.forEach(visit -> routes.put(RouteKey.of(visit.route()), visit.route()));
  }

  /** The breaks of a day as they are to be planned from now on, by the same numbers. */
  List<Break> left(UUID technician, LocalDate day, List<Break> asked) {
    if (!isUnderWay(day)) {
      return asked;
    }
    PlannedRoute route = routes.get(new RouteKey(technician, day));
    var left = new ArrayList<Break>();
    for (int number = 0; number < asked.size(); number++) {
      PlannedBreak planned = find(route, number);
      Break pause = asked.get(number);
      left.add(new Break(pause.place(), span(route, planned, pause.start()), pause.seconds()));
    }
    return left;
  }

  /** When the day's call at the depot may begin. */
  Span callHours(UUID technician, LocalDate day, Span hours) {
    if (!isUnderWay(day)) {
      return hours;
    }
    PlannedRoute route = routes.get(new RouteKey(technician, day));
    PlannedCall call = route == null ? null : route.call();
    if (route != null && call != null && hasBegun(route, call.startsAt(), call.afterVisits())) {
      return new Span(horizon.seconds(call.startsAt()), seconds());
    }
    return new Span(Math.max(hours.from(), seconds()), Math.max(hours.to(), seconds()));
  }

  private boolean isUnderWay(LocalDate day) {
    return now != null && horizon.dayOf(now).equals(day);
  }

  private int seconds() {
    return horizon.seconds(Objects.requireNonNull(now));
  }

  private static @Nullable PlannedBreak find(@Nullable PlannedRoute route, int number) {
    return route == null
        ? null
        : route.breaks().stream().filter(b -> b.number() == number).findFirst().orElse(null);
  }

  private Span span(@Nullable PlannedRoute route, @Nullable PlannedBreak planned, Span asked) {
    if (route != null
        && planned != null
        && hasBegun(route, planned.startsAt(), planned.afterVisits())) {
      int start = horizon.seconds(planned.startsAt());
      return new Span(start, start);
    }
    int from = Math.max(asked.from(), seconds());
    // One that nobody needed in its time is not made up for.
    boolean isOver = planned == null && asked.to() < seconds();
    return new Span(from, isOver ? from + WHENEVER : Math.max(from, asked.to()));
  }

  private boolean hasBegun(PlannedRoute route, Instant start, int afterVisits) {
    return start.isBefore(Objects.requireNonNull(now))
        && route.visits().stream()
            .filter(visit -> visit.sequence() <= afterVisits)
            .noneMatch(visit -> open.contains(visit.visitId()));
  }
}
