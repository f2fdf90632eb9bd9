package io.trasa.planning.search;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import ai.timefold.solver.core.config.phase.custom.CustomPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import io.trasa.planning.problem.RoutePlan;
import java.util.Collections;

/**
 * One slice of the array search as a command of Timefold's custom phase: searches for a while, then
 * hands its best routes over to be scored. All jobs share it; it never changes once it is
 * configured.
 *
 * <p>The score of the handed routes must be what the search counted. If it is not, that is told as
 * an error and the search ends there: the solver keeps the best plan by its own score, whatever the
 * search believes.
 */
public final class ArraySearchPhase implements PhaseCommand<RoutePlan> {

  /** Only after a command is a better plan seen; enough for 20 minutes of the shortest slices. */
  private static final int SLICES = 12_000;

  private static final int MOST_THREADS = 64;

  private static final System.Logger log = System.getLogger(ArraySearchPhase.class.getName());

  private int threads = Runtime.getRuntime().availableProcessors();

  /**
   * On how many threads a plan is searched; a custom property in solver.xml.
   *
   * @param threads from 1 to 64
   */
  public void setThreads(int threads) {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "solver.xml: threads must be from 1 to " + MOST_THREADS + ", not " + threads + ".");
    }
    this.threads = threads;
  }

  /** Repeats the command, named once in solver.xml, so that the phase lasts as long as it may. */
  public static SolverConfig inSlices(SolverConfig config) {
    var phases = config.getPhaseConfigList();
    if (phases != null) {
      for (var phase : phases) {
        if (phase instanceof CustomPhaseConfig custom && isOurs(custom)) {
          custom.setCustomPhaseCommandClassList(null);
          custom.setCustomPhaseCommandList(Collections.nCopies(SLICES, configured(custom)));
          custom.setCustomProperties(null);
        }
      }
    }
    return config;
  }

  private static ArraySearchPhase configured(CustomPhaseConfig custom) {
    var phase = new ArraySearchPhase();
    var properties = custom.getCustomProperties();
    String threads = properties == null ? null : properties.get("threads");
    if (threads != null) {
      phase.setThreads(Integer.parseInt(threads));
    }
    return phase;
  }

  private static boolean isOurs(CustomPhaseConfig custom) {
    var commands = custom.getCustomPhaseCommandClassList();
    return commands != null && commands.contains(ArraySearchPhase.class);
  }

  @Override
  public void changeWorkingSolution(PhaseCommandContext<RoutePlan> context) {
    RoutePlan plan = context.getWorkingSolution();
    ArraySearch search = ArraySearch.of(plan, threads, context::isPhaseTerminated);
    if (search == null || search.isOver() || !search.slice(context::isPhaseTerminated)) {
      return;
    }
    HardMediumSoftScore score = context.executeAndCalculateScore(new HandOver(plan, search));
    if (score.mediumScore() != search.mediumScore() || score.softScore() != search.softScore()) {
      search.giveUp();
      log.log(
          System.Logger.Level.ERROR,
          "The array search counted {0}medium/{1}soft for routes that score {2}; it is left out.",
          Long.toString(search.mediumScore()),
          Long.toString(search.softScore()),
          score);
    }
  }
}
