package io.trasa.bench;

import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Construction;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity.JobActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import java.util.List;
import java.util.Optional;

/** The problems as jsprit takes them. */
public final class JspritPeer implements Contender {

  @Override
  public String name() {
    return "jsprit";
  }

  @Override
  public Optional<Solver<Vrptw, List<int[]>>> vrptw() {
    return Optional.of(JspritPeer::solve);
  }

  @Override
  public Optional<Solver<RichDay, List<List<RichDay.Step>>>> rich() {
    return Optional.of(JspritRich::solve);
  }

  private static List<int[]> solve(Vrptw instance, Terms terms, Trail trail) {
    var type =
        VehicleTypeImpl.Builder.newInstance("van")
            .addCapacityDimension(0, instance.capacity())
            .build();
    int[] matrix = instance.matrix();
    var problem =
        VehicleRoutingProblem.Builder.newInstance()
            .setFleetSize(FleetSize.FINITE)
            .setRoutingCost(new JspritWays(matrix, matrix, instance.places()));
    for (int v = 0; v < instance.vehicles(); v++) {
      problem.addVehicle(
          VehicleImpl.Builder.newInstance("v" + v)
              .setType(type)
              .setStartLocation(Location.newInstance(0))
              .setEarliestStart(instance.ready()[0])
              .setLatestArrival(instance.due()[0])
              .build());
    }
    for (int c = 1; c < instance.places(); c++) {
      problem.addJob(
          Service.Builder.newInstance("" + c)
              .setLocation(Location.newInstance(c))
              .addSizeDimension(0, instance.demand()[c])
              .setServiceTime(instance.service()[c])
              .setTimeWindow(TimeWindow.newInstance(instance.ready()[c], instance.due()[c]))
              .build());
    }
    var solution =
        JspritSearch.search(problem.build(), Construction.REGRET_INSERTION, null, terms, trail);
    return solution.getRoutes().stream()
        .map(
            route ->
                route.getActivities().stream()
                    .mapToInt(a -> Integer.parseInt(((JobActivity) a).getJob().getId()))
                    .toArray())
        .toList();
  }
}
