package io.trasa.planning.open;

import static io.trasa.planning.open.Checked.orEmpty;
import static io.trasa.planning.open.Checked.there;
import static io.trasa.planning.open.Checked.within;

import io.trasa.common.InvalidInputException;
import io.trasa.common.Vehicle;
import io.trasa.planning.open.OpenProblem.Place;
import io.trasa.planning.open.OpenProblem.Span;
import io.trasa.planning.rules.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says a VROOM problem in our own words. A capacity becomes parts on the van, one kind for each
 * dimension; the most tasks are one kind more.
 */
final class VroomReader {

  private static final String TASKS = "tasks";
  private static final int PLENTY = 1_000_000_000;
  private static final int HOUR = 3600;
  private static final long WEEK = 7 * 86_400L;
  private static final long MONTH = 30 * 86_400L;
  private static final int MAX_PRIORITY = 100;
  private static final int MAX_DIMENSIONS = 20;

  /** A plan is quick for few jobs, and as good as it gets within this for many. */
  private static final int JOBS_PER_SECOND = 50;

  private static final int MOST_SECONDS = 60;

  private static final Map<String, Vehicle> PROFILES =
      Map.of(
          "car",
          Vehicle.CAR,
          "truck",
          Vehicle.TRUCK,
          "bike",
          Vehicle.BICYCLE,
          "foot",
          Vehicle.FOOT);

  private final VroomProblem problem;
  private final List<VroomProblem.Job> jobs;
  private final List<VroomProblem.Vehicle> vehicles;
  private final boolean limitsTasks;
  private final Span always;

  private VroomReader(VroomProblem problem) {
    this.problem = problem;
    this.jobs = problem.jobs() == null ? List.of() : problem.jobs();
    this.vehicles = problem.vehicles() == null ? List.of() : problem.vehicles();
    refuse("shipments", problem.shipments() != null && !problem.shipments().isEmpty());
    Checked.atMost("jobs", jobs.size(), OpenReader.MAX_VISITS, "Cut the problem into regions.");
    Checked.atMost(
        "vehicles", vehicles.size(), OpenReader.MAX_SHIFTS, "Cut the problem into regions.");
    var options = problem.options();
    refuse("options.g", options != null && Boolean.TRUE.equals(options.geometry()));
    refuse(
        "jobs.pickup beside jobs.delivery",
        jobs.stream().anyMatch(j -> j != null && isLoaded(j.pickup()))
            && jobs.stream().anyMatch(j -> j != null && isLoaded(delivery(j))));
    this.limitsTasks = vehicles.stream().anyMatch(v -> v != null && v.maxTasks() != null);
    this.always = always();
  }

  /**
   * @throws InvalidInputException naming the field, also for what is not served
   */
  static OpenProblem read(VroomProblem problem) {
    return new VroomReader(problem).problem();
  }

  private OpenProblem problem() {
    var technicians = new ArrayList<OpenProblem.Technician>();
    var previous = new ArrayList<OpenProblem.Route>();
    for (int i = 0; i < vehicles.size(); i++) {
      String field = "vehicles[%d]".formatted(i);
      var vehicle = there(field, vehicles.get(i));
      technicians.add(technician(field, vehicle));
      List<String> steps =
          orEmpty(vehicle.steps()).stream()
              .filter(step -> "job".equals(step.type()))
              .map(step -> id(field + ".steps", step.id()))
              .toList();
      if (!steps.isEmpty()) {
        previous.add(new OpenProblem.Route(id(field + ".id", vehicle.id()), 0, steps));
      }
    }
    var visits = new ArrayList<OpenProblem.Visit>();
    for (int i = 0; i < jobs.size(); i++) {
      String field = "jobs[%d]".formatted(i);
      visits.add(visit(field, there(field, jobs.get(i))));
    }
    return new OpenProblem(technicians, visits, matrices(), policy(), seconds(), previous);
  }

  private Integer seconds() {
    var options = problem.options();
    int bySize = Math.clamp(jobs.size() / JOBS_PER_SECOND, 1, OpenReader.DEFAULT_SECONDS);
    return within(
        "options.seconds", options == null ? null : options.seconds(), 1, MOST_SECONDS, bySize);
  }

