package io.trasa.bench;

import com.google.ortools.constraintsolver.IntVar;
import com.google.ortools.constraintsolver.IntervalVar;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import io.trasa.bench.RichDay.Step;
import io.trasa.bench.RichDay.Technician;
import io.trasa.bench.RichDay.Visit;
import io.trasa.bench.RichDay.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A rich day as OR-Tools takes it: jobs may be left out at a price, vehicles that lack a skill are
 * not allowed, parts are dimensions, breaks are intervals, delays of urgent visits are soft bounds.
 * Nodes are the technicians' homes, then the jobs; costs are in hundredths.
 */
final class OrToolsRich {

  private static final int HUNDREDTHS = 100;
  private static final int DAY = 86_400;

  private final RichDay day;
  private final RichJobs jobs;

  /** The jobs in the order in which they are nodes. */
  private final int[] order;

  private final int vehicles;
  private final RoutingIndexManager nodes;
  private final RoutingModel model;

  private OrToolsRich(RichDay day, long seed) {
    this.day = day;
    jobs = new RichJobs(day);
    order = Order.shuffled(jobs.count(), seed);
    vehicles = day.technicians().size();
    int[] homes = IntStream.range(0, vehicles).toArray();
    nodes = new RoutingIndexManager(vehicles + order.length, vehicles, homes, homes);
    model = new RoutingModel(nodes);
  }

  static List<List<Step>> solve(RichDay day, Terms terms, Trail trail) {
    OrToolsSearch.load();
    return new OrToolsRich(day, terms.seed()).solve(terms, trail);
  }

  private List<List<Step>> solve(Terms terms, Trail trail) {
    int n = vehicles + order.length;
    int[] times = jobs.times();
    long[][] cost = new long[n][n];
    long[][] time = new long[n][n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        int way = place(from) * day.places() + place(to);
        cost[from][to] = (long) HUNDREDTHS * jobs.costs()[way];
        time[from][to] = (from < vehicles ? 0 : job(from).seconds()) + times[way];
      }
    }
    model.setArcCostEvaluatorOfAllVehicles(model.registerTransitMatrix(cost));
    model.addDimension(model.registerTransitMatrix(time), DAY, DAY, false, "time");
    RoutingDimension clock = model.getMutableDimension("time");
    for (int v = 0; v < vehicles; v++) {
      technician(v, clock);
    }
    for (int node = vehicles; node < n; node++) {
      job(node, clock);
    }
    for (int kind = 0; kind < day.kinds(); kind++) {
      parts(kind);
    }
    var answer = OrToolsSearch.search(model, terms, trail);
    List<List<Integer>> routes = new ArrayList<>();
    for (int v = 0; v < vehicles; v++) {
      List<Integer> route = new ArrayList<>();
      if (answer != null) {
        long index = answer.value(model.nextVar(model.start(v)));
        while (!model.isEnd(index)) {
          route.add(order[nodes.indexToNode(index) - vehicles]);
          index = answer.value(model.nextVar(index));
        }
      }
      routes.add(route);
    }
    return jobs.plan(routes);
  }

  private Visit job(int node) {
    return jobs.visit(order[node - vehicles]);
  }

  private int place(int node) {
    return node < vehicles ? day.technicians().get(node).home() : job(node).place();
  }

  private void technician(int v, RoutingDimension clock) {
    Technician technician = day.technicians().get(v);
    Window shift = technician.shift();
    clock.cumulVar(model.start(v)).setRange(shift.from(), shift.to());
    clock.cumulVar(model.end(v)).setRange(shift.from(), shift.to());
    Window pause = technician.pause();
    if (pause != null) {
      long[] lasts =
          LongStream.range(0, model.size())
              .map(i -> nodes.indexToNode(i) < vehicles ? 0 : job(nodes.indexToNode(i)).seconds())
              .toArray();
      IntervalVar interval =
          model
              .solver()
              .makeFixedDurationIntervalVar(
                  pause.from(), pause.to(), technician.pauseSeconds(), false, "break " + v);
      clock.setBreakIntervalsOfVehicle(new IntervalVar[] {interval}, v, lasts);
    }
  }

  private void job(int node, RoutingDimension clock) {
    int job = order[node - vehicles];
    Visit visit = jobs.visit(job);
    long index = nodes.nodeToIndex(node);
    model.addDisjunction(new long[] {index}, HUNDREDTHS * jobs.penalty(job));
    List<Window> windows = jobs.windows(job);
    IntVar start = clock.cumulVar(index);
    start.setRange(windows.getFirst().from(), windows.getLast().to());
    for (int w = 1; w < windows.size(); w++) {
      start.removeInterval(windows.get(w - 1).to() + 1, windows.get(w).from() - 1);
    }
    long[] unable =
        LongStream.range(0, vehicles)
            .filter(v -> !day.may(day.technicians().get((int) v), visit))
            .toArray();
    if (unable.length > 0) {
      model.vehicleVar(index).removeValues(unable);
    }
  }

  private void parts(int kind) {
    long[] used =
        IntStream.range(0, vehicles + order.length)
            .mapToLong(node -> node < vehicles ? 0 : job(node).parts()[kind])
            .toArray();
    long[] stock = day.technicians().stream().mapToLong(t -> t.parts()[kind]).toArray();
    model.addDimensionWithVehicleCapacity(
        model.registerUnaryTransitVector(used), 0, stock, true, "parts " + kind);
  }
}
