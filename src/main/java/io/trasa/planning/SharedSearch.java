package io.trasa.planning;

import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Searches a big plan on several nodes: first whole on the node that has the job, then in parts,
 * one here and the others wherever a node is free, then whole again, so that what lies at the
 * borders is bettered too; and once more with other borders. A part that is not given back in time
 * stays as it was.
 */
@Component
class SharedSearch {

  /** With less time nothing is gained by it. */
  private static final int LEAST_SECONDS = 10;

  private static final int MOST_PARTS = 16;
  private static final int ROUNDS = 2;

  /** Of the time: whole before each round, and each round. What is left is for the whole again. */
  private static final double[] WHOLE = {0.15, 0.1};

  private static final double PARTS = 0.3;

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Logger log = LoggerFactory.getLogger(SharedSearch.class);

  private final SolveParts parts;
  private final PartSearch search;
  private final int shareFrom;

  SharedSearch(SolveParts parts, PartSearch search, PlanningSettings settings) {
    this.parts = parts;
    this.search = search;
    this.shareFrom = settings.jobs().shareFrom();
  }

  /** Searches here until the given seconds are over or the job has to end. */
  interface Here {

    RoutePlan whole(int seconds);

    /** Nothing of it is told or kept. */
    RoutePlan part(RoutePlan part, int seconds);
  }

  /** Searches until the time is up or the job has to end. */
  RoutePlan search(RunningSolve solve, Problem problem, Here here) {
    int seconds = solve.restSeconds();
    int count = seconds < LEAST_SECONDS ? 1 : parts(problem.routePlan());
    for (int round = 0; count > 1 && round < ROUNDS; round++) {
      RoutePlan best = here.whole(seconds(WHOLE[round], seconds));
      if (solve.end() != RunningSolve.End.TIME_IS_UP) {
        return best;
      }
      List<PlanPart> cut = PlanCut.of(best, problem.places(), problem.dates(), count, round);
      KeptRoutes joined = apart(solve, round, cut, seconds(PARTS, seconds), here);
      KeptRoutes.of(best).with(joined).layOn(problem.routePlan());
      problem.routePlan().setWarm(true);
      if (solve.end() == RunningSolve.End.CHANGED) {
        return problem.routePlan();
      }
    }
    return here.whole(solve.restSeconds());
  }

  private static int seconds(double share, int of) {
    return Math.max(1, (int) Math.round(share * of));
  }

  private int parts(RoutePlan plan) {
    long stops = plan.getStops().stream().filter(Stop::isVisit).count();
    if (stops < shareFrom) {
      return 1;
    }
    return (int) Math.min(Math.min(MOST_PARTS, parts.nodes()), Math.max(2, stops / shareFrom));
  }

  /** Searches the first part here, the others elsewhere. */
  private KeptRoutes apart(
      RunningSolve solve, int round, List<PlanPart> cut, int seconds, Here here) {
    SolveJob job = solve.job();
    int first = round * MOST_PARTS;
    try {
      parts.add(job, first + 1, cut.subList(1, cut.size()), seconds);
      var routes =
          new HashMap<>(KeptRoutes.of(here.part(search.read(job, cut.getFirst()), seconds)).days());
      awaitOthers(solve);
      Map<Integer, KeptRoutes> done = parts.collect(job.id());
      done.values().forEach(part -> routes.putAll(part.days()));
      log.info(
          "Planning job {} was searched in {} parts, {} of them on other nodes",
          job.id(),
          cut.size(),
          done.size());
      return new KeptRoutes(routes);
    } finally {
      parts.collect(job.id());
    }
  }

  private void awaitOthers(RunningSolve solve) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (solve.end() == RunningSolve.End.TIME_IS_UP
          && System.nanoTime() < end
          && parts.running(solve.job().id()) > 0) {
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
