package io.trasa.planning.advice;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.trasa.planning.problem.Stop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A place where a stop could be put in.
 *
 * @param day index of the technician's day
 * @param position index on its route
 * @param outcome of the whole change with it
 * @param cost of the whole change: the less, the better
 */
public record Spot(int day, int position, Outcome outcome, HardMediumSoftScore cost) {

  static final Comparator<Spot> CHEAPEST_FIRST = Comparator.comparing(Spot::cost);

  /** The cheapest place on each of these days, the cheapest first. O(places · stops per day). */
  public static List<Spot> bestOfEach(
      Standing standing, Trial change, Stop stop, IntPredicate days) {
    var spots = new ArrayList<Spot>();
    for (int day = 0; day < standing.routes().size(); day++) {
      if (days.test(day)) {
        spots.add(bestOf(standing, change, stop, day));
      }
    }
    spots.sort(CHEAPEST_FIRST);
    return spots;
  }

  /** The cheapest place on that day. */
  public static Spot bestOf(Standing standing, Trial change, Stop stop, int day) {
    @Nullable Spot best = null;
    for (int position = 0; position <= change.stops(day).size(); position++) {
      Spot spot = at(standing, change, stop, day, position);
      if (best == null || spot.cost().compareTo(best.cost()) < 0) {
        best = spot;
      }
    }
    return Objects.requireNonNull(best);
  }

  /** That place. */
  public static Spot at(Standing standing, Trial change, Stop stop, int day, int position) {
    Outcome outcome = change.copy().insert(stop, day, position).outcome();
    return new Spot(day, position, outcome, standing.policy().cost(outcome.more()));
  }
}
