package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.ConflictException;
import io.trasa.security.CurrentUser;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What the database guards between nodes; this one solves nothing. */
@TrasaIT
@TestPropertySource(properties = "trasa.planning.parallel-jobs=0")
class SolveJobsIT {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Duration GRACE = Duration.ofMinutes(5);

  @Autowired private PlanningService planning;
  @Autowired private SolveJobs jobs;
  @Autowired private PolicyService policies;
  @Autowired private SolveRunner runner;
  @Autowired private CurrentUser currentUser;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void clear() {
    jdbc.sql("delete from planning_job").update();
    jdbc.sql("delete from planning_task").update();
  }

  @Test
  void plansADayOnceHoweverManyAskForIt() throws InterruptedException, ExecutionException {
    Callable<Boolean> start =
        () -> {
          try {
            planning.start(DAY, 2, 60, null, PlanScope.ALL);
            return true;
          } catch (ConflictException refused) {
            return false;
          }
        };
    int begun = 0;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var started : pool.invokeAll(List.of(start, start, start, start))) {
        begun += started.get() ? 1 : 0;
      }
    }
    assertThat(begun).isEqualTo(1);
    assertThatThrownBy(() -> planning.start(DAY.plusDays(1), 1, 60, null, PlanScope.ALL))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("trasa is planning 2026-11-24, 2 day(s), already");
    assertThat(planning.start(DAY.plusDays(2), 1, 60, null, PlanScope.ALL).state())
        .isEqualTo(JobState.QUEUED);
    assertThat(tasks()).hasSize(2);
  }

  @Test
  void aNodeThatLostTheJobWritesNothingMore() {
    SolveJob queued = planning.start(DAY, 1, 60, null, PlanScope.ALL);
    SolveJob first = begin(queued);
    var kept = new KeptRoutes(Map.of("a", List.of(new KeptRoutes.Place("b/0", 7))));
    var better = new SolveJobs.Better(SolveProgress.NONE, kept);
    assertThat(jobs.keep(first, 1_500, better)).isPresent();

    SolveJob second = begin(queued);
    assertThat(second.searchedMillis()).isEqualTo(1_500);
    assertThat(jobs.checkpoint(second.id())).contains(kept);
    assertThat(jobs.keep(first, 9_000, better)).isEmpty();
    assertThat(jobs.hold(first)).isFalse();
    jobs.end(first, JobState.DONE, UUID.randomUUID(), SolveProgress.NONE, clock.instant());
    assertThat(jobs.get(queued.id()).state()).isEqualTo(JobState.RUNNING);
    assertThat(jobs.get(queued.id()).searchedMillis()).isEqualTo(1_500);

    assertThat(jobs.hold(second)).isTrue();
    jobs.end(second, JobState.DONE, UUID.randomUUID(), SolveProgress.NONE, clock.instant());
    assertThat(jobs.get(queued.id()).state()).isEqualTo(JobState.DONE);
    assertThat(jobs.begin(queued.id(), clock.instant(), GRACE)).isEmpty();
  }

  @Test
  void whoStartsManyLeavesOthersTheirTurn() {
    var started = new ArrayList<String>();
    for (String who : List.of("anna", "anna", "anna", "ben", "anna", "ben")) {
      LocalDate day = DAY.plusDays(started.size());
      currentUser.actAs(
          who, () -> started.add(planning.start(day, 1, 60, null, PlanScope.ALL).id().toString()));
    }
    assertThat(tasks().stream().map(started::indexOf)).containsExactly(0, 3, 1, 5, 2, 4);
    begin(jobs.get(UUID.fromString(started.get(1))));
    currentUser.actAs(
        "cleo",
        () ->
            started.add(
                planning.start(DAY.plusDays(9), 1, 60, null, PlanScope.ALL).id().toString()));
    assertThat(tasks().stream().map(started::indexOf))
        .as("who comes later does not catch up for the time before")
        .containsExactly(0, 3, 1, 5, 6, 2, 4);
  }

  @Test
  void aTerritoryThatIsPlannedOftenLeavesOthersTheirTurn() {
    UUID north = UUID.randomUUID();
    UUID south = UUID.randomUUID();
    UUID policy = policies.latest(null).id();
    Instant now = clock.instant();
    var turns = new ArrayList<Integer>();
    for (Set<UUID> territories :
        List.of(
            Set.of(north), Set.of(north), Set.of(south), Set.of(north, south), Set.<UUID>of())) {
      var horizon = new Horizon(DAY.plusDays(turns.size()), 1, ZoneOffset.UTC);
      var scope = new PlanScope(Set.of(), territories, false);
      turns.add(
          jobs.add(
                  new SolveJobs.Wish(
                      horizon, 60, policy, scope, null, "anna", now, now.plus(GRACE)))
              .turn());
    }
    assertThat(turns).containsExactly(0, 60, 0, 120, 0);
  }

  @Test
  void whatIsStoppedInTheQueueNeverBegins() {
    SolveJob queued = planning.start(DAY, 1, 60, null, PlanScope.ALL);
    SolveJob stopped = planning.stop(queued.id());
    assertThat(stopped.state()).isEqualTo(JobState.STOPPED);
    assertThat(stopped.endedAt()).isEqualTo(clock.instant());
    assertThat(runner.run(queued.id())).isTrue();
    assertThat(planning.find(queued.id())).isEqualTo(stopped);
    assertThat(planning.latest(true)).isEmpty();
    assertThat(planning.start(DAY, 1, 60, null, PlanScope.ALL).state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void waitsForItsTurnAndForHelpOnlySoLong() {
    SolveJob queued = planning.start(DAY, 1, 60, null, PlanScope.ALL);
    clock.advance(Duration.ofMinutes(31));
    assertThat(runner.run(queued.id())).isTrue();
    assertThat(planning.find(queued.id()))
        .matches(job -> job.state() == JobState.FAILED && job.planId() == null)
        .extracting(SolveJob::error)
        .asString()
        .contains("waited too long");

    SolveJob deadly = planning.start(DAY, 1, 60, null, PlanScope.ALL);
    for (int node = 0; node < 5; node++) {
      begin(deadly);
    }
    assertThat(runner.run(deadly.id())).isTrue();
    assertThat(planning.find(deadly.id()).error()).contains("5 nodes");
  }

  private SolveJob begin(SolveJob job) {
    return jobs.begin(job.id(), clock.instant(), GRACE).orElseThrow();
  }

  /** In the order in which nodes take them. */
  private List<String> tasks() {
    return jdbc.sql(
            "select task_instance from planning_task order by priority desc, execution_time")
        .query((row, index) -> row.getString(1))
        .list();
  }
}
