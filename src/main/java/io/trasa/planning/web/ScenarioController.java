package io.trasa.planning.web;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.orders.RequiredSkill;
import io.trasa.planning.JobView;
import io.trasa.planning.PlanDiff;
import io.trasa.planning.PlanKpis;
import io.trasa.planning.Scenario;
import io.trasa.planning.ScenarioPublisher;
import io.trasa.planning.ScenarioService;
import io.trasa.planning.SolveJob;
import io.trasa.planning.Suppositions;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What if: days planned with suppositions, compared with the plan that holds. */
@RestController
@RequestMapping("/api/scenarios")
class ScenarioController {

  private final ScenarioService scenarios;
  private final ScenarioPublisher publisher;
  private final Clock clock;

  ScenarioController(ScenarioService scenarios, ScenarioPublisher publisher, Clock clock) {
    this.scenarios = scenarios;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Days on which a technician is not there; one day if {@code to} is left out. */
  record AwayForm(@NotNull UUID technicianId, @NotNull LocalDate from, @Nullable LocalDate to) {
    Suppositions.Away toAway() {
      return new Suppositions.Away(technicianId, from, to == null ? from : to);
    }
  }

  /** Hours that a technician works, instead of his own; on one day if {@code to} is left out. */
  record HoursForm(
      @NotNull UUID technicianId,
      @NotNull LocalDate from,
      @Nullable LocalDate to,
      @NotNull LocalTime start,
      @NotNull LocalTime end) {
    Suppositions.Hours toHours() {
      return new Suppositions.Hours(technicianId, from, to == null ? from : to, start, end);
    }
  }

  /**
   * One more technician.
   *
   * @param like whose home, skills, territories, vehicle and shifts he has
   */
  record ExtraTechnicianForm(@NotNull UUID like, @NotBlank @PlainText(max = 80) String name) {
    Suppositions.ExtraTechnician toTechnician() {
      return new Suppositions.ExtraTechnician(UUID.randomUUID(), like, name.strip());
    }
  }

  /**
   * A visit that nobody ordered.
   *
   * @param windows in which it may begin; at any time if left out
   */
  record ExtraVisitForm(
      @NotBlank @PlainText(max = 120) String title,
      @NotNull Coordinates place,
      @NotNull Integer durationMinutes,
      @Nullable Priority priority,
      @Nullable @Size(max = 20) List<@NotNull RequiredSkill> skills,
      @Nullable @Size(max = 20) List<@NotNull TimeWindow> windows) {

    Suppositions.ExtraVisit toVisit() {
      return new Suppositions.ExtraVisit(
          UUID.randomUUID(),
          title.strip(),
          place,
          null,
          durationMinutes,
          priority == null ? Priority.NORMAL : priority,
          or(skills),
          or(windows));
    }
  }

  /**
   * A scenario; of suppositions there are at most 100.
   *
   * @param days from 1 to 31
   * @param policyId another policy; the default if left out
   * @param leftOut visits that are not to be done
   */
  record ScenarioForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotBlank @PlainText(max = 80) String name,
      @NotNull LocalDate from,
      @NotNull Integer days,
      @Nullable UUID policyId,
      @Nullable @Size(max = 100) List<@NotNull @Valid AwayForm> away,
      @Nullable @Size(max = 100) List<@NotNull @Valid HoursForm> hours,
      @Nullable @Size(max = 20) List<@NotNull @Valid ExtraTechnicianForm> technicians,
      @Nullable @Size(max = 100) List<@NotNull UUID> leftOut,
      @Nullable @Size(max = 100) List<@NotNull @Valid ExtraVisitForm> added) {

    ScenarioService.Wish toWish() {
      return new ScenarioService.Wish(
          name.strip(),
          from,
          days,
          policyId,
          or(away).stream().map(AwayForm::toAway).toList(),
          or(hours).stream().map(HoursForm::toHours).toList(),
          or(technicians).stream().map(ExtraTechnicianForm::toTechnician).toList(),
          or(leftOut),
          or(added).stream().map(ExtraVisitForm::toVisit).toList());
    }
  }

