package io.trasa.bench;

import java.util.List;
import java.util.Optional;

/**
 * Judges routes of a technician routing and scheduling problem by the instance's file alone;
 * nothing of the engine is used. There is a route for each technician, in the file's order: numbers
 * of requests, and 0 for the call at the depot.
 */
final class TrspVerifier {

  /** Sums of square roots are not exact. */
  private static final double ROUNDING = 1e-6;

  private TrspVerifier() {}

  /** What is wrong with the routes first; empty if nothing. */
  static Optional<String> fault(Trsp instance, List<int[]> routes) {
    if (routes.size() != instance.technicians()) {
      return Optional.of("not a route for each technician: " + routes.size());
    }
    boolean[] served = new boolean[instance.nodes().size()];
    for (int t = 0; t < routes.size(); t++) {
      for (int node : routes.get(t)) {
        if (node != 0 && (!instance.isRequest(node) || served[node])) {
          return Optional.of("request " + node + " is unknown or served twice");
        }
        served[node] = true;
      }
      Optional<String> fault = carriedFault(instance, t + 1, routes.get(t));
      if (fault.isEmpty()) {
        fault = timeFault(instance, t + 1, routes.get(t));
      }
      if (fault.isPresent()) {
        return fault;
      }
    }
    for (int node = instance.technicians() + 1; node < served.length; node++) {
      if (!served[node]) {
        return Optional.of("request " + node + " is not served");
      }
    }
    return Optional.empty();
  }

  /** Total working duration, from leaving home to being there again. */
  static double value(Trsp instance, List<int[]> routes) {
    double total = 0;
    for (int t = 0; t < routes.size(); t++) {
      if (routes.get(t).length > 0) {
        double departure = latestDeparture(instance, t + 1, routes.get(t));
        total += arrivalHome(instance, t + 1, routes.get(t), departure) - departure;
      }
    }
    return total;
  }

  private static Optional<String> carriedFault(Trsp instance, int technician, int[] route) {
    Trsp.Node own = instance.nodes().get(technician);
    int calls = 0;
    int[] used = new int[instance.parts()];
    for (int node : route) {
      if (node == 0) {
        calls++;
        continue;
      }
      Trsp.Node request = instance.nodes().get(node);
      if (!own.skills().containsAll(request.skills())) {
        return Optional.of("request " + node + " lacks the skill");
      }
      if (calls > 0) {
        continue;
      }
      if (!own.tools().containsAll(request.tools())) {
        return Optional.of("request " + node + " lacks a tool");
      }
      for (int kind = 0; kind < used.length; kind++) {
        used[kind] += request.parts().get(kind);
        if (used[kind] > own.parts().get(kind)) {
          return Optional.of("request " + node + " lacks a part");
        }
      }
    }
    return calls > 1
        ? Optional.of("technician " + technician + " calls at the depot twice")
        : Optional.empty();
  }

  private static Optional<String> timeFault(Trsp instance, int technician, int[] route) {
    if (route.length == 0) {
      return Optional.empty();
    }
    double now = latestDeparture(instance, technician, route);
    if (now < instance.nodes().get(technician).open() - ROUNDING) {
      return Optional.of("technician " + technician + " cannot leave early enough");
    }
    int at = technician;
    for (int node : route) {
      Trsp.Node next = instance.nodes().get(node);
      now = Math.max(now + instance.travel(at, node), next.open());
      if (now > next.close() + ROUNDING) {
        return Optional.of("node " + node + " is served too late");
      }
      now += next.service();
      at = node;
    }
    return now + instance.travel(at, technician)
            > instance.nodes().get(technician).close() + ROUNDING
        ? Optional.of("technician " + technician + " is home too late")
        : Optional.empty();
  }

  /** Whoever leaves later waits less: the latest departure makes the shortest day. */
  private static double latestDeparture(Trsp instance, int technician, int[] route) {
    double latest = instance.nodes().get(technician).close();
    int after = technician;
    for (int i = route.length - 1; i >= 0; i--) {
      Trsp.Node node = instance.nodes().get(route[i]);
      latest = Math.min(node.close(), latest - instance.travel(route[i], after) - node.service());
      after = route[i];
    }
    return latest - instance.travel(technician, after);
  }

  private static double arrivalHome(Trsp instance, int technician, int[] route, double departure) {
    double now = departure;
    int at = technician;
    for (int node : route) {
      Trsp.Node next = instance.nodes().get(node);
      now = Math.max(now + instance.travel(at, node), next.open()) + next.service();
      at = node;
    }
    return now + instance.travel(at, technician);
  }
}