  /** A second of driving costs 1, as in VROOM; of the other wishes it knows only the distance. */
  private static Map<Rule, Integer> policy() {
    var weights = new EnumMap<Rule, Integer>(Rule.class);
    for (Rule rule : Rule.values()) {
      if (rule.level() == Rule.Level.SOFT) {
        weights.put(rule, rule == Rule.TRAVEL || rule == Rule.DISTANCE ? 1 : 0);
      }
    }
    weights.put(Rule.UNASSIGNED, 1);
    return weights;
  }

  private @Nullable Map<String, OpenProblem.Matrix> matrices() {
    var named = new HashMap<String, OpenProblem.Matrix>();
    orEmpty(problem.matrices())
        .forEach(
            (profile, matrix) -> {
              String field = "matrices." + profile;
              refuse(field + ".costs", there(field, matrix).costs() != null);
              named.put(
                  profile,
                  new OpenProblem.Matrix(
                      there(field + ".durations", matrix.durations()), matrix.distances()));
            });
    return named.isEmpty() ? null : named;
  }

  private OpenProblem.Technician technician(String field, VroomProblem.Vehicle vehicle) {
    refuse(field + ".max_distance", vehicle.maxDistance() != null);
    Place start = place(field + ".start", vehicle.start(), vehicle.startIndex());
    Place end = place(field + ".end", vehicle.end(), vehicle.endIndex());
    if (start == null && end == null) {
      throw new InvalidInputException(
          field + ".start", null, "is missing, and so is the end", "A vehicle has one of them.");
    }
    String profile = vehicle.profile() == null ? "car" : vehicle.profile();
    boolean given = problem.matrices() != null && !problem.matrices().isEmpty();
    Vehicle travels = PROFILES.get(profile);
    if (!given && travels == null) {
      throw new InvalidInputException(
          field + ".profile",
          profile,
          "is none of " + PROFILES.keySet(),
          "Send a matrix for it, or choose one of these.");
    }
    Span time =
        vehicle.timeWindow() == null ? always : span(field + ".time_window", vehicle.timeWindow());
    var breaks = new ArrayList<OpenProblem.Break>();
    for (VroomProblem.Break pause : orEmpty(vehicle.breaks())) {
      breaks.add(pause(field + ".breaks", pause, time));
    }
    var shift =
        new OpenProblem.Shift(time, null, breaks, null, vehicle.maxTravelTime(), null, null);
    return new OpenProblem.Technician(
        id(field + ".id", vehicle.id()),
        start,
        end,
        travels,
        given ? profile : null,
        vehicle.speedFactor(),
        skills(vehicle.skills()),
        null,
        List.of(shift),
        null,
        capacity(field, vehicle),
        null,
        null,
        null,
        kmPercent(field + ".costs", vehicle.costs()));
  }

  private static OpenProblem.Break pause(String field, VroomProblem.Break pause, Span time) {
    refuse(field + ".max_load", pause.maxLoad() != null);
    var windows = pause.timeWindows();
    refuse(field + ".time_windows[1]", windows != null && windows.size() > 1);
    Span start =
        windows == null || windows.isEmpty()
            ? time
            : span(field + ".time_windows[0]", windows.getFirst());
    return new OpenProblem.Break(
        start, within(field + ".service", pause.service(), 0, PLENTY, 0), null);
  }

  /** Our kilometre counts ten hectometres of weight 1. */
  private static int kmPercent(String field, VroomProblem.@Nullable Costs costs) {
    if (costs == null) {
      return 0;
    }
    refuse(field + ".fixed", costs.fixed() != null && costs.fixed() != 0);
    refuse(field + ".per_hour", costs.perHour() != null && costs.perHour() != HOUR);
    refuse(field + ".per_task_hour", costs.perTaskHour() != null && costs.perTaskHour() != 0);
    return 10 * within(field + ".per_km", costs.perKm(), 0, 10_000, 0);
  }

  private Map<String, Integer> capacity(String field, VroomProblem.Vehicle vehicle) {
    Map<String, Integer> carried = amounts(field + ".capacity", vehicle.capacity());
    if (limitsTasks) {
      carried.put(TASKS, within(field + ".max_tasks", vehicle.maxTasks(), 0, PLENTY, PLENTY));
    }
    return carried;
  }