  /** How to plan it; without seconds the configured limit holds. */
  record RunScenario(@Nullable Integer seconds) {}

  /** The version is that of the scenario as it was looked at. */
  record PublishScenario(@NotNull Long version) {}

  record PublishedScenario(UUID planId) {}

  /**
   * A scenario.
   *
   * @param job the latest that planned it; null before, and when that is forgotten
   * @param kpis of its plan, as planned; null before there is one
   * @param inForce of what holds for these days
   * @param publishedPlanId the draft that its routes were made
   */
  record ScenarioView(
      UUID id,
      long version,
      String name,
      LocalDate from,
      int days,
      @Nullable UUID policyId,
      Suppositions supposed,
      ScenarioService.State state,
      Instant createdAt,
      String createdBy,
      Instant changedAt,
      String changedBy,
      @Nullable JobView job,
      @Nullable PlanKpis kpis,
      PlanKpis inForce,
      @Nullable UUID publishedPlanId) {}

  /** Those that have one of these days, the oldest first. */
  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  PageView<ScenarioView> list(
      @RequestParam LocalDate from, @RequestParam(defaultValue = "1") int days) {
    return PageView.whole(scenarios.touching(from, days).stream().map(this::view).toList());
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  ScenarioView get(@PathVariable UUID id) {
    return view(scenarios.find(id));
  }

  /** Writes it down; it is not planned yet. */
  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  ScenarioView create(@RequestBody @Validated ScenarioForm form) {
    return get(scenarios.create(form.toWish()));
  }

  /** Supposes all of this instead; the plan that was made before is forgotten. */
  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  ScenarioView change(
      @PathVariable UUID id, @RequestBody @Validated(OnChange.class) ScenarioForm form) {
    scenarios.change(id, form.version(), form.toWish());
    return get(id);
  }

  /** Begins to plan it, beside everything else. */
  @PostMapping("/{id}/run")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  ScenarioView run(@PathVariable UUID id, @RequestBody @Valid RunScenario wish) {
    scenarios.run(id, wish.seconds());
    return get(id);
  }

  /** Ends the search; the best plan so far is kept. */
  @PostMapping("/{id}/stop")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  ScenarioView stop(@PathVariable UUID id) {
    scenarios.stop(id);
    return get(id);
  }

  /** What it changes against what holds. */
  @GetMapping("/{id}/compare")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  PlanDiff compare(@PathVariable UUID id) {
    return scenarios.compare(id);
  }

  /** What it changes against another one. */
  @GetMapping("/{id}/compare/{other}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  PlanDiff compareWith(@PathVariable UUID id, @PathVariable UUID other) {
    return scenarios.compare(id, other);
  }

  /** Makes its routes the draft of their days, if they hold without what is only supposed. */
  @PostMapping("/{id}/publish")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  PublishedScenario publish(@PathVariable UUID id, @RequestBody @Valid PublishScenario seen) {
    return new PublishedScenario(publisher.publish(id, seen.version()));
  }

  /** Forgets it with its plan; what was published of it stays. */
  @DeleteMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable UUID id) {
    scenarios.discard(id);
  }

  private ScenarioView view(ScenarioService.Told told) {
    Scenario scenario = told.scenario();
    SolveJob job = told.job();
    return new ScenarioView(
        scenario.id(),
        scenario.version(),
        scenario.name(),
        scenario.firstDay(),
        scenario.days(),
        scenario.policyId(),
        told.supposed(),
        told.state(),
        Objects.requireNonNull(scenario.createdAt()),
        Objects.requireNonNull(scenario.createdBy()),
        Objects.requireNonNull(scenario.changedAt()),
        Objects.requireNonNull(scenario.changedBy()),
        job == null ? null : JobView.of(job, clock.instant()),
        told.kpis(),
        told.inForce(),
        scenario.publishedPlanId());
  }

  private static <T> List<T> or(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
