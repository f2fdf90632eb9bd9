package io.trasa.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stopping, and several threads, on a vehicle routing problem with time windows. */
class SisrTest {

  private static final int VEHICLES = 60;
  private static final int LOOKS_OF_A_ROUND = 1001;

  @Test
  void itStopsWhileItBuildsTheFirstRoutesAndGoesOn() {
    var search = new Sisr(problem(1, 400), 1);
    search.search(() -> 0, looks(10));
    long placed = routes(search).stream().mapToLong(List::size).sum();
    assertThat(placed).isBetween(1L, 100L);
    assertThat(search.bestPointsOut()).isEqualTo(400 - placed);
    search.search(() -> 0, looks(200));
    assertThat(routes(search).stream().mapToInt(List::size).sum()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyCustomerIsServedOnceAtTheCostItSays(int threads) {
    int[] travel = travel(3, 200);
    var search = new Sisr(problem(3, 200), 3, threads);
    search.search(() -> 0.5, looks(2 * LOOKS_OF_A_ROUND + 100));
    var stops = routes(search).stream().flatMap(List::stream).sorted().toList();
    assertThat(stops).isEqualTo(IntStream.range(0, 200).boxed().toList());
    assertThat(search.bestCost())
        .isEqualTo(routes(search).stream().mapToLong(route -> length(travel, 201, route)).sum());
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 200})
  void theSameSeedAndThreadsFindTheSame(int customers) {
    List<List<List<Integer>>> found =
        IntStream.range(0, 2)
            .mapToObj(
                run -> {
                  var search = new Sisr(problem(5, customers), 5, 2);
                  search.search(() -> 0.5, looks(customers / 4));
                  search.search(() -> 0.5, looks(3 * LOOKS_OF_A_ROUND));
                  return routes(search);
                })
            .toList();
    assertThat(found.getFirst()).isEqualTo(found.getLast());
  }

  @Test
  void oneThreadSearchesManyStopsPartByPart() {
    int[] travel = travel(7, 2100);
    var search = new Sisr(problem(7, 2100, 400), 7);
    search.search(() -> 0.5, looks(2100 / 4 + 3 * LOOKS_OF_A_ROUND));
    long first = search.bestCost();
    search.search(() -> 0.9, looks(2 * LOOKS_OF_A_ROUND));
    var stops = routes(search, 400).stream().flatMap(List::stream).sorted().toList();
    assertThat(stops).isEqualTo(IntStream.range(0, 2100).boxed().toList());
    assertThat(search.bestCost())
        .isLessThan(first)
        .isEqualTo(
            routes(search, 400).stream().mapToLong(route -> length(travel, 2101, route)).sum());
  }

  private static List<List<Integer>> routes(Sisr search) {
    return routes(search, VEHICLES);
  }

  private static List<List<Integer>> routes(Sisr search, int vehicles) {
    return IntStream.range(0, vehicles)
        .mapToObj(d -> Arrays.stream(search.best(d)).boxed().toList())
        .toList();
  }

  private static long length(int[] travel, int places, List<Integer> route) {
    long length = 0;
    int at = 0;
    for (int stop : route) {
      length += travel[at * places + stop + 1];
      at = stop + 1;
    }
    return length + travel[at * places];
  }

  private static BooleanSupplier looks(int count) {
    int[] left = {count};
    return () -> left[0]-- == 0;
  }

  private static int[] travel(long seed, int customers) {
    var random = new Random(seed);
    int n = customers + 1;
    int[] x = random.ints(n, 0, 1000).toArray();
    int[] y = random.ints(n, 0, 1000).toArray();
    int[] travel = new int[n * n];
    Arrays.setAll(travel, i -> (int) Math.hypot(x[i / n] - x[i % n], y[i / n] - y[i % n]));
    return travel;
  }

  private static Model problem(long seed, int customers) {
    return problem(seed, customers, VEHICLES);
  }

  private static Model problem(long seed, int customers, int vehicles) {
    int n = customers + 1;
    var random = new Random(~seed);
    int[] demand = random.ints(n, 1, 20).toArray();
    int[] open = random.ints(n, 1500, 6000).toArray();
    int[] due = Arrays.stream(open).map(from -> from + 1000).toArray();
    demand[0] = 0;
    open[0] = 0;
    due[0] = 10_000;
    int[] service = new int[n];
    Arrays.fill(service, 1, n, 100);
    return Model.vehicles(vehicles, 200, travel(seed, customers), demand, open, due, service);
  }
}
