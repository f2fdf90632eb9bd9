package io.trasa.bench;

import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The problems as the routing library of OR-Tools takes them. */
public final class OrToolsPeer implements Contender {

  @Override
  public String name() {
    return "ortools";
  }

  @Override
  public Optional<Solver<Vrptw, List<int[]>>> vrptw() {
    return Optional.of(OrToolsPeer::solve);
  }

  @Override
  public Optional<Solver<RichDay, List<List<RichDay.Step>>>> rich() {
    return Optional.of(OrToolsRich::solve);
  }

  private static List<int[]> solve(Vrptw instance, Terms terms, Trail trail) {
    OrToolsSearch.load();
    int[] order = Order.shuffled(instance.places() - 1, terms.seed());
    int[] place = new int[instance.places()];
    for (int i = 0; i < order.length; i++) {
      place[i + 1] = order[i] + 1;
    }
    var nodes = new RoutingIndexManager(place.length, instance.vehicles(), 0);
    var model = new RoutingModel(nodes);
    long[][] travel = new long[place.length][place.length];
    long[][] serviceAndTravel = new long[place.length][place.length];
    for (int i = 0; i < place.length; i++) {
      for (int j = 0; j < place.length; j++) {
        travel[i][j] = instance.travel(place[i], place[j]);
        serviceAndTravel[i][j] = travel[i][j] + instance.service()[place[i]];
      }
    }
    model.setArcCostEvaluatorOfAllVehicles(model.registerTransitMatrix(travel));
    long[] demand = IntStream.of(place).mapToLong(p -> instance.demand()[p]).toArray();
    model.addDimension(
        model.registerUnaryTransitVector(demand), 0, instance.capacity(), true, "load");
    int end = instance.due()[0];
    model.addDimension(model.registerTransitMatrix(serviceAndTravel), end, end, false, "time");
    RoutingDimension time = model.getMutableDimension("time");
    for (int i = 1; i < place.length; i++) {
      time.cumulVar(nodes.nodeToIndex(i))
          .setRange(instance.ready()[place[i]], instance.due()[place[i]]);
    }
    var answer = OrToolsSearch.search(model, terms, trail);
    var routes = new ArrayList<int[]>();
    for (int v = 0; v < instance.vehicles() && answer != null; v++) {
      var route = IntStream.builder();
      long index = answer.value(model.nextVar(model.start(v)));
      while (!model.isEnd(index)) {
        route.add(place[nodes.indexToNode(index)]);
        index = answer.value(model.nextVar(index));
      }
      routes.add(route.build().toArray());
    }
    return routes;
  }
}
