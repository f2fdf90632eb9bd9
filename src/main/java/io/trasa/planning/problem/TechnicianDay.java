package io.trasa.planning.problem;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import io.trasa.routing.TravelMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** One technician on one day: a shift, and the route that planning gives it. */
@PlanningEntity
public class TechnicianDay {

  /** A limit that nothing reaches. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * What is known of the day before planning. Start from {@link #of} and say what is different.
   *
   * @param technician index of the technician, the same on all of his days
   * @param home index of the place in the travel matrix where the day starts
   * @param endPlace where it ends, or {@link Stop#ANYWHERE}: it ends with the last visit
   * @param shift from and to, seconds since the horizon's start
   * @param overtimeSeconds by how much the shift may be exceeded, at a cost
   * @param absences of the technician that touch the shift
   * @param skillLevels by skill index; 0 is "has it not"
   * @param territories by index; empty means anywhere
   * @param stock what the van carries; its load is the vehicle's capacity
   * @param maxDriveSeconds the most driving of the day
   * @param hourPercent what an hour of this technician costs, in hundredths of the usual
   * @param kmPercent what a kilometre of this vehicle costs, in hundredths of the usual
   * @param targetSeconds the driving and working that the day should not exceed
   * @param frozenUntil nothing new starts before
   * @param closed the route is pinned as it is: nothing is added
   */
  public record Facts(
      String id,
      int technician,
      int home,
      int endPlace,
      Spans.Span shift,
      int overtimeSeconds,
      Spans absences,
      int[] skillLevels,
      BitSet territories,
      Cargo stock,
      List<Break> breaks,
      int maxDriveSeconds,
      int hourPercent,
      int kmPercent,
      int targetSeconds,
      int frozenUntil,
      boolean closed,
      TravelMatrix travel) {

    /** A day from home to home with nothing special about it. */
    public static Facts of(
        String id, int technician, int home, Spans.Span shift, TravelMatrix travel) {
      return new Facts(
          id,
          technician,
          home,
          home,
          shift,
          0,
          Spans.NONE,
          new int[0],
          new BitSet(),
          new Cargo(UNLIMITED, new BitSet(), new int[0]),
          List.of(),
          UNLIMITED,
          100,
          100,
          UNLIMITED,
          Integer.MIN_VALUE,
          false,
          travel);
    }

    /** The same day, but it starts there and then. */
    public Facts startingAt(int place, int time) {
      return changed(
          draft -> {
            draft.home = place;
            draft.shift = new Spans.Span(time, shift.to());
          });
    }

    public Facts endingAt(int place) {
      return changed(draft -> draft.endPlace = place);
    }

    public Facts overtime(int seconds) {
      return changed(draft -> draft.overtimeSeconds = seconds);
    }

    public Facts absent(Spans away) {
      return changed(draft -> draft.absences = away);
    }

    public Facts skilled(int[] levels) {
      return changed(draft -> draft.skillLevels = levels);
    }

    public Facts serving(BitSet served) {
      return changed(draft -> draft.territories = served);
    }

    public Facts carrying(Cargo carried) {
      return changed(draft -> draft.stock = carried);
    }

    public Facts pausing(List<Break> pauses) {
      return changed(draft -> draft.breaks = pauses);
    }

    public Facts drivingAtMost(int seconds) {
      return changed(draft -> draft.maxDriveSeconds = seconds);
    }

    public Facts costing(int hour, int km) {
      return changed(
          draft -> {
            draft.hourPercent = hour;
            draft.kmPercent = km;
          });
    }

    public Facts aimingAt(int seconds) {
      return changed(draft -> draft.targetSeconds = seconds);
    }

    public Facts frozen(int until) {
      return changed(draft -> draft.frozenUntil = until);
    }

    public Facts closedAsItIs() {
      return changed(draft -> draft.closed = true);
    }

    public Facts open() {
      return changed(draft -> draft.closed = false);
    }

    /** The same with ways between more places; those there were keep their indexes. */
    public Facts over(TravelMatrix ways) {
      return changed(draft -> draft.travel = ways);
    }

    private Facts changed(Consumer<Draft> change) {
      var draft = new Draft(this);
      change.accept(draft);
      return draft.facts();
    }

    /** The same facts while one of them is being changed. */
    private static final class Draft {
      private String id;
      private int technician;
      private int home;
      private int endPlace;
      private Spans.Span shift;
      private int overtimeSeconds;
      private Spans absences;
      private int[] skillLevels;
      private BitSet territories;
      private Cargo stock;
      private List<Break> breaks;
      private int maxDriveSeconds;
      private int hourPercent;
      private int kmPercent;
      private int targetSeconds;
      private int frozenUntil;
      private boolean closed;
      private TravelMatrix travel;

      Draft(Facts facts) {
        id = facts.id;
        technician = facts.technician;
        home = facts.home;
        endPlace = facts.endPlace;
        shift = facts.shift;
        overtimeSeconds = facts.overtimeSeconds;
        absences = facts.absences;
        skillLevels = facts.skillLevels;
        territories = facts.territories;
        stock = facts.stock;
        breaks = facts.breaks;
        maxDriveSeconds = facts.maxDriveSeconds;
        hourPercent = facts.hourPercent;
        kmPercent = facts.kmPercent;
        targetSeconds = facts.targetSeconds;
        frozenUntil = facts.frozenUntil;
        closed = facts.closed;
        travel = facts.travel;
      }

      Facts facts() {
        return new Facts(
            id,
            technician,
            home,
            endPlace,
            shift,
            overtimeSeconds,
            absences,
            skillLevels,
            territories,
            stock,
            breaks,
            maxDriveSeconds,
            hourPercent,
            kmPercent,
            targetSeconds,
            frozenUntil,
            closed,
            travel);
      }
    }
  }

