package io.trasa.planning.advice;

import io.trasa.planning.problem.Stop;
import io.trasa.planning.rules.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands against a stop on one technician's days, at the place where least does.
 *
 * @param spot that place, and what putting the stop in would cost
 * @param broken hard rules and by how much more they would be broken; empty if it fits
 * @param relaxations that together let it stand there; empty if it fits or none would do
 */
public record Obstacle(Spot spot, Map<Rule, Long> broken, List<Relaxation> relaxations) {

  /** One per technician, the one whom least keeps away first. */
  public static List<Obstacle> of(Standing standing, Stop stop) {
    Stop free = new Stop(stop.facts().pinned(null));
    var change = standing.trial();
    standing.place(stop).ifPresent(place -> change.remove(stop));
    Map<Integer, Spot> nearest = new LinkedHashMap<>();
    for (Spot spot : Spot.bestOfEach(standing, change, free, day -> true)) {
      nearest.putIfAbsent(standing.route(spot.day()).day().technician(), spot);
    }
    var obstacles = new ArrayList<Obstacle>();
    for (Spot spot : nearest.values()) {
      obstacles.add(of(standing, change, free, spot));
    }
    return obstacles;
  }

  private static Obstacle of(Standing standing, Trial change, Stop stop, Spot spot) {
    var broken = new EnumMap<Rule, Long>(Rule.class);
    spot.outcome()
        .more()
        .byRule()
        .forEach(
            (rule, amount) -> {
              if (rule.level() == Rule.Level.HARD && amount > 0) {
                broken.put(rule, amount);
              }
            });
    return new Obstacle(
        spot, broken, broken.isEmpty() ? List.of() : relaxations(standing, change, stop, spot));
  }

  private static List<Relaxation> relaxations(
      Standing standing, Trial change, Stop stop, Spot spot) {
    Trial there = change.copy().insert(stop, spot.day(), spot.position());
    List<Relaxation> told = new Relaxer(standing, there, stop, spot.day()).told();
    long others =
        there.known(stop.visit()).stream().filter(member -> there.place(member) == null).count();
    if (told.isEmpty() || others == 0) {
      return told;
    }
    var all = new ArrayList<>(told);
    all.add(new Relaxation(Rule.CREW_INCOMPLETE, stop.visit(), others, -1, 0, null));
    return all;
  }
}
