package io.trasa.planning;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverConfigOverride;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.security.CurrentUser;
import io.trasa.web.LiveStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * The door to replanning: something happened, and today's plan is changed as little as that takes.
 * A proposal comes at once and gets better for some seconds; nothing changes until it is accepted.
 */
@Service
public class ReplanService implements DisposableBean {

  static final int MAX_SECONDS = 60;
  static final int MAX_MINUTES = 600;
  private static final int DEFAULT_SECONDS = 5;
  private static final long PATIENCE_MILLIS = 1_500;
  private static final int AT_THE_SAME_TIME = 2;
  private static final int MOST_WAITING = 10;
  private static final int REMEMBERED = 20;
  private static final Logger log = LoggerFactory.getLogger(ReplanService.class);

  private final ReplanBuilder builder;
  private final ReplanAcceptance acceptance;
  private final SolverFactory<RoutePlan> solvers;
  private final LiveStream live;
  private final CurrentUser currentUser;
  private final Clock clock;
  private final Deque<Replan> replans = new ArrayDeque<>();
  private final Map<UUID, Solver<RoutePlan>> searching = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final ExecutorService pool =
      Executors.newFixedThreadPool(
          AT_THE_SAME_TIME, Thread.ofPlatform().name("replan-", 0).daemon().factory());

  ReplanService(
      ReplanBuilder builder,
      ReplanAcceptance acceptance,
      SolverConfig config,
      LiveStream live,
      CurrentUser currentUser,
      Clock clock) {
    this.builder = builder;
    this.acceptance = acceptance;
    this.solvers = SolverFactory.create(config);
    this.live = live;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  /**
   * Begins to replan today.
   *
   * @param freezeUntil what starts before stays as it is; null freezes nothing
   * @param seconds how long to search at most, up to 60; null for 5
   * @throws NotFoundException if no plan covers today
   * @throws InvalidInputException if what happened does not go together with the plan
   * @throws ConflictException with code {@code too-many-replans}
   */
  public ReplanView start(
      Trigger trigger, @Nullable Instant freezeUntil, @Nullable Integer seconds) {
    int limit = seconds == null ? DEFAULT_SECONDS : seconds;
    if (limit < 1 || limit > MAX_SECONDS) {
      throw new InvalidInputException(
          "seconds",
          seconds,
          "is not between 1 and " + MAX_SECONDS,
          "Leave it out for " + DEFAULT_SECONDS + " seconds.");
    }
    check(trigger, freezeUntil);
    if (waiting.get() >= MOST_WAITING) {
      throw new ConflictException(
          "too-many-replans",
          "%d replannings are under way.".formatted(MOST_WAITING),
          "Try again in some seconds.");
    }
    Instant startedAt = clock.instant();
    var replan =
        new Replan(trigger, builder.build(trigger, freezeUntil), currentUser.name(), startedAt);
    remember(replan);
    waiting.incrementAndGet();
    pool.execute(() -> search(replan, limit));
    return ReplanView.of(replan);
  }

  private void check(Trigger trigger, @Nullable Instant freezeUntil) {
    if (freezeUntil != null && freezeUntil.isAfter(clock.instant().plus(Duration.ofHours(24)))) {
      throw new InvalidInputException(
          "freezeUntil", freezeUntil, "is more than a day away", "Name a time of today.");
    }
    Instant soon =
        switch (trigger) {
          case Trigger.TechnicianOut out -> out.until();
          case Trigger.CustomerAbsent absent -> absent.backAt();
          case Trigger.Emergency emergency -> emergency.latestStart();
          default -> null;
        };
    if (soon != null && !soon.isAfter(clock.instant())) {
      throw new InvalidInputException(
          "until", soon, "has passed", "Name a time that is still to come, or leave it out.");
    }
  }

  public ReplanView find(UUID id) {
    return ReplanView.of(get(id));
  }

  /** Nothing changes; doing it twice neither. What was accepted stays accepted. */
  public ReplanView discard(UUID id) {
    Replan replan = get(id);
    replan.discard();
    stopSearching(id);
    return ReplanView.of(replan);
  }

  /**
   * Makes the best proposal so far the plan: what happened is noted, the plan stored, and who is
   * affected is told. Doing it twice changes nothing more.
   *
   * @throws ConflictException with code {@code replan-stale} if the world has moved on since, or
   *     {@code replan-closed} if it was discarded or has no proposal
   */
  public ReplanView accept(UUID id) {
    Replan replan = get(id);
    synchronized (replan) {
      if (replan.accepted() == null) {
        RoutePlan best = replan.best();
        if (!replan.state().isOpen() || best == null) {
          throw new ConflictException(
              "replan-closed",
              "This replanning is %s.".formatted(replan.state()),
              "Ask for a new one.");
        }
        replan.accept(acceptance.accept(replan, best));
      }
    }
    stopSearching(id);
    return ReplanView.of(replan);
  }

  private void search(Replan replan, int limit) {
    boolean failed = false;
    try {
      RoutePlan rest = replan.setting().rest().routePlan();
      rest.setLimitSeconds(limit);
      if (rest.getDays().isEmpty()) {
        replan.better(rest, clock.instant());
        return;
      }
      Solver<RoutePlan> solver =
          solvers.buildSolver(
              new SolverConfigOverride()
                  .withTerminationConfig(
                      new TerminationConfig()
                          .withSecondsSpentLimit((long) limit)
                          .withUnimprovedMillisecondsSpentLimit(PATIENCE_MILLIS)));
      searching.put(replan.id(), solver);
      solver.addEventListener(
          event -> {
            replan.better(event.getNewBestSolution(), clock.instant());
            tell(replan);
          });
      if (replan.state().isOpen()) {
        rest.startClock();
        replan.better(solver.solve(rest), clock.instant());
      }
    } catch (RuntimeException fault) {
      failed = true;
      log.error("Replanning {} failed", replan.id(), fault);
    } finally {
      searching.remove(replan.id());
      waiting.decrementAndGet();
      replan.ended(failed);
      tell(replan);
    }
  }

  private void tell(Replan replan) {
    live.publish("replan", Map.of("id", replan.id(), "state", replan.state()));
  }

  private void stopSearching(UUID id) {
    Solver<RoutePlan> solver = searching.get(id);
    if (solver != null) {
      solver.terminateEarly();
    }
  }

  private synchronized void remember(Replan replan) {
    replans.addFirst(replan);
    if (replans.size() > REMEMBERED) {
      stopSearching(replans.removeLast().id());
    }
  }

  private synchronized Replan get(UUID id) {
    return replans.stream()
        .filter(replan -> replan.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("replanning", id));
  }

  @Override
  public void destroy() {
    searching.values().forEach(Solver::terminateEarly);
    pool.shutdownNow();
  }
}
