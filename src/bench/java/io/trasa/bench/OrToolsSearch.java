package io.trasa.bench;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.main;
import com.google.protobuf.Duration;
import org.jspecify.annotations.Nullable;

/**
 * OR-Tools' routing search: parallel cheapest insertion, then guided local search until the time is
 * up. It works in one thread whatever it is given.
 */
final class OrToolsSearch {

  private OrToolsSearch() {}

  static void load() {
    Loader.loadNativeLibraries();
  }

  /** Null if it found nothing. */
  static @Nullable Assignment search(RoutingModel model, Terms terms, Trail trail) {
    model.addAtSolutionCallback(() -> trail.note(model.costVar().max()));
    long millis = trail.millisLeft(terms);
    var parameters =
        main.defaultRoutingSearchParameters().toBuilder()
            .setFirstSolutionStrategy(FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION)
            .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
            .setTimeLimit(
                Duration.newBuilder()
                    .setSeconds(millis / 1000)
                    .setNanos((int) (millis % 1000) * 1_000_000))
            .build();
    Assignment answer = model.solveWithParameters(parameters);
    trail.count(model.solver().neighbors(), 0);
    return answer;
  }
}
