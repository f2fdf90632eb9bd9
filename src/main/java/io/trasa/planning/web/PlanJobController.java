package io.trasa.planning.web;

import io.trasa.planning.JobView;
import io.trasa.planning.PlanScope;
import io.trasa.planning.PlanningService;
import io.trasa.planning.SolveJob;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.PageView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Planning jobs: start, watch, stop. */
@RestController
@RequestMapping("/api/plan-jobs")
class PlanJobController {

  private final PlanningService planning;
  private final Clock clock;

  PlanJobController(PlanningService planning, Clock clock) {
    this.planning = planning;
    this.clock = clock;
  }

  /**
   * Plan these days; without seconds the configured limit holds, without policy the default.
   *
   * @param technicianIds only their routes are changed; all if left out
   * @param territoryIds only visits there are moved or come in; all if left out
   * @param onlyUnassigned whether visits that have a place keep it
   */
  record StartPlanning(
      @NotNull LocalDate from,
      @NotNull Integer days,
      @Nullable Integer seconds,
      @Nullable UUID policyId,
      @Nullable @Size(max = 500) Set<@NotNull UUID> technicianIds,
      @Nullable @Size(max = 100) Set<@NotNull UUID> territoryIds,
      @Nullable Boolean onlyUnassigned) {

    PlanScope scope() {
      return new PlanScope(
          technicianIds == null ? Set.of() : technicianIds,
          territoryIds == null ? Set.of() : territoryIds,
          Boolean.TRUE.equals(onlyUnassigned));
    }
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  JobView start(@RequestBody @Valid StartPlanning wish) {
    return view(
        planning.start(wish.from(), wish.days(), wish.seconds(), wish.policyId(), wish.scope()));
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  PageView<JobView> list(@RequestParam(defaultValue = "false") boolean active) {
    return PageView.whole(planning.latest(active).stream().map(this::view).toList());
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  JobView get(@PathVariable UUID id) {
    return view(planning.find(id));
  }

  @PostMapping("/{id}/stop")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  JobView stop(@PathVariable UUID id) {
    return view(planning.stop(id));
  }

  private JobView view(SolveJob job) {
    return JobView.of(job, clock.instant());
  }
}
