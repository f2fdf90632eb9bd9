package io.trasa.testkit;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.solver.SolutionManager;
import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.RequiredSkill;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.WhenMay;
import io.trasa.planning.problem.WhoMay;
import io.trasa.routing.TrafficForTests;
import io.trasa.routing.TravelMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
    return route(day.build(), stops);
  }

  /** The same for a day that is built already, because its breaks or its call are on the route. */
  public static TechnicianDay route(TechnicianDay day, Stop... stops) {
    day.getStops().addAll(List.of(stops));
    return day;
  }

  public static BitSet set(int... members) {
    var set = new BitSet();
    for (int member : members) {
      set.set(member);
    }
    return set;
  }

  /** A van with room for anything that carries these tools, and pieces by kind. */
  public static Cargo van(BitSet tools, int... pieces) {
    return new Cargo(TechnicianDay.UNLIMITED, tools, pieces);
  }

  /** What a visit needs of tools, and of pieces by kind. */
  public static Cargo needing(BitSet tools, int... pieces) {
    return new Cargo(0, tools, pieces);
  }

  /** A break of so many minutes, begun between these times wherever the technician is. */
  public static Break pause(int from, int to, int minutes) {
    return new Break(Stop.ANYWHERE, new Span(from, to), minutes(minutes));
  }

  /** A call of half an hour at the depot at that place, at any time of the day. */
  public static Stop call(TechnicianDay day, int place) {
    return Stop.callOf(day, place, minutes(30), Spans.of(List.of(new Span(0, at(24, 0)))));
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
    private UnaryOperator<TechnicianDay.Facts> more = UnaryOperator.identity();

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

    public DayBuilder pausing(Break... breaks) {
      return but(facts -> facts.pausing(List.of(breaks)));
    }

    /** Anything else that is different about the day. */
    public DayBuilder but(UnaryOperator<TechnicianDay.Facts> difference) {
      UnaryOperator<TechnicianDay.Facts> before = more;
      more = facts -> difference.apply(before.apply(facts));
      return this;
    }

    public TechnicianDay build() {
      String id = "T" + technician + "@" + shift.from();
      return new TechnicianDay(
          more.apply(
              TechnicianDay.Facts.of(id, technician, home, shift, travel)
                  .absent(Spans.of(absences))
                  .skilled(skills)
                  .serving(territories)));
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
    private UnaryOperator<Stop.Facts> more = UnaryOperator.identity();
    private UnaryOperator<WhenMay> whenMore = UnaryOperator.identity();
    private UnaryOperator<WhoMay> who = UnaryOperator.identity();

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

    /** Anything else that is different about the visit. */
    public StopBuilder but(UnaryOperator<Stop.Facts> difference) {
      UnaryOperator<Stop.Facts> before = more;
      more = facts -> difference.apply(before.apply(facts));
      return this;
    }

    /** What is different about its times. */
    public StopBuilder when(UnaryOperator<WhenMay> difference) {
      UnaryOperator<WhenMay> before = whenMore;
      whenMore = when -> difference.apply(before.apply(when));
      return this;
    }

    /** What is different about who may do it. */
    public StopBuilder who(UnaryOperator<WhoMay> difference) {
      UnaryOperator<WhoMay> before = who;
      who = may -> difference.apply(before.apply(may));
      return this;
    }

    public Stop build() {
      var allowed = windows.isEmpty() ? List.of(new Span(0, at(24, 0))) : windows;
      var when = whenMore.apply(WhenMay.in(Spans.of(allowed)).urgent(urgencyPercent));
      var facts =
          Stop.Facts.visit(visit, place, serviceMinutes * 60, when, points)
              .member(member, crewSize)
              .by(who.apply(WhoMay.ANYBODY.withSkills(List.copyOf(skills)).in(territory)))
              .pinned(pin);
      return new Stop(more.apply(facts));
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
