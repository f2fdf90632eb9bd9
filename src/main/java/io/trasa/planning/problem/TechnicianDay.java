package io.trasa.planning.problem;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import io.trasa.routing.TravelMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One technician on one day: a shift, and the route that planning gives it. */
@PlanningEntity
public class TechnicianDay {

  /**
   * What is known of the day before planning.
   *
   * @param technician index of the technician, the same on all of his days
   * @param home index of the place in the travel matrix where the day starts and ends
   * @param shift from and to, seconds since the horizon's start
   * @param absences of the technician that touch the shift
   * @param skillLevels by skill index; 0 is "has it not"
   * @param territories by index; empty means anywhere
   */
  public record Facts(
      String id,
      int technician,
      int home,
      Spans.Span shift,
      Spans absences,
      int[] skillLevels,
      BitSet territories,
      TravelMatrix travel) {}

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

  /** When the technician is home again, from the last stop's shadow times; the day has stops. */
  public int homeAt() {
    Stop last = stops.getLast();
    return last.end() + Timetable.drive(this, last.place(), home(), last.end());
  }

  /** Driving seconds of the whole day, the way home included; the day has stops. */
  public int driveSeconds() {
    Stop before = stops.getFirst();
    int seconds = Timetable.driveOut(this, before, before.start());
    for (int i = 1; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      seconds += Timetable.drive(this, before.place(), stop.place(), before.end());
      before = stop;
    }
    return seconds + Timetable.drive(this, before.place(), home(), before.end());
  }

  /** Metres of the whole day, the way home included; the day has stops. */
  public int driveMetres() {
    int metres = 0;
    int from = home();
    for (Stop stop : stops) {
      metres += Math.max(0, travel().metres(from, stop.place()));
      from = stop.place();
    }
    return metres + Math.max(0, travel().metres(from, home()));
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
