package io.trasa.planning.open;

import io.trasa.planning.problem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Solves VROOM's problems and answers as VROOM does. */
@Service
public class VroomService {

  private final OpenJobs jobs;

  VroomService(OpenJobs jobs) {
    this.jobs = jobs;
  }

  /**
   * Solves the problem and waits for the end.
   *
   * @throws io.trasa.common.InvalidInputException naming the field that cannot be taken, also what
   *     is not served
   */
  public VroomAnswer solve(VroomProblem problem) {
    long begin = System.nanoTime();
    OpenProblem ours = VroomReader.read(problem);
    long loaded = System.nanoTime();
    OpenPlan plan = jobs.solveNow(ours);
    var times =
        new VroomAnswer.Times(
            TimeUnit.NANOSECONDS.toMillis(loaded - begin),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - loaded),
            0);
    return new Writing(problem, plan).answer(times);
  }

  /** The plan of one problem, said as VROOM says it. */
  private static final class Writing {
    private final OpenPlan plan;
    private final Map<String, VroomProblem.Job> jobs = new HashMap<>();
    private final Map<String, VroomProblem.Vehicle> vehicles = new HashMap<>();
    private final int dimensions;

    Writing(VroomProblem problem, OpenPlan plan) {
      this.plan = plan;
      int most = 0;
      for (VroomProblem.Job job : Checked.orEmpty(problem.jobs())) {
        jobs.put(VroomReader.id("id", job.id()), job);
        most = Math.max(most, amounts(job).length);
      }
      for (VroomProblem.Vehicle vehicle : Checked.orEmpty(problem.vehicles())) {
        vehicles.put(VroomReader.id("id", vehicle.id()), vehicle);
        most = Math.max(most, vehicle.capacity() == null ? 0 : vehicle.capacity().length);
      }
      dimensions = most;
    }

    private static int[] amounts(VroomProblem.Job job) {
      int[] delivery = VroomReader.delivery(job);
      int[] amounts = VroomReader.isLoaded(job.pickup()) ? job.pickup() : delivery;
      return amounts == null ? new int[0] : amounts;
    }

    VroomAnswer answer(VroomAnswer.Times times) {
      List<VroomAnswer.Route> routes = plan.routes().stream().map(this::route).toList();
      int[] delivery = new int[dimensions];
      int[] pickup = new int[dimensions];
      routes.forEach(route -> add(delivery, route.delivery(), 1));
      routes.forEach(route -> add(pickup, route.pickup(), 1));
      var summary =
          new VroomAnswer.Summary(
              routes.stream().mapToLong(VroomAnswer.Route::cost).sum(),
              routes.size(),
              plan.unplanned().size(),
              delivery,
              pickup,
              0,
              routes.stream().mapToInt(VroomAnswer.Route::service).sum(),
              routes.stream().mapToInt(VroomAnswer.Route::duration).sum(),
              routes.stream().mapToInt(VroomAnswer.Route::waitingTime).sum(),
              routes.stream().mapToInt(VroomAnswer.Route::priority).sum(),
              routes.stream().mapToInt(VroomAnswer.Route::distance).sum(),
              List.of(),
              times);
      return new VroomAnswer(0, summary, unassigned(), routes);
    }

    private List<VroomAnswer.Unassigned> unassigned() {
      var unassigned = new ArrayList<VroomAnswer.Unassigned>();
      for (OpenPlan.Unplanned left : plan.unplanned()) {
        VroomProblem.Job job = Objects.requireNonNull(jobs.get(left.visit()));
        unassigned.add(
            new VroomAnswer.Unassigned(
                Long.parseLong(left.visit()),
                "job",
                job.description(),
                job.location(),
                job.locationIndex()));
      }
      return unassigned;
    }

    private VroomAnswer.Route route(OpenPlan.Route route) {
      VroomProblem.Vehicle vehicle = Objects.requireNonNull(vehicles.get(route.technician()));
      int[] delivery = new int[dimensions];
      int[] pickup = new int[dimensions];
      int priority = 0;
      int service = 0;
      int waiting = 0;
      for (OpenPlan.Step step : route.steps()) {
        VroomProblem.Job job = job(step);
        if (job != null) {
          add(VroomReader.isLoaded(job.pickup()) ? pickup : delivery, amounts(job), 1);
          priority += job.priority() == null ? 0 : job.priority();
        }
        service += service(step);
        waiting += waiting(step);
      }
      int perKm =
          vehicle.costs() == null || vehicle.costs().perKm() == null ? 0 : vehicle.costs().perKm();
      return new VroomAnswer.Route(
          Long.parseLong(route.technician()),
          vehicle.description(),
          route.driveSeconds() + Math.round(perKm * route.driveMetres() / 1000.0),
          delivery,
          pickup,
          0,
          service,
          route.driveSeconds(),
          waiting,
          priority,
          route.driveMetres(),
          steps(route, vehicle, delivery.clone()),
          List.of());
    }

    private List<VroomAnswer.Step> steps(
        OpenPlan.Route route, VroomProblem.Vehicle vehicle, int[] load) {
      var steps = new ArrayList<VroomAnswer.Step>();
      if (vehicle.start() != null || vehicle.startIndex() != null) {
        steps.add(
            end(
                "start",
                vehicle.start(),
                vehicle.startIndex(),
                route.leaves().getEpochSecond(),
                0,
                0,
                load.clone()));
      }
      int duration = 0;
      int distance = 0;
      for (OpenPlan.Step step : route.steps()) {
        duration += step.driveSeconds();
        distance += step.driveMetres();
        VroomProblem.Job job = job(step);
        if (job != null) {
          add(load, amounts(job), VroomReader.isLoaded(job.pickup()) ? 1 : -1);
        }
        steps.add(
            new VroomAnswer.Step(
                job == null ? "break" : "job",
                job == null ? breakId(vehicle, step.number()) : job.id(),
                job == null ? null : job.description(),
                job == null ? null : job.location(),
                job == null ? null : job.locationIndex(),
                0,
                service(step),
                waiting(step),
                step.arrival().getEpochSecond(),
                duration,
                distance,
                load.clone(),
                List.of()));
      }
      if (vehicle.end() != null || vehicle.endIndex() != null) {
        steps.add(
            end(
                "end",
                vehicle.end(),
                vehicle.endIndex(),
                route.home().getEpochSecond(),
                duration + route.driveHomeSeconds(),
                distance + route.driveHomeMetres(),
                load.clone()));
      }
      return steps;
    }

    private static VroomAnswer.Step end(
        String type,
        double @Nullable [] location,
        @Nullable Integer index,
        long at,
        int duration,
        int distance,
        int[] load) {
      return new VroomAnswer.Step(
          type, null, null, location, index, 0, 0, 0, at, duration, distance, load, List.of());
    }

    private static @Nullable Long breakId(VroomProblem.Vehicle vehicle, int number) {
      return vehicle.breaks() == null ? null : vehicle.breaks().get(number).id();
    }

    private VroomProblem.@Nullable Job job(OpenPlan.Step step) {
      return step.kind() == Kind.VISIT ? jobs.get(step.visit()) : null;
    }

    private static int waiting(OpenPlan.Step step) {
      return Math.toIntExact(step.start().getEpochSecond() - step.arrival().getEpochSecond());
    }

    /** As it was asked for: what takes no time is planned with a second. */
    private int service(OpenPlan.Step step) {
      VroomProblem.Job job = job(step);
      return job == null
          ? Math.toIntExact(step.end().getEpochSecond() - step.start().getEpochSecond())
          : job.service() == null ? 0 : job.service();
    }

    private static void add(int[] to, int[] amounts, int sign) {
      for (int i = 0; i < amounts.length; i++) {
        to[i] += sign * amounts[i];
      }
    }
  }
}
