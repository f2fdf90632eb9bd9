package io.trasa.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Polishing makes routes cheaper and breaks nothing. */
class PolishTest {

  private static final int VEHICLES = 6;
  private static final int CAPACITY = 100;
  private static final int[] DEPOT = {0, 0};

  @Property(tries = 200)
  void everyMoveIsCheaperAndKeepsWindowsAndCapacity(@ForAll long seed) {
    var random = new Random(seed);
    int[][] at = IntStream.range(0, 41).mapToObj(i -> point(random)).toArray(int[][]::new);
    int[] travel = travel(at);
    int[] demand = random.ints(41, 1, 15).toArray();
    int[] open = random.ints(41, 0, 3000).toArray();
    int[] due = Arrays.stream(open).map(from -> from + 1500).toArray();
    open[0] = 0;
    due[0] = 9000;
    var model = Model.vehicles(VEHICLES, CAPACITY, travel, demand, open, due, new int[41]);
    var routes = new Routes(model);
    for (int stop = 0; stop < model.stops; stop++) {
      placeAnywhere(routes, stop, random);
    }
    int placed = sizes(routes);
    long cost = routes.cost;
    var polish = new Polish(routes);
    for (int stop = 0; stop < model.stops; stop++) {
      while (polish.after(stop)) {
        assertThat(routes.cost).isLessThan(cost);
        cost = routes.cost;
      }
    }
    assertThat(sizes(routes)).isEqualTo(placed);
    long counted = 0;
    for (int d = 0; d < VEHICLES; d++) {
      List<Integer> route = route(routes, d);
      assertThat(route.stream().mapToInt(s -> demand[s + 1]).sum()).isLessThanOrEqualTo(CAPACITY);
      counted += driven(route, travel, open, due);
    }
    assertThat(routes.cost).isEqualTo(counted);
  }

  @Test
  void endsOfRoutesThatCrossAreExchanged() {
    var routes = routes(new int[][] {DEPOT, {30, 10}, {40, -10}, {30, -10}, {40, 10}}, 2, 2);
    polish(routes);
    assertThat(List.of(route(routes, 0), route(routes, 1)))
        .containsExactlyInAnyOrder(List.of(0, 3), List.of(2, 1));
  }

  @Test
  void aRowIsTurnedRoundWithinItsRoute() {
    var routes = routes(new int[][] {DEPOT, {0, 10}, {20, 30}, {10, 20}, {30, 30}, {40, 0}}, 5);
    long before = routes.cost;
    polish(routes);
    assertThat(route(routes, 0)).containsExactly(0, 2, 1, 3, 4);
    assertThat(routes.cost).isLessThan(before);
  }

  private static void polish(Routes routes) {
    var polish = new Polish(routes);
    boolean again = true;
    while (again) {
      again = false;
      for (int stop = 0; stop < routes.model.stops; stop++) {
        again |= polish.after(stop);
      }
    }
  }

  /**
   * Routes of so many stops each, in the order of the points; there is time enough, and no load for
   * a longer one.
   */
  private static Routes routes(int[][] at, int... sizes) {
    int n = at.length;
    int[] due = new int[n];
    Arrays.fill(due, 100_000);
    int[] demand = new int[n];
    Arrays.fill(demand, CAPACITY / Arrays.stream(sizes).max().orElseThrow());
    var model =
        Model.vehicles(sizes.length, CAPACITY, travel(at), demand, new int[n], due, new int[n]);
    var routes = new Routes(model);
    int stop = 0;
    for (int d = 0; d < sizes.length; d++) {
      for (int i = 0; i < sizes[d]; i++) {
        routes.place(stop++, routes.prev[routes.home(d)], d);
      }
      routes.refresh(d);
    }
    return routes;
  }

  /** Anywhere near the end of any route, if it fits. */
  private static void placeAnywhere(Routes routes, int stop, Random random) {
    routes.begin();
    int d = random.nextInt(VEHICLES);
    routes.place(stop, routes.prev[routes.home(d)], d);
    routes.refresh(d);
    if (routes.brokenDays > 0 || !routes.isKept(d)) {
      routes.rollback();
    }
  }

  private static int sizes(Routes routes) {
    return Arrays.stream(routes.size).sum();
  }

  private static List<Integer> route(Routes routes, int d) {
    var route = new ArrayList<Integer>();
    for (int s = routes.next[routes.home(d)]; s < routes.model.stops; s = routes.next[s]) {
      route.add(s);
    }
    return route;
  }

  private static long driven(List<Integer> route, int[] travel, int[] open, int[] due) {
    int places = due.length;
    int time = 0;
    int place = 0;
    long driven = 0;
    for (int stop : route) {
      int way = travel[place * places + stop + 1];
      driven += way;
      time = Math.max(time + way, open[stop + 1]);
      assertThat(time).isLessThanOrEqualTo(due[stop + 1]);
      place = stop + 1;
    }
    return driven + travel[place * places];
  }

  private static int[] point(Random random) {
    return new int[] {random.nextInt(1000), random.nextInt(1000)};
  }

  private static int[] travel(int[][] at) {
    int n = at.length;
    int[] travel = new int[n * n];
    Arrays.setAll(
        travel,
        i -> (int) Math.ceil(Math.hypot(at[i / n][0] - at[i % n][0], at[i / n][1] - at[i % n][1])));
    return travel;
  }
}