  private OpenProblem.Visit visit(String field, VroomProblem.Job job) {
    refuse(field + ".setup", job.setup() != null && job.setup() != 0);
    Map<String, Integer> parts =
        amounts(field + ".delivery", isLoaded(job.pickup()) ? job.pickup() : delivery(job));
    if (limitsTasks) {
      parts.put(TASKS, 1);
    }
    var windows = new ArrayList<Span>();
    for (long[] window : orEmpty(job.timeWindows())) {
      windows.add(span(field + ".time_windows", window));
    }
    // First the sum of priorities counts, then how many are done.
    int priority = within(field + ".priority", job.priority(), 0, MAX_PRIORITY, 0);
    return new OpenProblem.Visit(
        id(field + ".id", job.id()),
        there(field + ".location", place(field + ".location", job.location(), job.locationIndex())),
        // Nobody plans work of no length; in VROOM a delivery may be as quick as that.
        Math.max(1, within(field + ".service", job.service(), 0, PLENTY, 0)),
        null,
        windows,
        skills(job.skills()),
        null,
        null,
        null,
        null,
        null,
        1 + priority * (jobs.size() + 1),
        null,
        null,
        null,
        null,
        null,
        parts,
        null,
        null,
        null,
        null,
        null);
  }

  static int @Nullable [] delivery(VroomProblem.Job job) {
    return job.delivery() == null ? job.amount() : job.delivery();
  }

  static boolean isLoaded(int @Nullable [] amounts) {
    if (amounts != null) {
      for (int amount : amounts) {
        if (amount != 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static Map<String, Integer> amounts(String field, int @Nullable [] amounts) {
    var parts = new HashMap<String, Integer>();
    int[] each = amounts == null ? new int[0] : amounts;
    Checked.atMost(field, each.length, MAX_DIMENSIONS, "Leave out those that never matter.");
    for (int i = 0; i < each.length; i++) {
      parts.put("dimension " + i, each[i]);
    }
    return parts;
  }

  private static Map<String, Integer> skills(@Nullable List<Integer> skills) {
    Set<Integer> distinct = new HashSet<>(orEmpty(skills));
    return distinct.stream().collect(Collectors.toMap(s -> Integer.toString(s), s -> 1));
  }

  private @Nullable Place place(
      String field, double @Nullable [] location, @Nullable Integer index) {
    if (problem.matrices() != null && !problem.matrices().isEmpty()) {
      return index == null ? null : new Place(null, null, index);
    }
    if (location == null) {
      return null;
    }
    if (location.length != 2) {
      throw new InvalidInputException(
          field, location.length, "are not two numbers", "It is [longitude, latitude].");
    }
    return Place.at(location[1], location[0]);
  }

  static String id(String field, @Nullable Long id) {
    return there(field, id).toString();
  }

  private static Span span(String field, long @Nullable [] window) {
    if (window == null || window.length != 2 || Math.abs(window[0]) > Integer.MAX_VALUE * 4L) {
      throw new InvalidInputException(
          field, window, "is not a window of two times", "It is [start, end], in seconds.");
    }
    return new Span(Instant.ofEpochSecond(window[0]), Instant.ofEpochSecond(window[1]));
  }

  /** The time of a vehicle that has none: as long as anything happens, with a day to end it. */
  private Span always() {
    var windows = new ArrayList<long[]>();
    vehicles.forEach(
        v -> {
          if (v != null && v.timeWindow() != null) {
            windows.add(v.timeWindow());
          }
        });
    jobs.forEach(
        j -> {
          if (j != null) {
            windows.addAll(orEmpty(j.timeWindows()));
          }
        });
    windows.removeIf(window -> window == null || window.length != 2);
    long from = windows.stream().mapToLong(window -> window[0]).min().orElse(0);
    long last =
        windows.stream()
            .mapToLong(window -> window[1])
            .filter(to -> to <= from + MONTH)
            .max()
            .orElse(from + WEEK);
    return new Span(Instant.ofEpochSecond(from), Instant.ofEpochSecond(last + 86_400));
  }

  private static void refuse(String name, boolean present) {
    if (present) {
      throw new InvalidInputException(
          name, null, "is not served here", "Leave it out, or plan this with VROOM itself.");
    }
  }
}
