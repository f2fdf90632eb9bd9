package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.orders.Progress;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanDiffTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Instant EIGHT = Instant.parse("2026-11-24T08:00:00Z");
  private static final UUID ANNA = UUID.randomUUID();
  private static final UUID BORIS = UUID.randomUUID();
  private static final UUID A = UUID.randomUUID();
  private static final UUID B = UUID.randomUUID();
  private static final UUID C = UUID.randomUUID();

  @Test
  void aPlanDiffersInNothingFromItself() {
    Plan plan = plan(DAY, 1, -600, route(ANNA, DAY, at(A, 0, 0), at(B, 0, 60)));
    PlanDiff diff = diff(plan, plan);
    assertThat(diff.moved()).isEmpty();
    assertThat(diff.added()).isEmpty();
    assertThat(diff.dropped()).isEmpty();
    assertThat(diff.promisesBroken()).isEmpty();
    assertThat(diff.before()).isEqualTo(diff.after());
  }

  @Test
  void namesWhatMovedCameAndWent() {
    Plan before = plan(DAY, 1, -600, route(ANNA, DAY, at(A, 0, 0), at(B, 0, 60)));
    Plan after =
        plan(DAY, 1, -1200, route(ANNA, DAY, at(A, 0, 30)), route(BORIS, DAY, at(C, 0, 0)));
    PlanDiff diff = diff(before, after);
    var moved = diff.moved().getFirst();
    assertThat(diff.moved()).hasSize(1);
    assertThat(moved.visitId()).isEqualTo(A);
    assertThat(moved.otherTechnicians()).isFalse();
    assertThat(moved.shiftSeconds()).isEqualTo(1800);
    assertThat(diff.added()).extracting(PlanDiff.Placed::visitId).containsExactly(C);
    assertThat(diff.dropped()).extracting(PlanDiff.Placed::visitId).containsExactly(B);
    assertThat(diff.before().costMinutes()).isEqualTo(10);
    assertThat(diff.after().costMinutes()).isEqualTo(20);
  }

  @Test
  void theSameTimeWithSomebodyElseIsAMoveAndACrewMovesOnce() {
    Plan before = plan(DAY, 1, 0, route(ANNA, DAY, at(A, 0, 0)), route(BORIS, DAY, at(A, 1, 0)));
    Plan after = plan(DAY, 1, 0, route(BORIS, DAY, at(A, 0, 0)), route(ANNA, DAY, at(A, 1, 0)));
    assertThat(diff(before, after).moved())
        .singleElement()
        .satisfies(
            moved -> {
              assertThat(moved.otherTechnicians()).isTrue();
              assertThat(moved.shiftSeconds()).isZero();
              assertThat(moved.after().technicianIds()).containsExactly(BORIS, ANNA);
            });
  }

  @Test
  void aPromiseIsBrokenOneSecondAfterItsWindowAndOnlyIfItWasKeptBefore() {
    var visits = Map.of(A, visit(A, 60), B, visit(B, 30));
    Plan before = plan(DAY, 1, 0, route(ANNA, DAY, at(A, 0, 0), at(B, 0, 31)));
    Plan kept = plan(DAY, 1, 0, route(ANNA, DAY, at(A, 0, 60), at(B, 0, 90)));
    Plan broken = plan(DAY, 1, 0, route(ANNA, DAY, at(A, 0, 61), at(B, 0, 90)));
    assertThat(diff(before, kept, visits).promisesBroken()).isEmpty();
    PlanDiff diff = diff(before, broken, visits);
    assertThat(diff.promisesBroken()).containsExactly(A);
    assertThat(diff.before().late()).isEqualTo(1);
    assertThat(diff.after().late()).isEqualTo(2);
    assertThat(diff.after().lateMinutes()).isEqualTo(61);
    assertThat(diff.after().onTimePercent()).isZero();
  }

  @Test
  void onlyDaysThatBothPlansCoverAreCompared() {
    LocalDate next = DAY.plusDays(1);
    Plan two = plan(DAY, 2, -600, route(ANNA, DAY, at(A, 0, 0)), route(ANNA, next, at(B, 0, 1440)));
    Plan one = plan(DAY, 1, -300, route(ANNA, DAY, at(A, 0, 0)));
    PlanDiff diff = diff(two, one);
    assertThat(diff.dropped()).isEmpty();
    assertThat(diff.before().costMinutes()).as("cost of a part is not known").isNull();
  }

  @Test
  void kpisCountDrivingWorkOvertimeAndLoad() {
    Plan plan = plan(DAY, 1, 0, route(ANNA, DAY, at(A, 0, 0), at(B, 0, 60)), route(BORIS, DAY));
    PlanKpis kpis = diff(plan, plan).after();
    assertThat(kpis.planned()).isEqualTo(2);
    assertThat(kpis.driveSeconds()).isEqualTo(2 * 600 + 900);
    assertThat(kpis.driveMetres()).isEqualTo(2 * 5_000 + 7_000);
    assertThat(kpis.workSeconds()).isEqualTo(2 * 1_800);
    assertThat(kpis.overtimeSeconds()).as("who drives nowhere has none").isEqualTo(300);
    assertThat(kpis.loadPercent()).as("of both technicians' time").isEqualTo(10);
    assertThat(kpis.onTimePercent()).isEqualTo(100);
  }

  @Test
  void kpisOfWhatWasSentCountTheDayAsItGoes() {
    var visits = List.of(visit(A, 60), visit(B, 60), visit(C, 60));
    Plan plan = plan(DAY, 1, 0, route(ANNA, DAY, at(A, 0, 0), at(B, 0, 30)));
    assertThat(kpis(plan, visits).late()).isZero();
    assertThat(kpis(plan, visits).unassigned()).as("C could be on the day").isEqualTo(1);
    var went =
        new LiveDay(
            ANNA,
            DAY,
            List.of(going(A, -61, true), going(B, 600, false)),
            List.of(),
            null,
            EIGHT,
            1_800);
    PlanKpis live = kpis(plan, visits, went);
    assertThat(live.late()).as("begun too late is late").isEqualTo(1);
    assertThat(live.lateMinutes()).isEqualTo(2);
    assertThat(live.atRisk()).isEqualTo(1);
    assertThat(live.onTimePercent()).isEqualTo(50);
    assertThat(live.overtimeSeconds()).isEqualTo(1_800);
    assertThat(live.driveSeconds()).isEqualTo(kpis(plan, visits).driveSeconds());
  }

  private static Estimate going(UUID visit, int slack, boolean begun) {
    return new Estimate(visit, EIGHT, EIGHT, EIGHT, slack, Estimate.risk(slack, begun));
  }

  private static PlanDiff diff(Plan before, Plan after) {
    return diff(before, after, Map.of());
  }

  /** On the first day. */
  private static PlanDiff diff(Plan before, Plan after, Map<UUID, VisitBrief> visits) {
    var first = new Horizon(DAY, 1, ZoneOffset.UTC);
    return PlanDiff.of(first, side(before, first, visits), side(after, first, visits), visits);
  }

  private static PlanDiff.Side side(Plan plan, Horizon days, Map<UUID, VisitBrief> visits) {
    return new PlanDiff.Side(plan.routesOf(days), kpis(plan, visits.values()));
  }

  private static PlanKpis kpis(Plan plan, Collection<VisitBrief> visits, LiveDay... live) {
    var first = new Horizon(DAY, 1, ZoneOffset.UTC);
    return PlanKpis.of(first, plan.routesOf(first), visits, List.of(live), plan.costMinutes(first));
  }

  private static Plan plan(LocalDate from, int days, long soft, PlannedRoute... routes) {
    var plan = new Plan(UUID.randomUUID(), from, days, HardMediumSoftScore.of(0, 0, soft));
    List.of(routes).forEach(plan::add);
    return plan;
  }

  private static PlannedRoute route(UUID technician, LocalDate day, PlannedVisit... visits) {
    var frame =
        new PlannedRoute.Frame(EIGHT, EIGHT.plus(Duration.ofHours(8)), 900, 7_000, 28_800, 300);
    var route = new PlannedRoute(technician, day, frame);
    List.of(visits).forEach(route::add);
    return route;
  }

  private static PlannedVisit at(UUID visit, int member, int minute) {
    Instant start = EIGHT.plus(Duration.ofMinutes(minute));
    var times =
        new PlannedVisit.Times(start, start, start.plus(Duration.ofMinutes(30)), 600, 5_000);
    return new PlannedVisit(visit, member, 1, times, false);
  }

  /** Its window begins at eight. */
  private static VisitBrief visit(UUID id, int windowMinutes) {
    return new VisitBrief(
        id,
        0,
        new UUID(0, 4),
        "B1",
        "Cold",
        "Hotel",
        "",
        "",
        new Coordinates(53.5, 13.2),
        Priority.NORMAL,
        VisitStatus.PLANNED,
        Duration.ofMinutes(30),
        List.of(new TimeWindow(EIGHT, EIGHT.plus(Duration.ofMinutes(windowMinutes)))),
        List.of(),
        1,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        EIGHT,
        new Progress(null, null, null, null, null, null, null),
        Set.of(),
        Set.of());
  }
}
