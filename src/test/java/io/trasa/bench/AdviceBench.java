package io.trasa.bench;

import io.trasa.planning.advice.Obstacle;
import io.trasa.planning.advice.Slots;
import io.trasa.planning.advice.Spot;
import io.trasa.planning.advice.Standing;
import io.trasa.planning.advice.Trial;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.WhenMay;
import io.trasa.planning.rules.Policy;
import io.trasa.routing.TravelMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * How long a preview, an explanation and booking offers take on a plan in memory: 50 technicians,
 * 500 visits on one day, and on five days. Prints the median and the 95th percentile in
 * milliseconds.
 */
public final class AdviceBench {

  private static final int TECHNICIANS = 50;
  private static final int ROUNDS = 200;
  private static final int DAY = 86_400;

  private AdviceBench() {}

  public static void main(String[] args) {
    for (int[] size : new int[][] {{1, 500}, {5, 500}, {5, 2500}}) {
      Standing standing = standing(size[0], size[1]);
      String name = "%d × %d day(s) × %d visits".formatted(TECHNICIANS, size[0], size[1]);
      List<Stop> visits = standing.stops();
      measure(
          name + ", preview: move a visit to the best place",
          random -> {
            Stop stop = visits.get(random.nextInt(visits.size()));
            Spot.bestOfEach(standing, standing.trial().remove(stop), stop, day -> true);
          });
      measure(
          name + ", preview: move a visit to a given place",
          random -> {
            Stop stop = visits.get(random.nextInt(visits.size()));
            Trial trial = standing.trial().remove(stop);
            int day = random.nextInt(standing.routes().size());
            trial.insert(stop, day, random.nextInt(trial.stops(day).size() + 1)).outcome();
          });
      measure(
          name + ", explain: what stands against a visit",
          random -> Obstacle.of(standing, stop(random, size[0])));
      measure(
          name + ", book: offers for a visit",
          random ->
              new Slots(standing, standing.trial(), List.of(stop(random, size[0])))
                  .of(slots(size[0])));
      measure(
          name + ", book: offers for a crew of two",
          random -> {
            Stop.Facts facts = stop(random, size[0]).facts();
            var crew = List.of(new Stop(facts.member(0, 2)), new Stop(facts.member(1, 2)));
            new Slots(standing, standing.trial(), crew).of(slots(size[0]));
          });
    }
  }

  private static void measure(String name, Consumer<Random> work) {
    var random = new Random(5);
    for (int i = 0; i < ROUNDS; i++) {
      work.accept(random);
    }
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long begin = System.nanoTime();
      work.accept(random);
      millis[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%-70s median %6.2f  p95 %6.2f%n",
        name,
        millis[ROUNDS / 2],
        millis[ROUNDS * 95 / 100]);
  }

  private static List<Span> slots(int days) {
    var slots = new ArrayList<Span>();
    for (int day = 0; day < days; day++) {
      for (int hour = 8; hour < 16; hour += 2) {
        slots.add(new Span(day * DAY + hour * 3600, day * DAY + (hour + 2) * 3600));
      }
    }
    return slots;
  }

  private static Stop stop(Random random, int days) {
    Spans windows = Spans.of(List.of(new Span(0, days * DAY)));
    var id = new UUID(random.nextLong(), random.nextLong());
    int seconds = 900 + 300 * random.nextInt(10);
    return new Stop(
        Stop.Facts.visit(id, random.nextInt(500), seconds, WhenMay.in(windows).urgent(5), 10));
  }

  /** Visits go to the day on which they cost least, one after another. */
  private static Standing standing(int days, int visits) {
    var random = new Random(1);
    TravelMatrix travel = travel(random, 500 + TECHNICIANS);
    var routes = new ArrayList<TechnicianDay>();
    for (int t = 0; t < TECHNICIANS; t++) {
      for (int day = 0; day < days; day++) {
        var shift = new Span(day * DAY + 7 * 3600, day * DAY + 16 * 3600);
        routes.add(
            new TechnicianDay(TechnicianDay.Facts.of(t + "@" + day, t, 500 + t, shift, travel)));
      }
    }
    var stops = new ArrayList<Stop>();
    for (int i = 0; i < visits; i++) {
      Stop stop = stop(random, days);
      stops.add(stop);
      routes.get(i % routes.size()).getStops().add(stop);
    }
    return new Standing(new RoutePlan(routes, stops, Policy.standard().overrides()));
  }

  private static TravelMatrix travel(Random random, int size) {
    double[] x = random.doubles(size, 0, 1800).toArray();
    double[] y = random.doubles(size, 0, 1800).toArray();
    int[] seconds = new int[size * size];
    int[] metres = new int[size * size];
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        int distance = (int) Math.hypot(x[from] - x[to], y[from] - y[to]);
        seconds[from * size + to] = distance;
        metres[from * size + to] = 12 * distance;
      }
    }
    return TravelMatrix.of(size, seconds, metres);
  }
}
