package io.trasa.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a technician's day may be like, and what it costs.
 *
 * @param overtimeMinutes how long work may go on after the shift's end, from 0 to 240
 * @param maxDriveMinutes the most driving of a day, from 30 to 960; null if it does not matter
 * @param targetMinutes the driving and work that a day should not exceed, from 30 to 960; null if
 *     it does not matter
 * @param hourPercent what an hour costs, in percent of the usual, from 1 to 1000
 * @param kmPercent what a kilometre costs, in percent of the usual, from 1 to 1000
 * @param breaks at most {@value #MAX_BREAKS}, by their earliest times
 */
public record WorkingDay(
    int overtimeMinutes,
    @Nullable Integer maxDriveMinutes,
    @Nullable Integer targetMinutes,
    int hourPercent,
    int kmPercent,
    List<BreakTime> breaks) {

  public static final int MAX_BREAKS = 3;

  /** Home in time, any driving, usual costs, no break. */
  public static final WorkingDay USUAL = new WorkingDay(0, null, null, 100, 100, List.of());

  public WorkingDay pausing(BreakTime... times) {
    return new WorkingDay(
        overtimeMinutes, maxDriveMinutes, targetMinutes, hourPercent, kmPercent, List.of(times));
  }

  public WorkingDay costing(int hour, int km) {
    return new WorkingDay(overtimeMinutes, maxDriveMinutes, targetMinutes, hour, km, breaks);
  }
}
