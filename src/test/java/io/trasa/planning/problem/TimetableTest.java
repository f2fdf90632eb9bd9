package io.trasa.planning.problem;

import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.call;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.minutes;
import static io.trasa.testkit.PlanKit.pause;
import static io.trasa.testkit.PlanKit.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.planning.problem.Spans.Span;
import io.trasa.testkit.RandomPlans;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TimetableTest {

  @Test
  void drivesWorksAndGoesHome() {
    var times =
        Timetable.of(day(0).build(), List.of(stop(10).build(), stop(30).lasting(30).build()));
    assertThat(times.arrival(0)).isEqualTo(at(8, 10));
    assertThat(times.end(0)).isEqualTo(at(9, 10));
    assertThat(times.driveTo(1)).isEqualTo(minutes(20));
    assertThat(times.start(1)).isEqualTo(at(9, 30));
    assertThat(times.home()).isEqualTo(at(10, 30));
  }

  @Test
  void waitsForTheWindowAtHome() {
    var times = Timetable.of(day(0).build(), List.of(stop(10).window(at(9, 0), at(10, 0)).build()));
    assertThat(times.start(0)).isEqualTo(at(9, 0));
    assertThat(times.departure()).isEqualTo(at(8, 50));
  }

  @Test
  void takesTheNextWindowWhenOneHasPassed() {
    var stop = stop(30).window(at(8, 0), at(8, 15)).window(at(11, 0), at(12, 0)).build();
    assertThat(Timetable.of(day(0).build(), List.of(stop)).start(0)).isEqualTo(at(11, 0));
  }

  @Test
  void worksAfterAnAbsenceItCannotFinishBefore() {
    var absent = day(0).absent(at(9, 0), at(10, 0)).build();
    assertThat(Timetable.of(absent, List.of(stop(10).build())).start(0)).isEqualTo(at(10, 0));
  }

  @Test
  void drivesAsLongAsTheHourAsksFor() {
    // Both ends within the peak from 7 to 11, 60 % more; the way back after it.
    var stop = stop(31).window(at(10, 0), at(10, 30)).lasting(90).build();
    var times = Timetable.of(day(0).home(1).inTraffic().build(), List.of(stop));
    assertThat(times.arrival(0)).isEqualTo(at(8, 48));
    assertThat(times.departure()).isEqualTo(at(9, 12));
    assertThat(times.driveTo(0)).isEqualTo(minutes(48));
    assertThat(times.driveHome()).isEqualTo(minutes(30));
    assertThat(times.home()).isEqualTo(at(12, 0));
  }

  @Test
  void isAtHomeOnAnEmptyDay() {
    var times = Timetable.of(day(0).build(), List.of());
    assertThat(times.home()).isEqualTo(at(8, 0));
    assertThat(times.driveHome()).isZero();
  }

  @Test
  void takesABreakWhereverTheTechnicianIs() {
    var day = day(0).pausing(pause(at(9, 0), at(10, 0), 30)).build();
    var times =
        Timetable.of(
            day, List.of(stop(10).build(), Stop.breakOf(day, 0), stop(30).lasting(30).build()));
    assertThat(times.driveTo(1)).as("no way to a break").isZero();
    assertThat(times.start(1)).isEqualTo(at(9, 10));
    assertThat(times.placeBefore(2)).as("drives on from where it was").isEqualTo(10);
    assertThat(times.arrival(2)).isEqualTo(at(10, 0));
    assertThat(times.driveSeconds()).isEqualTo(minutes(60));
    assertThat(times.loadSeconds()).as("a break is no load").isEqualTo(minutes(60 + 90));
  }

  @Test
  void drivesToABreakThatHasAPlace() {
    var canteen = new Break(20, new Span(at(9, 0), at(11, 0)), minutes(30));
    var day = day(0).pausing(canteen).build();
    var times =
        Timetable.of(day, List.of(stop(10).build(), Stop.breakOf(day, 0), stop(30).build()));
    assertThat(times.start(1)).isEqualTo(at(9, 20));
    assertThat(times.arrival(2)).isEqualTo(at(10, 0));
    assertThat(times.metresTo(2)).isEqualTo(10_000);
  }

  @Test
  void goesHomeFromTheLastVisitWithoutABreakAfterIt() {
    var canteen = new Break(60, new Span(at(9, 0), at(11, 0)), minutes(30));
    var day = day(0).pausing(canteen).build();
    var times = Timetable.of(day, List.of(stop(10).build(), Stop.breakOf(day, 0)));
    assertThat(times.isTaken(1)).isFalse();
    assertThat(times.home()).isEqualTo(at(9, 20));
    assertThat(times.driveMetres()).isEqualTo(20_000);
  }

  @Test
  void doesNotSetOffForABreakAlone() {
    var day = day(0).pausing(pause(at(12, 0), at(13, 0), 30)).build();
    var times = Timetable.of(day, List.of(Stop.breakOf(day, 0), call(day, 30)));
    assertThat(times.hasWork()).isFalse();
    assertThat(times.home()).isEqualTo(at(8, 0));
    assertThat(times.driveSeconds()).isZero();
    assertThat(times.workingSeconds()).isZero();
  }

  @Test
  void callsAtTheDepotOnTheWay() {
    var day = day(0).build();
    var times = Timetable.of(day, List.of(call(day, 20), stop(30).build()));
    assertThat(times.start(0)).isEqualTo(at(8, 20));
    assertThat(times.start(1)).as("after half an hour there").isEqualTo(at(9, 0));
    assertThat(times.loadSeconds()).as("a call is work").isEqualTo(minutes(60 + 30 + 60));
  }

  @Test
  void endsWithTheLastVisitIfNoEndIsKnown() {
    var day = day(0).but(facts -> facts.endingAt(Stop.ANYWHERE)).build();
    var times = Timetable.of(day, List.of(stop(30).build()));
    assertThat(times.driveHome()).isZero();
    assertThat(times.home()).isEqualTo(at(9, 30));
    assertThat(times.driveMetres()).isEqualTo(30_000);
  }

  @Test
  void endsElsewhereThanAtHome() {
    var day = day(0).but(facts -> facts.endingAt(40)).build();
    assertThat(Timetable.of(day, List.of(stop(30).build())).home()).isEqualTo(at(9, 40));
  }

  @Test
  void waitsForWhatWasAgreedAndThenForTheWindow() {
    var agreed = stop(10).window(at(8, 0), at(9, 0)).window(at(11, 0), at(12, 0)).build();
    agreed.setAgreedStart(at(8, 45));
    assertThat(Timetable.of(day(0).build(), List.of(agreed)).start(0)).isEqualTo(at(8, 45));
    agreed.setAgreedStart(at(9, 15));
    assertThat(Timetable.of(day(0).build(), List.of(agreed)).start(0)).isEqualTo(at(11, 0));
  }

  @Test
  void worksAsLongAsThatTechnicianNeeds() {
    var stop = stop(0).but(facts -> facts.lasting(new int[] {600, 1200})).build();
    assertThat(Timetable.of(day(0).build(), List.of(stop)).home()).isEqualTo(at(8, 10));
    assertThat(Timetable.of(day(1).build(), List.of(stop)).home()).isEqualTo(at(8, 20));
  }

  @Property(tries = 1000)
  void puttingOffTheDepartureMakesNobodyLaterHome(@ForAll long seed) {
    for (TechnicianDay day : days(seed)) {
      var times = Timetable.of(day);
      assertThat(walk(day, times.home() - times.workingSeconds()).home()).isEqualTo(times.home());
    }
  }

  /** Of days on which every stop starts when it may, and may move. */
  @Property(tries = 1000)
  void aSecondLaterWouldMakeSomethingLate(@ForAll long seed) {
    for (TechnicianDay day : days(seed)) {
      day.getStops().removeIf(stop -> stop.isPinned() || stop.isCrewed());
      for (int late = walk(day, day.shiftStart()).late(); late >= 0; ) {
        day.getStops().remove(late);
        late = walk(day, day.shiftStart()).late();
      }
      var times = Timetable.of(day);
      if (times.hasWork()) {
        Walk later = walk(day, times.home() - times.workingSeconds() + 1);
        assertThat(later.home() > times.home() || later.late() >= 0).isTrue();
      }
    }
  }

  /** Some of their stops wait for what was agreed with others. */
  private static List<TechnicianDay> days(long seed) {
    var random = new Random(seed);
    RoutePlan plan = RandomPlans.richPlan(random, 1 + random.nextInt(4), random.nextInt(14));
    for (Stop stop : plan.getStops()) {
      if (!stop.isPinned() && random.nextInt(6) == 0) {
        stop.setAgreedStart(at(9 + random.nextInt(5), 0));
      }
    }
    return plan.getDays();
  }

  /**
   * A route walked once more.
   *
   * @param late the first stop that starts when it may not, or −1
   */
  private record Walk(int home, int late) {}

  private static Walk walk(TechnicianDay day, int leaving) {
    List<Stop> stops = day.getStops();
    int taken = stops.size();
    while (taken > 0 && !stops.get(taken - 1).isVisit()) {
      taken--;
    }
    int place = day.home();
    int end = leaving;
    int late = -1;
    for (int i = 0; i < taken; i++) {
      Stop stop = stops.get(i);
      int here = stop.placeFrom(place);
      int start = Timetable.start(day, stop, end + Timetable.drive(day, place, here, end));
      boolean may = StartSpans.within(StartSpans.of(stop, day), start, start).length > 0;
      late = late < 0 && !may ? i : late;
      end = start + stop.serviceSeconds(day);
      place = here;
    }
    return new Walk(taken == 0 ? leaving : end + Timetable.driveHome(day, place, end), late);
  }
}
