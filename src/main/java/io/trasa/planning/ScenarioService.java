package io.trasa.planning;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitBrief;
import io.trasa.web.LiveStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What if: scenarios are written down, planned apart from the plan that holds, and compared with it
 * and with each other. Nothing that they suppose is ever made real; see {@link ScenarioPublisher}.
 */
@Service
@Transactional
public class ScenarioService {

  static final int MOST = 30;

  private final Scenarios scenarios;
  private final ScenarioKeeper keeper;
  private final SuppositionChecks checks;
  private final PlanningService planning;
  private final PolicyService policies;
  private final SolveJobs jobs;
  private final Plans plans;
  private final PlanMeter meter;
  private final OrderService orders;
  private final LiveStream live;
  private final ZoneId zone;

  ScenarioService(
      Scenarios scenarios,
      ScenarioKeeper keeper,
      SuppositionChecks checks,
      PlanningService planning,
      PolicyService policies,
      SolveJobs jobs,
      Plans plans,
      PlanMeter meter,
      OrderService orders,
      LiveStream live,
      ZoneId zone) {
    this.scenarios = scenarios;
    this.keeper = keeper;
    this.checks = checks;
    this.planning = planning;
    this.policies = policies;
    this.jobs = jobs;
    this.plans = plans;
    this.meter = meter;
    this.orders = orders;
    this.live = live;
    this.zone = zone;
  }

  /**
   * A scenario as somebody wants it.
   *
   * @param policyId what to weigh the wishes by; null takes the default policy
   * @param leftOut ids of visits
   */
  public record Wish(
      String name,
      LocalDate from,
      int days,
      @Nullable UUID policyId,
      List<Suppositions.Away> away,
      List<Suppositions.Hours> hours,
      List<Suppositions.ExtraTechnician> technicians,
      List<UUID> leftOut,
      List<Suppositions.ExtraVisit> added) {}

  /** How far a scenario has come. */
  public enum State {
    NEW,
    PLANNING,
    PLANNED,
    FAILED,
    PUBLISHED
  }

  /**
   * A scenario with how far it has come.
   *
   * @param job the latest that planned it; null before, and when that is forgotten
   * @param kpis of its plan, as planned; null before there is one
   * @param inForce of what holds for these days
   */
  public record Told(
      Scenario scenario,
      Suppositions supposed,
      State state,
      @Nullable SolveJob job,
      @Nullable PlanKpis kpis,
      PlanKpis inForce) {}

  /**
   * @throws InvalidInputException if it supposes what is not there, or is out of bounds
   * @throws ConflictException with code {@code too-many-scenarios}
   */
  public UUID create(Wish wish) {
    var horizon = new Horizon(wish.from(), wish.days(), zone);
    String supposed = supposed(horizon, wish);
    if (scenarios.count() >= MOST) {
      throw new ConflictException(
          "too-many-scenarios",
          "There are %d scenarios already.".formatted(MOST),
          "Discard some that are not needed any more.");
    }
    UUID id =
        scenarios.saveAndFlush(new Scenario(wish.name(), horizon, wish.policyId(), supposed)).id();
    tell(id);
    return id;
  }

  /**
   * Changes what is supposed; the plan that was made before is forgotten.
   *
   * @throws InvalidInputException if it supposes what is not there, or is out of bounds
   * @throws ConflictException with code {@code changed-meanwhile}, {@code scenario-running} or
   *     {@code scenario-published}
   */
  public void change(UUID id, long version, Wish wish) {
    var horizon = new Horizon(wish.from(), wish.days(), zone);
    String supposed = supposed(horizon, wish);
    Scenario scenario = idle(id);
    scenario.requireVersion(version);
    scenario.describe(wish.name(), horizon, wish.policyId(), supposed);
    keeper.replace(scenario, null);
    tell(id);
  }

  private String supposed(Horizon horizon, Wish wish) {
    if (wish.policyId() != null) {
      policies.latest(wish.policyId());
    }
    return keeper.written(
        checks.checked(
            horizon,
            new SuppositionChecks.Wish(
                wish.away(), wish.hours(), wish.technicians(), wish.leftOut(), wish.added())));
  }

  /**
   * Begins to plan it, as any job but beside all others; the plan that it had stays until then.
   *
   * @param seconds how long to search; null takes the configured limit
   * @throws ConflictException with code {@code scenario-running} or {@code scenario-published}, or
   *     if too many jobs wait
   */
  public void run(UUID id, @Nullable Integer seconds) {
    Scenario scenario = idle(id);
    scenario.plannedBy(
        planning.start(scenario.horizon(zone), seconds, scenario.policyId(), id).id());
    tell(id);
  }

  /** Ends the search; the best plan so far is kept. */
  public void stop(UUID id) {
    UUID job = get(id).jobId();
    if (job != null) {
      jobs.find(job).ifPresent(known -> planning.stop(known.id()));
    }
  }

  /** Forgets it, with its plan and its job; what was published of it stays. */
  public void discard(UUID id) {
    // The job before the scenario: so does the end of a job, and nobody waits in a circle.
    jobs.forgetOf(id);
    Scenario scenario =
        scenarios.locked(id).orElseThrow(() -> new NotFoundException("scenario", id));
    keeper.replace(scenario, null);
    scenarios.delete(scenario);
    tell(id);
  }

