package io.trasa.planning;

import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitBrief;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans that were ever made for a day, and what one changes against another. */
@Service
@Transactional(readOnly = true)
public class PlanHistory {

  private static final int MAX_PLANS = 100;

  private final Plans plans;
  private final OrderService orders;
  private final PlanMeter meter;
  private final ZoneId zone;

  PlanHistory(Plans plans, OrderService orders, PlanMeter meter, ZoneId zone) {
    this.plans = plans;
    this.orders = orders;
    this.meter = meter;
    this.zone = zone;
  }

  /** The latest plans that cover the day; the first is the one that holds. */
  public List<Plan> of(LocalDate day) {
    return plans.covering(day, Limit.of(MAX_PLANS));
  }

  /**
   * @throws NotFoundException if there is no such plan
   * @throws InvalidInputException if the plans have no day in common
   */
  public PlanDiff compare(UUID before, UUID after) {
    return compare(find(before), find(after));
  }

  /**
   * Compares with the latest other plan of which something was sent for a day of this one.
   *
   * @throws NotFoundException if there is none
   */
  public PlanDiff compareWithPublished(UUID id) {
    Plan plan = find(id);
    Plan published =
        plans
            .published(id, plan.firstDay(), plan.firstDay().plusDays(plan.days()), Limit.of(1))
            .stream()
            .findFirst()
            .orElseThrow(() -> new NotFoundException("published plan before", id));
    return compare(published, plan);
  }

  private PlanDiff compare(Plan before, Plan after) {
    Horizon both = days(before).common(days(after));
    if (both == null) {
      throw new InvalidInputException(
          "second",
          after.id(),
          "has no day in common with plan " + before.id(),
          "Compare plans of the same days.");
    }
    var visits =
        orders.visitsFor(both.from(), both.days()).stream()
            .collect(Collectors.toMap(VisitBrief::id, Function.identity()));
    return PlanDiff.of(
        both, side(before, both, visits.values()), side(after, both, visits.values()), visits);
  }

  private PlanDiff.Side side(Plan plan, Horizon days, Collection<VisitBrief> visits) {
    return new PlanDiff.Side(plan.routesOf(days), meter.of(plan, days, visits));
  }

  private Horizon days(Plan plan) {
    return new Horizon(plan.firstDay(), plan.days(), zone);
  }

  private Plan find(UUID id) {
    return plans.findById(id).orElseThrow(() -> new NotFoundException("plan", id));
  }
}
