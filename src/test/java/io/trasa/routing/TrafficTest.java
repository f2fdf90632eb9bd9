package io.trasa.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TrafficTest {

  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;

  @Example
  void aPeakOfAQuarterMoreTakesAQuarterMore() {
    Traffic traffic = everywhere(List.of(span(7, 9, 125)));
    assertThat(traffic.travel(1200, 0, 0, 6 * HOUR)).isEqualTo(1200);
    assertThat(traffic.travel(1200, 0, 0, 7 * HOUR)).isEqualTo(1500);
    assertThat(traffic.travel(1200, 0, 0, 9 * HOUR)).isEqualTo(1200);
    // Ten minutes on empty roads before the peak, ten which take twelve and a half in it.
    assertThat(traffic.travel(1200, 0, 0, 7 * HOUR - 600)).isEqualTo(1350);
  }

  @Example
  void onlyTheHalfWithinTheTerritoryIsSlower() {
    var slow = SpeedCurve.of(List.of(span(7, 9, 200)));
    var traffic = new Traffic(new SpeedCurve[] {SpeedCurve.of(List.of()), slow}, new int[] {0, 1});
    assertThat(traffic.travel(1000, 0, 1, 8 * HOUR)).isEqualTo(1500);
    assertThat(traffic.travel(1000, 1, 0, 8 * HOUR)).isEqualTo(1500);
    assertThat(traffic.travel(1000, 1, 1, 7 * HOUR - 500)).isEqualTo(1500);
    assertThat(traffic.travel(1000, 0, 0, 8 * HOUR)).isEqualTo(1000);
  }

  @Property
  void withoutProfilesNothingChanges(
      @ForAll @IntRange(max = 20_000) int seconds, @ForAll @IntRange(max = DAY) int departure) {
    Traffic traffic = everywhere(List.of());
    assertThat(traffic.travel(seconds, 0, 0, departure)).isEqualTo(seconds);
    assertThat(traffic.latestDeparture(seconds, 0, 0, departure)).isEqualTo(departure - seconds);
  }

  @Property
  void whoLeavesLaterNeverArrivesEarlier(
      @ForAll("profiles") List<SpeedCurve.Span> here,
      @ForAll("profiles") List<SpeedCurve.Span> there,
      @ForAll @IntRange(max = 20_000) int seconds,
      @ForAll @IntRange(max = DAY) int departure) {
    Traffic traffic = between(here, there);
    int arrival = departure + traffic.travel(seconds, 0, 1, departure);
    for (int later = 1; later < 90; later++) {
      int laterArrival = departure + later + traffic.travel(seconds, 0, 1, departure + later);
      assertThat(laterArrival).isGreaterThanOrEqualTo(arrival);
      arrival = laterArrival;
    }
  }

  @Property
  void theLatestDepartureArrivesInTimeAndOneSecondLaterDoesNot(
      @ForAll("profiles") List<SpeedCurve.Span> here,
      @ForAll("profiles") List<SpeedCurve.Span> there,
      @ForAll @IntRange(max = 20_000) int seconds,
      @ForAll @IntRange(max = DAY) int arrival) {
    Traffic traffic = between(here, there);
    int latest = traffic.latestDeparture(seconds, 0, 1, arrival);
    assertThat(latest + traffic.travel(seconds, 0, 1, latest)).isLessThanOrEqualTo(arrival);
    assertThat(latest + 1 + traffic.travel(seconds, 0, 1, latest + 1)).isGreaterThan(arrival);
  }

  /** Driven second by second, at each one's speed. */
  @Property(tries = 200)
  void isTheSumOfSpeedOverTime(
      @ForAll("profiles") List<SpeedCurve.Span> spans,
      @ForAll @IntRange(max = 10_000) int seconds,
      @ForAll @IntRange(max = DAY) int departure) {
    double left = seconds;
    int now = departure;
    while (left > 0) {
      long millis = now * 1000L;
      int percent =
          spans.stream()
              .filter(span -> span.from() <= millis && millis < span.to())
              .mapToInt(SpeedCurve.Span::percent)
              .max()
              .orElse(100);
      left -= 100.0 / percent;
      now++;
    }
    int travel = everywhere(spans).travel(seconds, 0, 0, departure);
    assertThat((double) travel).isCloseTo(now - departure, within(1.5));
  }

  @Provide
  Arbitrary<List<SpeedCurve.Span>> profiles() {
    var from = Arbitraries.integers().between(0, 23 * 60);
    var length = Arbitraries.integers().between(1, 240);
    var percent = Arbitraries.integers().between(50, 400);
    return Combinators.combine(from, length, percent)
        .as((f, l, p) -> new SpeedCurve.Span(f * 60_000L, (f + l) * 60_000L, p))
        .list()
        .ofMaxSize(4);
  }

  private static SpeedCurve.Span span(int fromHour, int toHour, int percent) {
    return new SpeedCurve.Span(fromHour * HOUR * 1000L, toHour * HOUR * 1000L, percent);
  }

  private static Traffic everywhere(List<SpeedCurve.Span> spans) {
    return new Traffic(new SpeedCurve[] {SpeedCurve.of(spans)}, new int[1]);
  }

  private static Traffic between(List<SpeedCurve.Span> here, List<SpeedCurve.Span> there) {
    return new Traffic(
        new SpeedCurve[] {SpeedCurve.of(here), SpeedCurve.of(there)}, new int[] {0, 1});
  }
}