  @Transactional(readOnly = true)
  public Told find(UUID id) {
    return new Telling().of(get(id));
  }

  /** Those that have one of these days, the oldest first. */
  @Transactional(readOnly = true)
  public List<Told> touching(LocalDate from, int days) {
    var telling = new Telling();
    var horizon = new Horizon(from, days, zone);
    return scenarios.touching(horizon.from(), horizon.from().plusDays(days)).stream()
        .map(telling::of)
        .toList();
  }

  /**
   * What it changes against what holds.
   *
   * @throws ConflictException with code {@code scenario-not-planned}
   */
  @Transactional(readOnly = true)
  public PlanDiff compare(UUID id) {
    Scenario scenario = get(id);
    Horizon horizon = scenario.horizon(zone);
    List<VisitBrief> visits = orders.visitsFor(horizon.from(), horizon.days());
    var known = new HashMap<UUID, VisitBrief>();
    return PlanDiff.of(
        horizon,
        meter.standing(horizon, noted(visits, known)),
        side(scenario, horizon, visits, known),
        known);
  }

  /**
   * What it changes against another one.
   *
   * @throws ConflictException with code {@code scenario-not-planned}
   * @throws InvalidInputException if the two have no day in common
   */
  @Transactional(readOnly = true)
  public PlanDiff compare(UUID id, UUID other) {
    Scenario after = get(id);
    Scenario before = get(other);
    Horizon both = before.horizon(zone).common(after.horizon(zone));
    if (both == null) {
      throw new InvalidInputException(
          "other", other, "has no day in common", "Compare scenarios of the same days.");
    }
    List<VisitBrief> visits = orders.visitsFor(both.from(), both.days());
    var known = new HashMap<UUID, VisitBrief>();
    return PlanDiff.of(
        both, side(before, both, visits, known), side(after, both, visits, known), known);
  }

  private PlanDiff.Side side(
      Scenario scenario, Horizon days, List<VisitBrief> visits, Map<UUID, VisitBrief> known) {
    UUID id = scenario.planId();
    if (id == null) {
      throw notPlanned();
    }
    Plan plan = plans.findById(id).orElseThrow(() -> new NotFoundException("plan", id));
    return meter.apart(plan, days, noted(keeper.of(scenario).visits(visits), known));
  }

  static ConflictException notPlanned() {
    return new ConflictException(
        "scenario-not-planned", "It has no plan yet.", "Plan it, and wait for the end.");
  }

  private static List<VisitBrief> noted(List<VisitBrief> visits, Map<UUID, VisitBrief> known) {
    visits.forEach(visit -> known.put(visit.id(), visit));
    return visits;
  }

  /** Scenarios of the same days are measured on the same visits. */
  private final class Telling {
    private final Map<Horizon, List<VisitBrief>> visits = new HashMap<>();
    private final Map<Horizon, PlanKpis> inForce = new HashMap<>();

    Told of(Scenario scenario) {
      Horizon horizon = scenario.horizon(zone);
      List<VisitBrief> real =
          visits.computeIfAbsent(horizon, h -> orders.visitsFor(h.from(), h.days()));
      Suppositions supposed = keeper.of(scenario);
      UUID jobId = scenario.jobId();
      UUID planId = scenario.planId();
      SolveJob job = jobId == null ? null : jobs.find(jobId).orElse(null);
      return new Told(
          scenario,
          supposed,
          state(scenario, job),
          job,
          planId == null
              ? null
              : plans
                  .findById(planId)
                  .map(plan -> meter.apart(plan, horizon, supposed.visits(real)).kpis())
                  .orElse(null),
          inForce.computeIfAbsent(horizon, h -> meter.standing(h, real).kpis()));
    }
  }

  private static State state(Scenario scenario, @Nullable SolveJob job) {
    if (scenario.publishedPlanId() != null) {
      return State.PUBLISHED;
    }
    if (job != null && job.state().isActive()) {
      return State.PLANNING;
    }
    if (scenario.planId() != null) {
      return State.PLANNED;
    }
    return job != null && job.state() == JobState.FAILED ? State.FAILED : State.NEW;
  }

  private Scenario get(UUID id) {
    return scenarios.findById(id).orElseThrow(() -> new NotFoundException("scenario", id));
  }

  /**
   * One that is neither being planned nor published, which nobody else changes until the end of the
   * transaction.
   */
  Scenario idle(UUID id) {
    Scenario scenario =
        scenarios.locked(id).orElseThrow(() -> new NotFoundException("scenario", id));
    UUID jobId = scenario.jobId();
    if (scenario.publishedPlanId() != null) {
      throw new ConflictException(
          "scenario-published",
          "%s was made the plan already.".formatted(scenario.name()),
          "Make a new scenario.");
    }
    if (jobId != null && jobs.find(jobId).filter(job -> job.state().isActive()).isPresent()) {
      throw new ConflictException(
          "scenario-running",
          "%s is being planned.".formatted(scenario.name()),
          "Stop it first, or wait for its end.");
    }
    return scenario;
  }

  void tell(UUID id) {
    live.publishAfterCommit("scenario", Map.of("id", id));
  }
}
