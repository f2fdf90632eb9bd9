package io.trasa.planning;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import io.trasa.common.ConflictException;
import io.trasa.common.NotFoundException;
import io.trasa.people.PeopleService;
import io.trasa.people.Technician;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.web.LiveStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a scenario's routes the draft of their days, if they hold in truth: laid on the days as
 * they are by now, every visit keeps its place and no rule is broken more.
 */
@Service
public class ScenarioPublisher {

  private final ScenarioService scenarios;
  private final ScenarioKeeper keeper;
  private final ProblemBuilder problems;
  private final ProblemChanges changes;
  private final PlanWriter writer;
  private final Plans plans;
  private final Pins pins;
  private final PeopleService people;
  private final LiveStream live;
  private final SolutionManager<RoutePlan, HardMediumSoftScore> scores;
  private final ZoneId zone;

  ScenarioPublisher(
      ScenarioService scenarios,
      ScenarioKeeper keeper,
      ProblemBuilder problems,
      ProblemChanges changes,
      PlanWriter writer,
      Plans plans,
      Pins pins,
      PeopleService people,
      LiveStream live,
      SolverFactory<RoutePlan> solvers,
      ZoneId zone) {
    this.scenarios = scenarios;
    this.keeper = keeper;
    this.problems = problems;
    this.changes = changes;
    this.writer = writer;
    this.plans = plans;
    this.pins = pins;
    this.people = people;
    this.live = live;
    this.scores = SolutionManager.create(solvers);
    this.zone = zone;
  }

  /** Where a part of a visit stands. */
  private record Place(UUID visit, int member, UUID technician, LocalDate day) {}

  /**
   * Makes its routes a draft, to be published as any other; visits that it left out stay without a
   * place, and nothing that it supposes is made real.
   *
   * @param version of the scenario as it was looked at
   * @return the draft's id
   * @throws ConflictException with code {@code changed-meanwhile}, {@code scenario-running}, {@code
   *     scenario-published}, {@code scenario-not-planned}; {@code scenario-stale} if what has
   *     changed since does not let the routes hold, {@code scenario-not-real} if they need what is
   *     only supposed
   */
  @Transactional
  public UUID publish(UUID id, long version) {
    Scenario scenario = scenarios.idle(id);
    scenario.requireVersion(version);
    UUID planId = scenario.planId();
    UUID jobId = scenario.jobId();
    if (planId == null || jobId == null) {
      throw ScenarioService.notPlanned();
    }
    Plan plan = plans.findById(planId).orElseThrow(() -> new NotFoundException("plan", planId));
    Suppositions supposed = keeper.of(scenario);
    Horizon horizon = scenario.horizon(zone);
    PolicyRevision policy = Objects.requireNonNull(plan.policy());
    requireReal(plan, supposed);
    ProblemChanges.Seen seen = changes.seen(horizon, jobId);
    requireFresh(
        plan,
        laid(plan, jobId, problems.build(horizon, policy, PlanScope.ALL, supposed)),
        supposed);
    Plan real = laid(plan, jobId, problems.real(horizon, policy, supposed));
    if (!holds(plan, real)) {
      throw notReal("Without what is supposed, hours above all, its routes do not hold.");
    }
    UUID published = writer.store(real).id();
    // The orders are locked now: what is not seen here comes after the plan.
    if (changes.since(seen)) {
      throw stale("Orders, people or the plan are changing at this moment.");
    }
    scenario.published(published);
    scenarios.tell(id);
    live.publishAfterCommit("board", Map.of("reason", "plan"));
    return published;
  }

  /** The plan's routes on a problem, as they come out there. */
  private Plan laid(Plan plan, UUID jobId, Problem problem) {
    KeptRoutes.of(plan.routes(), problem.horizon()).layOn(problem.routePlan());
    scores.update(problem.routePlan());
    return writer.draft(jobId, problem, problem.routePlan());
  }

  private void requireFresh(Plan then, Plan now, Suppositions supposed) {
    if (!holds(then, now)) {
      throw stale("Orders, people or shifts have changed, and its routes do not hold any more.");
    }
    Set<UUID> known = new HashSet<>(then.leftOut());
    places(then).forEach(place -> known.add(place.visit()));
    supposed.leftOut().forEach(visit -> known.add(visit.visitId()));
    Horizon horizon = new Horizon(then.firstDay(), then.days(), zone);
    if (pins.placed(horizon).stream().anyMatch(visit -> !known.contains(visit.visitId()))) {
      throw stale("The plan has got visits since that it knows nothing of.");
    }
  }

  private static boolean holds(Plan then, Plan now) {
    return places(then).equals(places(now)) && now.score().hardScore() >= then.score().hardScore();
  }

  private static Set<Place> places(Plan plan) {
    return plan.routes().stream()
        .flatMap(
            route ->
                route.visits().stream()
                    .map(
                        v -> new Place(v.visitId(), v.member(), route.technicianId(), route.day())))
        .collect(Collectors.toSet());
  }

  /** People and visits that are only supposed must not be on the routes. */
  private void requireReal(Plan plan, Suppositions supposed) {
    Set<Place> places = places(plan);
    List<String> unreal = new ArrayList<>();
    Stream.concat(
            supposed.technicians().stream()
                .filter(t -> places.stream().anyMatch(p -> p.technician().equals(t.id())))
                .map(Suppositions.ExtraTechnician::name),
            supposed.added().stream()
                .filter(v -> places.stream().anyMatch(p -> p.visit().equals(v.id())))
                .map(Suppositions.ExtraVisit::title))
        .forEach(unreal::add);
    if (!unreal.isEmpty()) {
      throw notReal("On its routes are, only supposed: %s.".formatted(String.join(", ", unreal)));
    }
    Set<UUID> active =
        people.activeTechnicians().stream().map(Technician::id).collect(Collectors.toSet());
    if (!places.stream().allMatch(place -> active.contains(place.technician()))) {
      throw stale("Somebody on its routes does not work here any more.");
    }
  }

  private static ConflictException stale(String reason) {
    return new ConflictException(
        "scenario-stale", reason, "Nothing was changed. Plan the scenario again.");
  }

  private static ConflictException notReal(String reason) {
    return new ConflictException(
        "scenario-not-real",
        reason,
        "Nothing was changed. Make it real first, then plan the scenario again without it.");
  }
}