  @PlanningId private String id = "";

  @PlanningListVariable(allowsUnassignedValues = true)
  private List<Stop> stops = new ArrayList<>();

  private Facts facts;

  /** For the solver's cloning only. */
  @SuppressWarnings("NullAway.Init")
  TechnicianDay() {}

  public TechnicianDay(Facts facts) {
    this.id = facts.id();
    this.facts = facts;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public List<Stop> getStops() {
    return stops;
  }

  public void setStops(List<Stop> stops) {
    this.stops = stops;
  }

  /** What is known of it, also to make another one of it that differs. */
  public Facts facts() {
    return facts;
  }

  public int technician() {
    return facts.technician();
  }

  public int home() {
    return facts.home();
  }

  public int shiftStart() {
    return facts.shift().from();
  }

  public int shiftEnd() {
    return facts.shift().to();
  }

  /** Where the day ends, or {@link Stop#ANYWHERE}. */
  public int endPlace() {
    return facts.endPlace();
  }

  /** The shift's end with all overtime that may be asked for. */
  public int latestHome() {
    return facts.shift().to() + facts.overtimeSeconds();
  }

  public boolean hasOvertime() {
    return facts.overtimeSeconds() > 0;
  }

  public Cargo stock() {
    return facts.stock();
  }

  public List<Break> breaks() {
    return facts.breaks();
  }

  public int maxDriveSeconds() {
    return facts.maxDriveSeconds();
  }

  public int hourPercent() {
    return facts.hourPercent();
  }

  public int kmPercent() {
    return facts.kmPercent();
  }

  public int targetSeconds() {
    return facts.targetSeconds();
  }

  /** Nothing new starts before. */
  public int frozenUntil() {
    return facts.frozenUntil();
  }

  /** Nothing is added to its route. */
  public boolean isClosed() {
    return facts.closed();
  }

  /** What a way of that length costs, in hectometres of a usual vehicle. */
  public int hectometres(int metres) {
    return Math.toIntExact(((long) metres * facts.kmPercent() + 5_000) / 10_000);
  }

  /** True if a visit is on the route: without one, nobody sets off. */
  public boolean hasWork() {
    for (Stop stop : stops) {
      if (stop.isVisit()) {
        return true;
      }
    }
    return false;
  }

  public TravelMatrix travel() {
    return facts.travel();
  }

  public int skillLevel(int skill) {
    return facts.skillLevels()[skill];
  }

  public boolean serves(int territory) {
    return facts.territories().isEmpty() || facts.territories().get(territory);
  }

  public Spans absences() {
    return facts.absences();
  }

  /** True if the technician is absent for the whole shift. */
  public boolean isAbsent() {
    return absences().overlap(shiftStart(), shiftEnd()) >= shiftEnd() - shiftStart();
  }

  /** Seconds of the shift in which the technician is there. */
  public int availableSeconds() {
    return shiftEnd() - shiftStart() - absences().overlap(shiftStart(), shiftEnd());
  }

  /**
   * The earliest time from {@code start} on at which work of that length meets no absence. An
   * absence that lasts to the end of the shift is not waited for: nobody comes back from it.
   */
  int clearOfAbsence(int start, int seconds) {
    int clear = start;
    for (int i = 0; i < absences().count(); i++) {
      boolean meets = clear < absences().to(i) && absences().from(i) < clear + seconds;
      if (meets && absences().to(i) < shiftEnd()) {
        clear = absences().to(i);
      }
    }
    return clear;
  }

  /** Seconds worked or driven after the shift's end. */
  public int overtimeSeconds(int homeAt) {
    return Math.max(0, homeAt - shiftEnd());
  }

  @Override
  public String toString() {
    return id;
  }
}
