package io.trasa.bench;

import io.trasa.planning.search.Model;
import io.trasa.planning.search.Sisr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trasa's array search alone, without the solver around it. */
final class TrasaArray implements Contender {

  @Override
  public String name() {
    return "trasa-array";
  }

  @Override
  public Optional<Solver<Vrptw, List<int[]>>> vrptw() {
    return Optional.of(TrasaArray::solve);
  }

  private static List<int[]> solve(Vrptw instance, Terms terms, Trail trail) {
    var model =
        Model.vehicles(
            instance.vehicles(),
            instance.capacity(),
            instance.matrix(),
            instance.demand(),
            instance.ready(),
            instance.due(),
            instance.service());
    var search = new Sisr(model, terms.seed(), terms.threads());
    search.search(() -> trail.second() / terms.seconds(), () -> trail.second() >= terms.seconds());
    trail.count(search.steps(), search.checks());
    var routes = new ArrayList<int[]>();
    for (int v = 0; v < instance.vehicles(); v++) {
      int[] route = search.best(v);
      for (int i = 0; i < route.length; i++) {
        route[i]++;
      }
      routes.add(route);
    }
    return routes;
  }
}
