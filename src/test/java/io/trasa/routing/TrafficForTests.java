package io.trasa.routing;

import java.util.List;

/** Traffic for tests of other rooms. */
public final class TrafficForTests {

  private TrafficForTests() {}

  /** A percentage between two hours of the first day, at every second place. */
  public static Traffic peak(int places, int fromHour, int toHour, int percent) {
    long hour = 3_600_000;
    var peak = SpeedCurve.of(List.of(new SpeedCurve.Span(fromHour * hour, toHour * hour, percent)));
    int[] curveOf = new int[places];
    for (int i = 0; i < places; i++) {
      curveOf[i] = i % 2;
    }
    return new Traffic(new SpeedCurve[] {SpeedCurve.of(List.of()), peak}, curveOf);
  }
}
