package io.trasa.bench;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import io.trasa.planning.problem.LiveRoute;
import io.trasa.planning.problem.Published;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.Timetable;
import io.trasa.planning.problem.UnderWay;
import io.trasa.planning.problem.WhenMay;
import io.trasa.planning.rules.Explainer;
import io.trasa.planning.rules.Policy;
import io.trasa.planning.rules.Rule;
import io.trasa.routing.TravelMatrix;
import java.io.File;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replans made-up days beside planning what is left of them from scratch, for each event: {@code
 * replan 120x15,500x50 seconds=5 seeds=3}. {@code price=100}: changes cost what policies say;
 * {@code from=6}: the first seed; {@code events=CANCELLED,EMERGENCY}: only these.
 */
final class ReplanBench {

  private static final int MINUTE = 60;
  private static final int NOW = 10 * 3600 + 30 * MINUTE;

  /** Until another van is there. */
  private static final int REPAIR = 2 * 3600;

  private static final int MOVED_SECONDS = 5 * MINUTE;
  private static final int PLAN_SECONDS = 10;
  private static final int EMERGENCY_POINTS = 5_000;
  private static final Map<Rule, Long> WISHES =
      Map.of(
          Rule.TRAVEL,
          1L,
          Rule.DISTANCE,
          (long) RichDay.PER_HECTOMETRE,
          Rule.PRIORITY,
          1L,
          Rule.OVERTIME,
          2L,
          Rule.PROMISE,
          5L);
  private static final SolutionManager<RoutePlan, HardMediumSoftScore> SCORES =
      SolutionManager.create(
          SolverFactory.<RoutePlan>createFromXmlFile(new File("solver-config/solver.xml")));

  private enum Event {
    NOTHING,
    TECHNICIAN_OUT,
    VAN_BROKEN_DOWN,
    TAKES_LONGER,
    CUSTOMER_BACK_LATER,
    CANCELLED,
    EMERGENCY,
    PARTS_MISSING,
    ROAD_CLOSED
  }

  /** Of changes, in hundredths of what policies say; 0: what replanning takes. */
  private final int price;

  private ReplanBench(int price) {
    this.price = price;
  }

