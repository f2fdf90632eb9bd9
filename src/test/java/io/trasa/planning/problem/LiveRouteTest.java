package io.trasa.planning.problem;

import static io.trasa.planning.problem.LiveRoute.NOT_YET;
import static io.trasa.planning.problem.LiveRoute.NO_CLOCK;
import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.minutes;
import static io.trasa.testkit.PlanKit.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.planning.problem.LiveRoute.Events;
import io.trasa.planning.problem.LiveRoute.Leg;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LiveRouteTest {

  private static final TechnicianDay DAY = day(0).absent(at(12, 0), at(12, 30)).build();
  private static final TechnicianDay BUSY_DAY =
      day(0).absent(at(12, 0), at(12, 30)).inTraffic().build();

  private final Stop near = stop(10).build();
  private final Stop far = stop(30).window(at(9, 0), at(11, 0)).build();

  @Test
  void shiftsWhatComesAfterAnOverrun() {
    var late = new Events(at(8, 0), at(8, 10), at(8, 10), at(9, 50));
    var route = route(at(9, 50), leg(near, late), leg(far, Events.NONE));
    assertThat(route.end(0)).isEqualTo(at(9, 50));
    assertThat(route.arrival(1)).isEqualTo(at(10, 10));
    assertThat(route.end(1)).isEqualTo(at(11, 10));
    assertThat(route.home()).isEqualTo(at(11, 40));
  }

  @Test
  void waitsForTheWindowWhenWorkEndsEarly() {
    var early = new Events(NOT_YET, NOT_YET, at(8, 5), at(8, 20));
    var route = route(at(8, 20), leg(near, early), leg(far, Events.NONE));
    assertThat(route.arrival(1)).isEqualTo(at(8, 40));
    assertThat(route.start(1)).isEqualTo(at(9, 0));
  }

  @Test
  void endsUnfinishedWorkNoEarlierThanNow() {
    var begun = new Events(NOT_YET, NOT_YET, at(8, 10), NOT_YET);
    assertThat(route(at(8, 30), leg(near, begun)).end(0)).isEqualTo(at(9, 10));
    assertThat(route(at(9, 25), leg(near, begun)).end(0)).isEqualTo(at(9, 25));
  }

  @Test
  void waitsForWhoHasNotSetOff() {
    var route = route(at(8, 45), leg(near, Events.NONE));
    assertThat(route.arrival(0)).isEqualTo(at(8, 55));
    var driving = new Events(at(8, 40), NOT_YET, NOT_YET, NOT_YET);
    assertThat(route(at(8, 45), leg(near, driving)).arrival(0)).isEqualTo(at(8, 50));
    assertThat(route(at(9, 5), leg(near, driving)).arrival(0)).as("stuck").isEqualTo(at(9, 5));
    var there = new Events(at(8, 40), at(8, 50), NOT_YET, NOT_YET);
    assertThat(route(at(9, 5), leg(near, there)).start(0)).isEqualTo(at(9, 5));
  }

  @Test
  void startsWithTheLastOfTheCrew() {
    var route = route(NO_CLOCK, new Leg(near, Events.NONE, at(10, 0)), leg(far, Events.NONE));
    assertThat(route.start(0)).isEqualTo(at(10, 0));
    assertThat(route.arrival(1)).isEqualTo(at(11, 20));
    assertThat(route.start(1)).as("after the break").isEqualTo(at(12, 30));
  }

  @Test
  void aBreakIsTakenWhereTheTechnicianIsAndNotPutOffByTheClock() {
    Break pause = new Break(Stop.ANYWHERE, new Spans.Span(at(9, 0), at(9, 0)), 1800);
    var pausing = new TechnicianDay(DAY.facts().pausing(List.of(pause)));
    var late = new Events(at(8, 0), at(8, 10), at(8, 10), at(9, 10));
    var legs =
        List.of(
            leg(near, late),
            leg(Stop.breakOf(pausing, 0), Events.NONE),
            leg(stop(30).build(), Events.NONE));
    var route = new LiveRoute(pausing, legs, at(9, 20));
    assertThat(route.start(1)).as("as soon as the work was done").isEqualTo(at(9, 10));
    assertThat(route.end(1)).isEqualTo(at(9, 40));
    assertThat(route.arrival(2)).as("from where the break was").isEqualTo(at(10, 0));
  }

  @Test
  void isHomeOnAnEmptyDay() {
    assertThat(route(NO_CLOCK).home()).isEqualTo(DAY.shiftStart());
  }

  @Property
  void equalsThePlanWhileNothingHappened(@ForAll("stops") List<Stop> stops) {
    var planned = Timetable.of(DAY, stops);
    for (int now : new int[] {NO_CLOCK, at(0, 0), DAY.shiftStart()}) {
      var live = route(now, stops.stream().map(s -> leg(s, Events.NONE)).toArray(Leg[]::new));
      for (int i = 0; i < stops.size(); i++) {
        assertThat(live.arrival(i)).isEqualTo(planned.arrival(i));
        assertThat(live.start(i)).isEqualTo(planned.start(i));
        assertThat(live.end(i)).isEqualTo(planned.end(i));
      }
      assertThat(live.home()).isEqualTo(planned.home());
    }
  }

  /** Some stops are done, one may be under way; one of its events, or now, comes later. */
  @Property(tries = 2_000)
  void isNeverEarlierForALaterEvent(
      @ForAll("stops") List<Stop> stops,
      @ForAll("choices") List<Integer> choices,
      @ForAll("delays") int delay,
      @ForAll boolean busy) {
    int happened = choices.get(0) % (stops.size() + 1);
    int moved = choices.get(1) % 5;
    var before = new ArrayList<Leg>();
    var after = new ArrayList<Leg>();
    int time = DAY.shiftStart();
    for (int i = 0; i < stops.size(); i++) {
      if (i >= happened) {
        before.add(leg(stops.get(i), Events.NONE));
        after.add(leg(stops.get(i), Events.NONE));
        continue;
      }
      boolean last = i == happened - 1;
      int known = last ? 1 + choices.get(2) % 4 : 4;
      int[] events = new int[4];
      for (int e = 0; e < 4; e++) {
        time += minutes(choices.get(3 + e) % 40);
        events[e] = e < known ? time : NOT_YET;
      }
      before.add(leg(stops.get(i), events(events)));
      if (last) {
        for (int e = 0; e < known; e++) {
          events[e] += e >= moved || e == known - 1 ? delay : 0;
        }
      }
      after.add(leg(stops.get(i), events(events)));
    }
    int now = time + minutes(choices.get(7) % 60);
    TechnicianDay day = busy ? BUSY_DAY : DAY;
    var soon = new LiveRoute(day, before, now);
    var late = new LiveRoute(day, after, moved == 4 ? now + delay : now);
    for (int i = happened; i < stops.size(); i++) {
      assertThat(late.arrival(i)).isGreaterThanOrEqualTo(soon.arrival(i));
      assertThat(late.start(i)).isGreaterThanOrEqualTo(soon.start(i));
      assertThat(late.end(i)).isGreaterThanOrEqualTo(soon.end(i));
    }
    assertThat(late.home()).isGreaterThanOrEqualTo(soon.home());
  }

  @Provide
  Arbitrary<Integer> delays() {
    return Arbitraries.integers().between(0, minutes(180));
  }

  @Provide
  Arbitrary<List<Integer>> choices() {
    return Arbitraries.integers().between(0, 1_000).list().ofSize(8);
  }

  @Provide
  Arbitrary<List<Stop>> stops() {
    var place = Arbitraries.integers().between(0, 60);
    var length = Arbitraries.integers().between(5, 150);
    var from = Arbitraries.integers().between(6, 16);
    var windows = Arbitraries.integers().between(0, 2);
    return Combinators.combine(place, length, from, windows)
        .as(
            (p, minutes, hour, count) -> {
              var builder = stop(p).lasting(minutes);
              for (int i = 0; i < count; i++) {
                builder.window(at(hour + 3 * i, 0), at(hour + 3 * i, 45));
              }
              return builder.build();
            })
        .list()
        .ofMaxSize(6);
  }

  private static Events events(int[] e) {
    return new Events(e[0], e[1], e[2], e[3]);
  }

  private static Leg leg(Stop stop, Events events) {
    return new Leg(stop, events, NOT_YET);
  }

  private static LiveRoute route(int now, Leg... legs) {
    return new LiveRoute(DAY, List.of(legs), now);
  }
}
