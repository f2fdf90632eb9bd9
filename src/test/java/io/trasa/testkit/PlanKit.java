package io.trasa.testkit;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.solver.SolutionManager;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.RequiredSkill;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.routing.TrafficForTests;
import io.trasa.routing.TravelMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Small planning problems, readable at a glance. Places lie on a straight road, place p at p
 * minutes from place 0; a technician works 8:00 to 16:00 from place 0; a stop lasts an hour and may
 * start at any time of the day.
 */
public final class PlanKit {

  public static final int SKILLS = 3;
  private static final int PLACES = 120;
  private static final int CUT_OFF = PLACES - 1;
  private static final TravelMatrix ROAD = road();
  private static final TravelMatrix BUSY_ROAD =
      ROAD.under(TrafficForTests.peak(PLACES, 7, 11, 160));

  private PlanKit() {}

  /** The last place; no road leads there. */
  public static int islandPlace() {
    return CUT_OFF;
  }

  public static int at(int hour, int minute) {
    return (hour * 60 + minute) * 60;
  }

  public static int minutes(int minutes) {
    return minutes * 60;
  }

  public static DayBuilder day(int technician) {
    return new DayBuilder(technician);
  }

  public static StopBuilder stop(int place) {
    return new StopBuilder(place);
  }

  /** A plan with up-to-date times, every rule at weight one. */
  public static RoutePlan plan(List<TechnicianDay> days, List<Stop> stops) {
    var plan = new RoutePlan(days, stops, ConstraintWeightOverrides.none());
    SolutionManager.updateShadowVariables(plan);
    return plan;
  }

  /** A technician's day that visits these stops in this order. */
  public static TechnicianDay route(DayBuilder day, Stop... stops) {
    var built = day.build();
    built.getStops().addAll(List.of(stops));
    return built;
  }

  private static TravelMatrix road() {
    int[] seconds = TravelMatrix.nowhere(PLACES);
    int[] metres = TravelMatrix.nowhere(PLACES);
    for (int from = 0; from < CUT_OFF; from++) {
      for (int to = 0; to < CUT_OFF; to++) {
        seconds[from * PLACES + to] = minutes(Math.abs(from - to));
        metres[from * PLACES + to] = 1000 * Math.abs(from - to);
      }
    }
    return TravelMatrix.of(PLACES, seconds, metres);
  }

  /** Builds a technician's day. */
  public static final class DayBuilder {
    private final int technician;
    private int home;
    private Span shift = new Span(at(8, 0), at(16, 0));
    private final List<Span> absences = new ArrayList<>();
    private final int[] skills = new int[SKILLS];
    private final BitSet territories = new BitSet();
    private TravelMatrix travel = ROAD;

    private DayBuilder(int technician) {
      this.technician = technician;
    }

    public DayBuilder home(int place) {
      this.home = place;
      return this;
    }

    public DayBuilder shift(int from, int to) {
      this.shift = new Span(from, to);
      return this;
    }

    public DayBuilder absent(int from, int to) {
      absences.add(new Span(from, to));
      return this;
    }

    /** From 7 to 11, ways from and to places of odd numbers take up to 1.6 times as long. */
    public DayBuilder inTraffic() {
      travel = BUSY_ROAD;
      return this;
    }

    public DayBuilder skill(int skill, int level) {
      skills[skill] = level;
      return this;
    }

    public DayBuilder serves(int territory) {
      territories.set(territory);
      return this;
    }

    public TechnicianDay build() {
      String id = "T" + technician + "@" + shift.from();
      return new TechnicianDay(
          new TechnicianDay.Facts(
              id, technician, home, shift, Spans.of(absences), skills, territories, travel));
    }
  }

  /** Builds a stop. */
  public static final class StopBuilder {
    private final int place;
    private UUID visit = UUID.randomUUID();
    private int member;
    private int crewSize = 1;
    private int serviceMinutes = 60;
    private final List<Span> windows = new ArrayList<>();
    private final List<RequiredSkill> skills = new ArrayList<>();
    private int territory = -1;
    private int points = 4;
    private int urgencyPercent;
    private @Nullable Pin pin;

    private StopBuilder(int place) {
      this.place = place;
    }

    public StopBuilder lasting(int minutes) {
      this.serviceMinutes = minutes;
      return this;
    }

    public StopBuilder window(int from, int to) {
      windows.add(new Span(from, to));
      return this;
    }

    public StopBuilder needs(int skill, int level) {
      skills.add(new RequiredSkill(skill, level));
      return this;
    }

    public StopBuilder in(int territory) {
      this.territory = territory;
      return this;
    }

    public StopBuilder points(int points) {
      this.points = points;
      return this;
    }

    public StopBuilder urgent(int percent) {
      this.urgencyPercent = percent;
      return this;
    }

    public StopBuilder pinnedTo(int technician, int start) {
      this.pin = new Pin(technician, start);
      return this;
    }

    public Stop build() {
      var allowed = windows.isEmpty() ? List.of(new Span(0, at(24, 0))) : windows;
      return new Stop(
          new Stop.Facts(
              visit,
              member,
              crewSize,
              place,
              serviceMinutes * 60,
              Spans.of(allowed),
              List.copyOf(skills),
              territory,
              points,
              urgencyPercent,
              pin));
    }

    /** The stops of a visit that takes several technicians. */
    public List<Stop> crewOf(int size) {
      this.crewSize = size;
      var crew = new ArrayList<Stop>();
      for (member = 0; member < size; member++) {
        crew.add(build());
      }
      return crew;
    }
  }
}
