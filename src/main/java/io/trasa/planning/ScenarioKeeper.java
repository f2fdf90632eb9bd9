package io.trasa.planning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what scenarios suppose, and their plans apart from those that hold. */
@Component
@Transactional
class ScenarioKeeper {

  private final Scenarios scenarios;
  private final Plans plans;
  private final JsonMapper json;

  ScenarioKeeper(Scenarios scenarios, Plans plans, JsonMapper json) {
    this.scenarios = scenarios;
    this.plans = plans;
    this.json = json;
  }

  /**
   * What a job is to suppose. Once its scenario is discarded the job is lost, and nothing of it is
   * stored.
   */
  @Transactional(readOnly = true)
  Suppositions of(SolveJob job) {
    UUID id = job.scenario();
    return id == null
        ? Suppositions.NONE
        : scenarios.findById(id).map(this::of).orElse(Suppositions.NONE);
  }

  Suppositions of(Scenario scenario) {
    return json.readValue(scenario.supposed(), Suppositions.class);
  }

  String written(Suppositions supposed) {
    return json.writeValueAsString(supposed);
  }

  /** Stores the plan in the place of the one that the scenario had. */
  UUID store(UUID id, Plan drafted) {
    Scenario scenario = scenarios.locked(id).orElseThrow();
    drafted.setApart();
    Plan plan = plans.save(drafted);
    replace(scenario, plan.id());
    return plan.id();
  }

  /** The plan that it had is forgotten. */
  void replace(Scenario scenario, @Nullable UUID plan) {
    UUID before = scenario.planId();
    scenario.setPlan(plan);
    scenarios.flush();
    if (before != null) {
      plans.forget(before);
    }
  }
}
