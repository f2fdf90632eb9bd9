package io.trasa.planning;

import ai.timefold.solver.core.config.solver.SolverConfig;
import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.people.PeopleService;
import io.trasa.people.Territory;
import io.trasa.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to planning: starts jobs, watches them, stops them; each ends in a stored draft. */
@Service
public class PlanningService {

  static final int MAX_SECONDS = 600;

  private final SolveJobs jobs;
  private final SolveQueue queue;
  private final SolvePreviews previews;
  private final PolicyService policies;
  private final PeopleService people;
  private final SolverConfig solverConfig;
  private final PlanningSettings settings;
  private final CurrentUser currentUser;
  private final ZoneId zone;
  private final Clock clock;

  PlanningService(
      SolveJobs jobs,
      SolveQueue queue,
      SolvePreviews previews,
      PolicyService policies,
      PeopleService people,
      SolverConfig solverConfig,
      PlanningSettings settings,
      CurrentUser currentUser,
      ZoneId zone,
      Clock clock) {
    this.jobs = jobs;
    this.queue = queue;
    this.previews = previews;
    this.policies = policies;
    this.people = people;
    this.solverConfig = solverConfig;
    this.settings = settings;
    this.currentUser = currentUser;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * Begins to plan these days.
   *
   * @param seconds how long to search; null takes the configured limit
   * @param policyId what to weigh the wishes by; null takes the default policy
   * @param scope what may be changed
   * @throws InvalidInputException if the days or seconds are out of bounds, or the scope names whom
   *     nobody knows
   * @throws ConflictException if one of these days is being planned already, or too many jobs wait
   * @throws NotFoundException if there is no such policy
   */
  @Transactional
  public SolveJob start(
      LocalDate from,
      int days,
      @Nullable Integer seconds,
      @Nullable UUID policyId,
      PlanScope scope) {
    requireKnown(scope);
    return start(new Horizon(from, days, zone), seconds, policyId, scope, null);
  }

  /** The same of a scenario: it is planned whole, beside the days' own plan. */
  @Transactional
  SolveJob start(
      Horizon horizon, @Nullable Integer seconds, @Nullable UUID policyId, UUID scenario) {
    return start(horizon, seconds, policyId, PlanScope.ALL, scenario);
  }

  private SolveJob start(
      Horizon horizon,
      @Nullable Integer seconds,
      @Nullable UUID policyId,
      PlanScope scope,
      @Nullable UUID scenario) {
    PolicyRevision policy = policies.latest(policyId);
    Instant now = clock.instant();
    SolveJob job =
        jobs.add(
            new SolveJobs.Wish(
                horizon,
                limitSeconds(seconds),
                policy.id(),
                scope,
                scenario,
                currentUser.name(),
                now,
                now.plus(settings.jobs().patience())));
    queue.add(job);
    return job;
  }

  /**
   * Ends the search, on whichever node; the best plan so far is stored. A job that has not begun
   * ends without one, one that has ended stays as it is.
   */
  public SolveJob stop(UUID id) {
    return jobs.askToStop(id, clock.instant());
  }

  public SolveJob find(UUID id) {
    return jobs.get(id);
  }

  /** The latest jobs that are not of scenarios, newest first. */
  public List<SolveJob> latest(boolean onlyActive) {
    return jobs.latest(onlyActive);
  }

  /** The best plan of a job under way, as it would be stored; null before there is one. */
  @Nullable Plan bestSoFar(UUID id) {
    return previews.best(jobs.get(id));
  }

  private void requireKnown(PlanScope scope) {
    for (UUID id : scope.technicianIds()) {
      if (!people.isActive(id)) {
        throw new InvalidInputException(
            "technicianIds", id, "is not an active technician", "Choose among /api/technicians.");
      }
    }
    var known = people.territories().stream().map(Territory::id).toList();
    for (UUID id : scope.territoryIds()) {
      if (!known.contains(id)) {
        throw new InvalidInputException(
            "territoryIds", id, "is not a known territory", "Choose among /api/territories.");
      }
    }
  }

  private int limitSeconds(@Nullable Integer wished) {
    if (wished == null) {
      var termination = solverConfig.getTerminationConfig();
      Long configured = termination == null ? null : termination.getSecondsSpentLimit();
      return configured == null ? 30 : Math.toIntExact(configured);
    }
    if (wished < 1 || wished > MAX_SECONDS) {
      throw new InvalidInputException(
          "seconds",
          wished,
          "is not between 1 and " + MAX_SECONDS,
          "Leave it out for the configured limit.");
    }
    return wished;
  }
}
