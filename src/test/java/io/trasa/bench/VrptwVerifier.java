package io.trasa.bench;

import java.util.List;
import java.util.Optional;

/**
 * Judges routes of a VRPTW by the instance's file alone; nothing of the engine is used. A route is
 * the customers' numbers in the file, in order.
 */
final class VrptwVerifier {

  private VrptwVerifier() {}

  /** What is wrong with the routes first; empty if nothing. */
  static Optional<String> fault(Vrptw instance, List<int[]> routes) {
    boolean[] served = new boolean[instance.places()];
    int used = 0;
    for (int[] route : routes) {
      used += route.length > 0 ? 1 : 0;
      int now = instance.ready()[0];
      int at = 0;
      int loaded = 0;
      for (int customer : route) {
        if (customer < 1 || customer >= instance.places() || served[customer]) {
          return Optional.of("customer " + customer + " is unknown or served twice");
        }
        served[customer] = true;
        loaded += instance.demand()[customer];
        now = Math.max(now + distance(instance, at, customer), instance.ready()[customer]);
        if (now > instance.due()[customer]) {
          return Optional.of("customer " + customer + " is served too late");
        }
        now += instance.service()[customer];
        at = customer;
      }
      if (now + distance(instance, at, 0) > instance.due()[0]) {
        return Optional.of("a vehicle is back too late");
      }
      if (loaded > instance.capacity()) {
        return Optional.of("a vehicle is overloaded");
      }
    }
    if (used > instance.vehicles()) {
      return Optional.of("too many vehicles: " + used);
    }
    for (int customer = 1; customer < instance.places(); customer++) {
      if (!served[customer]) {
        return Optional.of("customer " + customer + " is not served");
      }
    }
    return Optional.empty();
  }

  /** Total distance in tenths. */
  static long value(Vrptw instance, List<int[]> routes) {
    long total = 0;
    for (int[] route : routes) {
      int at = 0;
      for (int customer : route) {
        total += distance(instance, at, customer);
        at = customer;
      }
      total += distance(instance, at, 0);
    }
    return total;
  }

  private static int distance(Vrptw instance, int a, int b) {
    long dx = (long) instance.x()[a] - instance.x()[b];
    long dy = (long) instance.y()[a] - instance.y()[b];
    // The greatest whole number of tenths whose square does not exceed the distance's.
    long squared = 100 * (dx * dx + dy * dy);
    long tenths = (long) Math.sqrt((double) squared);
    while (tenths * tenths > squared) {
      tenths--;
    }
    while ((tenths + 1) * (tenths + 1) <= squared) {
      tenths++;
    }
    return Math.toIntExact(tenths);
  }
}
