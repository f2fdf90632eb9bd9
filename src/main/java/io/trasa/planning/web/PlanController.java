package io.trasa.planning.web;

import io.trasa.planning.Plan;
import io.trasa.planning.PlanDiff;
import io.trasa.planning.PlanHistory;
import io.trasa.planning.PlanStatus;
import io.trasa.planning.PolicyRevision;
import io.trasa.planning.Publication;
import io.trasa.planning.rules.Rule;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.PageView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stored plans: those of a day, and what one changes against another. */
@RestController
@RequestMapping("/api/plans")
class PlanController {

  private final PlanHistory history;

  PlanController(PlanHistory history) {
    this.history = history;
  }

  /**
   * A plan with who made it and what was sent of it.
   *
   * @param policy null for plans from before policies
   */
  record PlanSummary(
      UUID id,
      LocalDate from,
      int days,
      PlanStatus status,
      Instant createdAt,
      String createdBy,
      BoardView.ScoreView score,
      long costMinutes,
      @Nullable PlanPolicy policy,
      List<Publication> publications) {

    static PlanSummary of(Plan plan) {
      var score = plan.score();
      return new PlanSummary(
          plan.id(),
          plan.firstDay(),
          plan.days(),
          plan.status(),
          Objects.requireNonNull(plan.createdAt()),
          Objects.requireNonNull(plan.createdBy()),
          new BoardView.ScoreView(score.hardScore(), score.mediumScore(), score.softScore()),
          plan.costMinutes(),
          plan.policy() == null ? null : PlanPolicy.of(plan.policy()),
          plan.publications());
    }
  }

  /** The policy as it was when the plan was made. */
  record PlanPolicy(UUID id, String name, int revision, Map<Rule, Long> weights) {

    static PlanPolicy of(PolicyRevision policy) {
      return new PlanPolicy(policy.policyId(), policy.name(), policy.number(), policy.weights());
    }
  }

  /** The latest plans that cover the day; the first is the one that holds. */
  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  @Transactional(readOnly = true)
  PageView<PlanSummary> list(@RequestParam LocalDate day) {
    return PageView.whole(history.of(day).stream().map(PlanSummary::of).toList());
  }

  @GetMapping("/{first}/compare/{second}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  PlanDiff compare(@PathVariable UUID first, @PathVariable UUID second) {
    return history.compare(first, second);
  }

  /** What the plan changes against the latest other one of which something was sent. */
  @GetMapping("/{plan}/compare/published")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  PlanDiff compareWithPublished(@PathVariable UUID plan) {
    return history.compareWithPublished(plan);
  }
}
