package io.trasa.planning;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param solverConfig folder with solver.xml and policy.properties
 * @param parallelJobs how many plans this node makes at the same time; 0 leaves them to others
 * @param jobs how nodes share the planning jobs
 */
@ConfigurationProperties("trasa.planning")
record PlanningSettings(
    @DefaultValue("solver-config") Path solverConfig,
    @DefaultValue("2") int parallelJobs,
    @DefaultValue Jobs jobs) {

  PlanningSettings {
    if (parallelJobs < 0 || parallelJobs > 64) {
      throw new IllegalArgumentException(
          "trasa.planning.parallel-jobs must be from 0 to 64, not " + parallelJobs + ".");
    }
  }

  /**
   * The same on all nodes.
   *
   * @param heartbeat how often a node says that it works on a job
   * @param missedHeartbeats after how many silences the job is another's, at least 4
   * @param poll how often a node looks for jobs that nobody told it of
   * @param checkpoint how often the best plan so far is kept while it gets better
   * @param patience how long a job may wait for its turn
   * @param shareFrom from so many visits on, several nodes search a plan together, at least 2
   */
  record Jobs(
      @DefaultValue("2s") Duration heartbeat,
      @DefaultValue("5") int missedHeartbeats,
      @DefaultValue("5s") Duration poll,
      @DefaultValue("1s") Duration checkpoint,
      @DefaultValue("30m") Duration patience,
      @DefaultValue("2000") int shareFrom) {

    Jobs {
      if (shareFrom < 2) {
        throw new IllegalArgumentException(
            "trasa.planning.jobs.share-from must be at least 2, not " + shareFrom + ".");
      }
    }
  }
}
