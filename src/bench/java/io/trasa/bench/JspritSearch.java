package io.trasa.bench;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.acceptor.SchrimpfAcceptance;
import com.graphhopper.jsprit.core.algorithm.acceptor.SolutionAcceptor;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Construction;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Parameter;
import com.graphhopper.jsprit.core.algorithm.listener.IterationEndsListener;
import com.graphhopper.jsprit.core.algorithm.listener.IterationStartsListener;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.solution.SolutionCostCalculator;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.Collection;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * jsprit's own algorithm with its fast regret insertion, stopped by time. Its acceptance cools by
 * the share of iterations done; here, of the time gone, as the number of iterations is not known
 * before. The thresholds are its defaults.
 */
final class JspritSearch {

  private static final double THRESHOLD_SHARE = 0.03;
  private static final double THRESHOLD_ALPHA = 0.15;
  private static final int WHOLE = 1_000_000;

  private JspritSearch() {}

  /**
   * @param construction of the first solution
   * @param cost of a solution; null for jsprit's own
   */
  static VehicleRoutingProblemSolution search(
      VehicleRoutingProblem problem,
      Construction construction,
      @Nullable SolutionCostCalculator cost,
      Terms terms,
      Trail trail) {
    var cooling = new Cooling(terms, trail);
    var builder =
        Jsprit.Builder.newInstance(problem)
            .setProperty(Parameter.FAST_REGRET, "true")
            .setProperty(Parameter.CONSTRUCTION, construction.toString())
            .setProperty(Parameter.THREADS, "" + terms.threads())
            .setRandom(new Random(terms.seed()))
            .setCustomAcceptor(cooling);
    if (cost != null) {
      builder.setObjectiveFunction(cost);
    }
    VehicleRoutingAlgorithm algorithm = builder.buildAlgorithm();
    algorithm.setMaxIterations(Integer.MAX_VALUE);
    algorithm.setPrematureAlgorithmTermination(discovered -> trail.second() >= terms.seconds());
    algorithm.addListener(cooling);
    return Solutions.bestOf(algorithm.searchSolutions());
  }

  private static final class Cooling
      implements SolutionAcceptor, IterationStartsListener, IterationEndsListener {

    private final SchrimpfAcceptance schrimpf = new SchrimpfAcceptance(1, THRESHOLD_ALPHA);
    private final Terms terms;
    private final Trail trail;

    Cooling(Terms terms, Trail trail) {
      this.terms = terms;
      this.trail = trail;
      schrimpf.setMaxIterations(WHOLE);
    }

    @Override
    public boolean acceptSolution(
        Collection<VehicleRoutingProblemSolution> solutions,
        VehicleRoutingProblemSolution newSolution) {
      return schrimpf.acceptSolution(solutions, newSolution);
    }

    @Override
    public void informIterationStarts(
        int iteration,
        VehicleRoutingProblem problem,
        Collection<VehicleRoutingProblemSolution> solutions) {
      if (iteration == 1) {
        double cost = Solutions.bestOf(solutions).getCost();
        schrimpf.setInitialThreshold(THRESHOLD_SHARE * cost);
        trail.note(cost);
      }
      int gone = (int) Math.min(WHOLE, WHOLE * trail.second() / terms.seconds());
      schrimpf.informIterationStarts(gone, problem, solutions);
    }

    @Override
    public void informIterationEnds(
        int iteration,
        VehicleRoutingProblem problem,
        Collection<VehicleRoutingProblemSolution> solutions) {
      trail.count(iteration, 0);
      trail.note(Solutions.bestOf(solutions).getCost());
    }
  }
}
