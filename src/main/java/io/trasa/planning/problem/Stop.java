package io.trasa.planning.problem;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.CascadingUpdateShadowVariable;
import ai.timefold.solver.core.api.domain.variable.InverseRelationShadowVariable;
import ai.timefold.solver.core.api.domain.variable.PreviousElementShadowVariable;
import io.trasa.routing.TravelMatrix;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One technician's part in one visit: what the solver places. A visit for a crew of n has n stops.
 */
@PlanningEntity
public class Stop {

  /**
   * What is known of the stop before planning.
   *
   * @param visit the visit; the stops of a crew share it
   * @param member 0 for the lead, 1… for the others of a crew
   * @param crewSize how many stops the visit has
   * @param place index in the travel matrix
   * @param serviceSeconds length of the work
   * @param windows in which the work must start; never empty
   * @param territory index, or −1 if the place lies in none
   * @param points what leaving it unassigned costs
   * @param urgencyPercent how much a second of delay costs, in hundredths; 0 for no hurry
   */
  public record Facts(
      UUID visit,
      int member,
      int crewSize,
      int place,
      int serviceSeconds,
      Spans windows,
      List<RequiredSkill> skills,
      int territory,
      int points,
      int urgencyPercent,
      @Nullable Pin pin) {}

  @PlanningId private String id = "";
  private Facts facts;

  @InverseRelationShadowVariable(sourceVariableName = "stops")
  private @Nullable TechnicianDay day;

  @PreviousElementShadowVariable(sourceVariableName = "stops")
  private @Nullable Stop previous;

  @CascadingUpdateShadowVariable(targetMethodName = "updateTimes")
  private @Nullable Integer arrival;

  @CascadingUpdateShadowVariable(targetMethodName = "updateTimes")
  private @Nullable Integer start;

  /** For the solver's cloning only. */
  @SuppressWarnings("NullAway.Init")
  Stop() {}

  public Stop(Facts facts) {
    this.id = facts.visit() + "/" + facts.member();
    this.facts = facts;
  }

  /** Called by the solver when something before this stop on its route changed. */
  public void updateTimes() {
    if (day == null) {
      arrival = null;
      start = null;
      return;
    }
    int leaving = previous == null ? day.shiftStart() : previous.end();
    arrival = Timetable.arrive(day, previous, leaving, this);
    start = Timetable.start(day, this, arrival);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public UUID visit() {
    return facts.visit();
  }

  public int member() {
    return facts.member();
  }

  public boolean isCrewed() {
    return facts.crewSize() > 1;
  }

  public int place() {
    return facts.place();
  }

  public int serviceSeconds() {
    return facts.serviceSeconds();
  }

  public Spans windows() {
    return facts.windows();
  }

  public List<RequiredSkill> skills() {
    return facts.skills();
  }

  public int territory() {
    return facts.territory();
  }

  public int points() {
    return facts.points();
  }

  public @Nullable Pin pin() {
    return facts.pin();
  }

  public boolean isPinned() {
    return facts.pin() != null;
  }

  /** How much a second of delay costs, in hundredths; 0 for no hurry. */
  public int urgencyPercent() {
    return facts.urgencyPercent();
  }

  public boolean isUrgent() {
    return facts.urgencyPercent() > 0;
  }

  /** The technician's day this stop is on; null while unassigned. */
  public @Nullable TechnicianDay getDay() {
    return day;
  }

  public void setDay(@Nullable TechnicianDay day) {
    this.day = day;
  }

  public @Nullable Stop getPrevious() {
    return previous;
  }

  public void setPrevious(@Nullable Stop previous) {
    this.previous = previous;
  }

  public @Nullable Integer getArrival() {
    return arrival;
  }

  public void setArrival(@Nullable Integer arrival) {
    this.arrival = arrival;
  }

  public @Nullable Integer getStart() {
    return start;
  }

  public void setStart(@Nullable Integer start) {
    this.start = start;
  }

  /**
   * The day of an assigned stop.
   *
   * @throws NullPointerException if it is unassigned
   */
  public TechnicianDay assignedDay() {
    return Objects.requireNonNull(day, "unassigned");
  }

  /** Start of work of an assigned stop. */
  public int start() {
    return Objects.requireNonNull(start, "unassigned");
  }

  /** End of work of an assigned stop. */
  public int end() {
    return start() + serviceSeconds();
  }

  /** How many skill levels the technician lacks, over all skills asked for. */
  public int missingSkillLevels(TechnicianDay on) {
    int missing = 0;
    for (RequiredSkill required : skills()) {
      missing += Math.max(0, required.level() - on.skillLevel(required.skill()));
    }
    return missing;
  }

  /** True if the place lies in a territory that the technician does not serve. */
  public boolean isOutsideTerritories(TechnicianDay on) {
    return territory() >= 0 && !on.serves(territory());
  }

  /** Seconds between the start and the nearest moment that a window allows. */
  public int secondsOutsideWindows(int start) {
    int nearest = Integer.MAX_VALUE;
    for (int i = 0; i < windows().count(); i++) {
      int early = windows().from(i) - start;
      int late = start - windows().to(i);
      nearest = Math.min(nearest, Math.max(0, Math.max(early, late)));
    }
    return nearest;
  }

  /** Seconds by which a pinned stop misses its time; a whole day on another technician. */
  public int secondsOffPin(TechnicianDay on, int start) {
    Pin pin = facts.pin();
    if (pin == null) {
      return 0;
    }
    return pin.technician() == on.technician() ? Math.abs(start - pin.start()) : 86_400;
  }

  /** Delay against the earliest start anybody may wish for, weighted by urgency; in seconds. */
  public int urgentDelaySeconds(int start) {
    long delay = Math.max(0, start - windows().from(0));
    return Math.toIntExact(delay * facts.urgencyPercent() / 100);
  }

  /** How many of the two ways do not exist: to this stop, and from it home. */
  public int missingWays(TechnicianDay on, int placeBefore) {
    TravelMatrix travel = on.travel();
    return (travel.isReachable(placeBefore, place()) ? 0 : 1)
        + (travel.isReachable(place(), on.home()) ? 0 : 1);
  }

  /** The place an assigned stop is driven to from. */
  public int placeBefore() {
    return previous == null ? assignedDay().home() : previous.place();
  }

  @Override
  public String toString() {
    return id;
  }
}
