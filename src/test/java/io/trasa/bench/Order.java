package io.trasa.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chance for solvers that take no seed: another order of what they are given. */
final class Order {

  private Order() {}

  /** The numbers from 0 to {@code count − 1}, shuffled. */
  static int[] shuffled(int count, long seed) {
    var order = IntStream.range(0, count).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(order, new Random(seed));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
