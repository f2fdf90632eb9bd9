package io.trasa.planning;

import io.trasa.common.ConflictException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plans that hold for some days, which nobody else changes until the transaction ends. */
@Component
class HeldPlans {

  /** Days without a plan have no row to hold; whoever makes one by hand takes turns on this. */
  private static final int TURN = 418;

  private final Plans plans;
  private final JdbcClient database;

  HeldPlans(Plans plans, JdbcClient database) {
    this.plans = plans;
    this.database = database;
  }

  /** Within a transaction in which no plan was loaded before. */
  Held hold(Horizon horizon) {
    Map<LocalDate, UUID> ids = ids(horizon);
    if (ids.size() < horizon.days()) {
      database.sql("select pg_advisory_xact_lock(:turn)").param("turn", TURN).query().listOfRows();
      ids = ids(horizon);
    }
    // Always in the same sequence, so that none waits in a circle.
    var byId = new HashMap<UUID, Plan>();
    ids.values().stream().distinct().sorted().forEach(id -> byId.put(id, plans.locked(id)));
    var byDay = new LinkedHashMap<LocalDate, Plan>();
    ids.forEach((day, id) -> byDay.put(day, Objects.requireNonNull(byId.get(id))));
    return new Held(byDay);
  }

  private Map<LocalDate, UUID> ids(Horizon horizon) {
    var ids = new LinkedHashMap<LocalDate, UUID>();
    horizon.dates().forEach(day -> plans.currentId(day).ifPresent(id -> ids.put(day, id)));
    return ids;
  }

  /** By day; days without a plan are not there. */
  final class Held {
    private final Map<LocalDate, Plan> byDay;
    private final Map<LocalDate, Map<RouteKey, PlannedRoute>> routes = new HashMap<>();

    private Held(Map<LocalDate, Plan> byDay) {
      this.byDay = byDay;
    }

    @Nullable Plan of(LocalDate day) {
      return byDay.get(day);
    }

    List<Plan> all() {
      return byDay.values().stream().distinct().toList();
    }

    /** From now on that plan holds for the day. */
    void add(LocalDate day, Plan plan) {
      byDay.put(day, plan);
      routes.remove(day);
    }

    List<PlanStamp> stamps() {
      var stamps = new ArrayList<PlanStamp>();
      byDay.forEach((day, plan) -> stamps.add(new PlanStamp(day, plan.id(), plan.version())));
      return stamps;
    }

    /**
     * @throws ConflictException with code {@code plan-changed} if other plans hold than were seen
     */
    void requireSeen(List<PlanStamp> seen) {
      for (PlanStamp is : stamps()) {
        if (!seen.contains(is)) {
          Plan plan = Objects.requireNonNull(byDay.get(is.day()));
          throw new ConflictException(
              "plan-changed",
              "%s changed the plan for %s at %s."
                  .formatted(plan.changedBy(), is.day(), plan.changedAt()),
              "Load the board again; nothing was changed.");
        }
      }
    }

    /** All routes of the plan that holds for the day. */
    Map<RouteKey, PlannedRoute> routes(LocalDate day) {
      return routes.computeIfAbsent(
          day,
          d -> {
            var byKey = new HashMap<RouteKey, PlannedRoute>();
            Plan plan = byDay.get(d);
            if (plan != null) {
              plans.routes(plan, d).forEach(route -> byKey.put(RouteKey.of(route), route));
            }
            return byKey;
          });
    }
  }
}