  static void run(String[] args) {
    int seconds = 5;
    int seeds = 3;
    int price = 0;
    int firstSeed = 1;
    Set<Event> events = EnumSet.allOf(Event.class);
    for (String arg : args) {
      price = arg.startsWith("price=") ? Integer.parseInt(arg.substring(6)) : price;
      if (arg.startsWith("events=")) {
        events = EnumSet.noneOf(Event.class);
        for (String name : arg.substring(7).split(",")) {
          events.add(Event.valueOf(name));
        }
      }
      seconds = arg.startsWith("seconds=") ? Integer.parseInt(arg.substring(8)) : seconds;
      firstSeed = arg.startsWith("from=") ? Integer.parseInt(arg.substring(5)) : firstSeed;
      seeds = arg.startsWith("seeds=") ? Integer.parseInt(arg.substring(6)) : seeds;
    }
    var bench = new ReplanBench(price);
    System.out.println(
        "| day | event | first proposal ms | moved | from scratch | share % | out | from scratch"
            + " | cost against scratch % |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    boolean warm = false;
    for (String size : args[1].split(",")) {
      for (int seed = firstSeed; seed < firstSeed + seeds; seed++) {
        RoutePlan planned = planned(RichDays.of(size + ":seed=" + seed), seed);
        if (!warm) {
          bench.measure(planned, Event.NOTHING, 2, seed);
          warm = true;
        }
        for (Event event : events) {
          System.out.println(
              "| %s seed %d | %s | ".formatted(size, seed, event)
                  + bench.measure(planned, event, seconds, seed));
        }
      }
    }
  }

  private static RoutePlan planned(RichDay day, int seed) {
    RoutePlan problem = TrasaRich.problem(day, seed);
    RoutePlan solved = TrasaSearch.solve(problem, new Terms(PLAN_SECONDS, 1, seed), new Trail());
    SCORES.update(solved);
    return solved;
  }

  private String measure(RoutePlan planned, Event event, int seconds, int seed) {
    var trail = new Trail();
    var scene = new Scene(planned, event, seed, price);
    UnderWay underWay = UnderWay.of(scene.whole, scene.situation);
    RoutePlan rest = underWay.rest();
    rest.setWeights(
        TrasaSearch.policy(
                Map.of(
                    Rule.TRAVEL, 1L,
                    Rule.DISTANCE, (long) RichDay.PER_HECTOMETRE,
                    Rule.PRIORITY, 1L,
                    Rule.OVERTIME, 2L,
                    Rule.PROMISE, 5L,
                    Rule.OTHER_TECHNICIAN, Rule.OTHER_TECHNICIAN.defaultWeight(),
                    Rule.OTHER_TIME, Rule.OTHER_TIME.defaultWeight()))
            .overrides());
    RoutePlan scratch = scratch(rest);
    RoutePlan replanned = TrasaSearch.solve(rest, new Terms(seconds, 1, seed), trail);
    SCORES.update(replanned);
    long first = Math.round(1000 * trail.firstSecond().orElse(Double.NaN));

    RoutePlan fresh = TrasaSearch.solve(scratch, new Terms(seconds, 1, seed), new Trail());
    SCORES.update(fresh);
    int moved = moved(replanned, underWay, scene);
    int movedFresh = moved(fresh, underWay, scene);
    long out = replanned.unassignedStops();
    long outFresh = fresh.unassignedStops();
    // The same times under the same wishes: what was told costs nothing in either.
    var same = new HashMap<String, Stop>();
    fresh.getDays().forEach(d -> d.getStops().clear());
    fresh.getStops().forEach(stop -> same.put(stop.getId(), stop));
    long freshCost = -Objects.requireNonNull(fresh.getScore()).softScore();
    for (int d = 0; d < replanned.getDays().size(); d++) {
      for (Stop stop : replanned.getDays().get(d).getStops()) {
        Stop twin = Objects.requireNonNull(same.get(stop.getId()));
        twin.setAgreedStart(stop.start());
        fresh.getDays().get(d).getStops().add(twin);
      }
    }
    SCORES.update(fresh);
    long cost = -Explainer.score(Explainer.findings(fresh), policy()).softScore();
    return String.format(
        Locale.ROOT,
        "%d | %d | %d | %s | %d | %d | %.1f |",
        first,
        moved,
        movedFresh,
        movedFresh == 0 ? "" : String.valueOf(100 * moved / movedFresh),
        out,
        outFresh,
        100.0 * (cost - freshCost) / freshCost);
  }

  private static Policy policy() {
    return TrasaSearch.policy(WISHES);
  }

  /** What is left, with nothing on a route and nothing told. */
  private static RoutePlan scratch(RoutePlan rest) {
    var days = new ArrayList<TechnicianDay>();
    var stops = new ArrayList<Stop>();
    for (TechnicianDay day : rest.getDays()) {
      var next = new TechnicianDay(day.facts());
      day.getStops().stream()
          .filter(Stop::isPinned)
          .map(mark -> new Stop(mark.facts()))
          .forEach(
              mark -> {
                next.getStops().add(mark);
                stops.add(mark);
              });
      days.add(next);
    }
    rest.getStops().stream()
        .filter(stop -> !stop.isPinned())
        .forEach(stop -> stops.add(new Stop(stop.facts().published(null))));
    return new RoutePlan(days, stops, policy().overrides());
  }

  /** Visits that were told and did not lose their place by the event, and change all the same. */
  private static int moved(RoutePlan plan, UnderWay underWay, Scene scene) {
    Set<UUID> moved = new HashSet<>();
    for (TechnicianDay day : plan.getDays()) {
      List<Stop> stops =
          day.getStops().stream().map(stop -> told(stop, scene.told.get(stop.getId()))).toList();
      Timetable times = underWay.times(day, stops);
      for (int i = 0; i < stops.size(); i++) {
        Stop stop = stops.get(i);
        Published told = stop.published();
        Integer untouched = underWay.untouchedStart(stop.getId());
        if (told != null && !scene.situation.released().contains(stop.visit())) {
          boolean stays =
              day.technician() == told.technician()
                  && (Math.abs(times.start(i) - told.start()) < MOVED_SECONDS
                      || (untouched != null
                          && Math.abs(times.start(i) - untouched) < MOVED_SECONDS));
          if (!stays) {
            moved.add(stop.visit());
          }
        }
      }
    }
    for (Stop stop : plan.getStops()) {
      if (stop.getDay() == null
          && scene.told.containsKey(stop.getId())
          && !scene.situation.released().contains(stop.visit())) {
        moved.add(stop.visit());
      }
    }
    return moved.size();
  }

  private static Stop told(Stop stop, @Nullable Published told) {
    var known = new Stop(stop.facts().published(told));
    known.setAgreedStart(stop.getAgreedStart());
    return known;
  }

  /** A planned day at half past ten, and what happens then. */
  private static final class Scene {
    private final RoutePlan whole;
    private final UnderWay.Situation situation;
    private final Map<String, Published> told = new HashMap<>();

    Scene(RoutePlan planned, Event event, int seed, int price) {
      var events = new HashMap<UUID, LiveRoute.Events>();
      var open = new ArrayList<Stop>();
      for (TechnicianDay day : planned.getDays()) {
        for (Stop stop : day.getStops()) {
          if (!stop.isVisit()) {
            continue;
          }
          if (stop.start() <= NOW) {
            int end = stop.end() <= NOW ? stop.end() : LiveRoute.NOT_YET;
            events.put(
                stop.visit(), new LiveRoute.Events(stop.start(), stop.start(), stop.start(), end));
          } else if (!stop.isCrewed()) {
            open.add(stop);
          }
        }
      }
      Stop about = open.get((seed * 7919) % open.size());
      TechnicianDay out = about.assignedDay();
      boolean isOut = event == Event.TECHNICIAN_OUT || event == Event.VAN_BROKEN_DOWN;
      long his = out.getStops().stream().filter(s -> s.isVisit() && s.start() > NOW).count();
      int percent = price > 0 ? price : UnderWay.changePercent(isOut ? (int) his : 1);
      for (TechnicianDay day : planned.getDays()) {
        day.getStops().stream()
            .filter(Stop::isVisit)
            .forEach(s -> told.put(s.getId(), new Published(day.technician(), s.start(), percent)));
      }
      Set<UUID> released = new HashSet<>();
      var stops = new LinkedHashMap<String, Stop>();
      for (Stop stop : planned.getStops()) {
        Stop.Facts facts = stop.facts().published(told.get(stop.getId()));
        boolean isIt = stop.visit().equals(about.visit());
        boolean isHis = stop.getDay() == out && stop.isVisit() && !events.containsKey(stop.visit());
        switch (event) {
          case TECHNICIAN_OUT, VAN_BROKEN_DOWN -> {
            if (isHis && (event == Event.TECHNICIAN_OUT || stop.start() < NOW + REPAIR)) {
              released.add(stop.visit());
            }
          }
          case TAKES_LONGER ->
              facts = isIt ? facts.taking(facts.serviceSeconds() + 60 * MINUTE) : facts;
          case CUSTOMER_BACK_LATER -> {
            if (isIt) {
              released.add(stop.visit());
              int from = about.start() + 3600;
              Spans back = Spans.of(List.of(new Span(from, from + 2 * 3600)));
              facts = facts.when(facts.when().within(back));
            }
          }
          case PARTS_MISSING -> {
            if (isIt) {
              released.add(stop.visit());
              facts = facts.by(facts.who().without(only(out.technician())));
            }
          }
          default -> {}
        }
        if (event != Event.CANCELLED || !isIt) {
          stops.put(stop.getId(), new Stop(facts));
        }
      }
      if (event == Event.EMERGENCY) {
        when(stops, about);
      }
      var days = new ArrayList<TechnicianDay>();
      TravelMatrix closed = event == Event.ROAD_CLOSED ? closed(planned) : null;
      for (TechnicianDay day : planned.getDays()) {
        TechnicianDay.Facts facts = day.facts();
        if (day == out && event == Event.TECHNICIAN_OUT) {
          facts = facts.absent(facts.absences().and(new Span(NOW, 24 * 3600)));
        } else if (day == out && event == Event.VAN_BROKEN_DOWN) {
          facts = facts.absent(facts.absences().and(new Span(NOW, NOW + REPAIR)));
        }
        var next = new TechnicianDay(closed == null ? facts : facts.over(closed));
        day.getStops().stream()
            .map(stop -> stops.get(stop.getId()))
            .filter(Objects::nonNull)
            .forEach(next.getStops()::add);
        days.add(next);
      }
      whole = new RoutePlan(days, List.copyOf(stops.values()), planned.getWeights());
      situation =
          new UnderWay.Situation(NOW, Integer.MIN_VALUE, events, Map.of(), Set.copyOf(released));
    }

    private static java.util.BitSet only(int technician) {
      var set = new java.util.BitSet();
      set.set(technician);
      return set;
    }

    private static void when(Map<String, Stop> stops, Stop near) {
      var when = WhenMay.in(Spans.of(List.of(new Span(NOW, NOW + 3 * 3600)))).urgent(20);
      var facts =
          Stop.Facts.visit(new UUID(1, 1), near.place(), 45 * MINUTE, when, EMERGENCY_POINTS);
      var stop = new Stop(facts);
      stops.put(stop.getId(), stop);
    }

    /** A way that leads by the depot takes ten minutes more. */
    private static TravelMatrix closed(RoutePlan plan) {
      TravelMatrix open = plan.getDays().getFirst().travel();
      int hub =
          plan.getStops().stream()
              .filter(stop -> !stop.isVisit() && !stop.isBreak())
              .findFirst()
              .map(Stop::place)
              .orElse(0);
      int n = open.size();
      int[] seconds = TravelMatrix.nowhere(n);
      int[] metres = TravelMatrix.nowhere(n);
      for (int from = 0; from < n; from++) {
        for (int to = 0; to < n; to++) {
          if (open.isReachable(from, to)) {
            boolean by =
                from != to
                    && open.isReachable(from, hub)
                    && open.isReachable(hub, to)
                    && open.seconds(from, hub) + open.seconds(hub, to)
                        <= open.seconds(from, to) + 2;
            seconds[from * n + to] = open.seconds(from, to) + (by ? 10 * MINUTE : 0);
            metres[from * n + to] = open.metres(from, to);
          }
        }
      }
      return TravelMatrix.of(n, seconds, metres);
    }
  }
}
