package io.trasa.bench;

import com.graphhopper.jsprit.core.algorithm.box.Jsprit.Construction;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.cost.VehicleRoutingActivityCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.job.Break;
import com.graphhopper.jsprit.core.problem.job.Job;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.BreakActivity;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity.JobActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import io.trasa.bench.RichDay.Step;
import io.trasa.bench.RichDay.Technician;
import io.trasa.bench.RichDay.Visit;
import io.trasa.bench.RichDay.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * A rich day as jsprit takes it: skills with levels as one skill for each level, parts as
 * capacities, breaks, several windows, priorities, delays of urgent visits as costs of activities.
 */
final class JspritRich {

  private static final double LACKING_BREAK = 1e6;

  private final RichJobs jobs;

  private JspritRich(RichJobs jobs) {
    this.jobs = jobs;
  }

  static List<List<Step>> solve(RichDay day, Terms terms, Trail trail) {
    return new JspritRich(new RichJobs(day)).solve(terms, trail);
  }

  private List<List<Step>> solve(Terms terms, Trail trail) {
    RichDay day = jobs.day();
    var problem =
        VehicleRoutingProblem.Builder.newInstance()
            .setFleetSize(FleetSize.FINITE)
            .setRoutingCost(new JspritWays(jobs.times(), jobs.costs(), day.places()))
            .setActivityCosts(new Delays());
    for (int t = 0; t < day.technicians().size(); t++) {
      problem.addVehicle(vehicle(t));
    }
    for (int j = 0; j < jobs.count(); j++) {
      problem.addJob(service(j));
    }
    var solution =
        JspritSearch.search(problem.build(), Construction.BEST_INSERTION, this::cost, terms, trail);
    List<List<Integer>> routes = new ArrayList<>();
    day.technicians().forEach(technician -> routes.add(new ArrayList<>()));
    for (VehicleRoute route : solution.getRoutes()) {
      List<Integer> own = routes.get(Integer.parseInt(route.getVehicle().getId()));
      for (TourActivity activity : route.getActivities()) {
        if (!(activity instanceof BreakActivity)) {
          own.add(number(activity));
        }
      }
    }
    return jobs.plan(routes);
  }

  private static int number(TourActivity activity) {
    return Integer.parseInt(((JobActivity) activity).getJob().getId());
  }

  private VehicleImpl vehicle(int t) {
    Technician technician = jobs.day().technicians().get(t);
    var type = VehicleTypeImpl.Builder.newInstance("van" + t);
    for (int kind = 0; kind < technician.parts().length; kind++) {
      type.addCapacityDimension(kind, technician.parts()[kind]);
    }
    var vehicle =
        VehicleImpl.Builder.newInstance("" + t)
            .setType(type.build())
            .setStartLocation(Location.newInstance(technician.home()))
            .setEarliestStart(technician.shift().from())
            .setLatestArrival(technician.shift().to());
    for (int skill = 0; skill < technician.levels().length; skill++) {
      for (int level = 1; level <= technician.levels()[skill]; level++) {
        vehicle.addSkill(skill + "/" + level);
      }
    }
    Window pause = technician.pause();
    if (pause != null) {
      vehicle.setBreak(
          Break.Builder.newInstance("break " + t)
              .setServiceTime(technician.pauseSeconds())
              .setTimeWindow(TimeWindow.newInstance(pause.from(), pause.to()))
              .build());
    }
    return vehicle.build();
  }

  private Service service(int job) {
    Visit visit = jobs.visit(job);
    var service =
        Service.Builder.newInstance("" + job)
            .setLocation(Location.newInstance(visit.place()))
            .setServiceTime(visit.seconds())
            .setPriority(Math.clamp(10 - visit.points(), 1, 10));
    for (int kind = 0; kind < visit.parts().length; kind++) {
      service.addSizeDimension(kind, visit.parts()[kind]);
    }
    if (visit.skill() >= 0) {
      service.addRequiredSkill(visit.skill() + "/" + visit.level());
    }
    for (Window window : jobs.windows(job)) {
      service.addTimeWindow(window.from(), window.to());
    }
    return service.build();
  }

  private double cost(VehicleRoutingProblemSolution solution) {
    double cost = 0;
    for (VehicleRoute route : solution.getRoutes()) {
      int at = route.getStart().getLocation().getIndex();
      boolean paused = false;
      double done = 0;
      for (TourActivity activity : route.getActivities()) {
        if (activity instanceof BreakActivity) {
          paused = true;
          continue;
        }
        int place = activity.getLocation().getIndex();
        cost += way(at, place);
        at = place;
        cost += delay(activity, activity.getEndTime() - activity.getOperationTime());
        done = activity.getEndTime();
      }
      cost += way(at, route.getEnd().getLocation().getIndex());
      Break due = route.getVehicle().getBreak();
      if (due != null && !paused && done > due.getTimeWindow().getEnd()) {
        cost += LACKING_BREAK;
      }
    }
    for (Job job : solution.getUnassignedJobs()) {
      if (!(job instanceof Break)) {
        cost += jobs.penalty(Integer.parseInt(job.getId()));
      }
    }
    return cost;
  }

  private int way(int from, int to) {
    return jobs.costs()[from * jobs.day().places() + to];
  }

  private double delay(TourActivity activity, double start) {
    Visit visit = jobs.visit(number(activity));
    return Math.max(0, start - visit.windows().getFirst().from()) * visit.urgentPercent() / 100;
  }

  private final class Delays implements VehicleRoutingActivityCosts {

    @Override
    public double getActivityCost(
        TourActivity activity, double arrival, Driver driver, Vehicle vehicle) {
      return activity instanceof JobActivity && !(activity instanceof BreakActivity)
          ? delay(activity, Math.max(arrival, activity.getTheoreticalEarliestOperationStartTime()))
          : 0;
    }

    @Override
    public double getActivityDuration(
        TourActivity activity, double arrival, Driver driver, Vehicle vehicle) {
      return activity.getOperationTime();
    }
  }
}
