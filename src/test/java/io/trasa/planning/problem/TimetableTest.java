package io.trasa.planning.problem;

import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.minutes;
import static io.trasa.testkit.PlanKit.stop;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
