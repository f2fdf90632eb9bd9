package io.trasa.planning.problem;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.CascadingUpdateShadowVariable;
import ai.timefold.solver.core.api.domain.variable.InverseRelationShadowVariable;
import ai.timefold.solver.core.api.domain.variable.PreviousElementShadowVariable;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.routing.TravelMatrix;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the solver places on a route: one technician's part in one visit (a visit for a crew of n
 * has n stops), a break, or a call at the depot. Breaks and calls belong to one technician's day;
 * after its last visit they are not taken.
 */
@PlanningEntity
public class Stop {

  /** The place of what is done wherever the technician is. */
  public static final int ANYWHERE = -1;

  /** Seconds of slack against a promise that a plan should have. */
  public static final int RISK_BUFFER_SECONDS = 900;

  private static final int DAY_SECONDS = 86_400;

  /**
   * What is known of the stop before planning.
   *
   * @param visit the visit; the stops of a crew share it
   * @param member 0 for the lead, 1… for the others of a crew
   * @param crewSize how many stops the visit has
   * @param place index in the travel matrix, or {@link #ANYWHERE} for a break
   * @param serviceSeconds length of the work
   * @param secondsByTechnician lengths that differ, by technician; null if none does
   * @param points what leaving it unassigned costs
   * @param ownDay the one day that a break or a call belongs to; empty for a visit
   * @param held whether no visit is there yet, its time is only held for a caller
   */
  public record Facts(
      Kind kind,
      UUID visit,
      int member,
      int crewSize,
      int place,
      int serviceSeconds,
      int @Nullable [] secondsByTechnician,
      WhoMay who,
      WhenMay when,
      Cargo cargo,
      int points,
      @Nullable Published published,
      @Nullable Pin pin,
      String ownDay,
      boolean held) {

    /** A visit that anybody may do and that carries nothing. */
    public static Facts visit(UUID id, int place, int serviceSeconds, WhenMay when, int points) {
      return new Facts(
          Kind.VISIT,
          id,
          0,
          1,
          place,
          serviceSeconds,
          null,
          WhoMay.ANYBODY,
          when,
          Cargo.NOTHING,
          points,
          null,
          null,
          "",
          false);
    }

    /** The same for a visit that is not made yet: its time is held for a caller. */
    public Facts asHeld() {
      return changed(draft -> draft.held = true);
    }

    public Facts member(int index, int ofCrew) {
      return changed(
          draft -> {
            draft.member = index;
            draft.crewSize = ofCrew;
          });
    }

    public Facts at(int otherPlace) {
      return changed(draft -> draft.place = otherPlace);
    }

    public Facts when(WhenMay whenMay) {
      return changed(draft -> draft.when = whenMay);
    }

    public Facts by(WhoMay whoMay) {
      return changed(draft -> draft.who = whoMay);
    }

    public Facts worth(int more) {
      return changed(draft -> draft.points = more);
    }

    public Facts taking(int seconds) {
      return changed(draft -> draft.serviceSeconds = seconds);
    }

    public Facts lasting(int @Nullable [] byTechnician) {
      return changed(draft -> draft.secondsByTechnician = byTechnician);
    }

    public Facts with(Cargo carried) {
      return changed(draft -> draft.cargo = carried);
    }

    public Facts published(@Nullable Published before) {
      return changed(draft -> draft.published = before);
    }

    public Facts pinned(@Nullable Pin to) {
      return changed(draft -> draft.pin = to);
    }

    private Facts changed(Consumer<Draft> change) {
      var draft = new Draft(this);
      change.accept(draft);
      return draft.facts();
    }

    /** The same facts while one of them is being changed. */
    private static final class Draft {
      private Kind kind;
      private UUID visit;
      private int member;
      private int crewSize;
      private int place;
      private int serviceSeconds;
      private int @Nullable [] secondsByTechnician;
      private WhoMay who;
      private WhenMay when;
      private Cargo cargo;
      private int points;
      private @Nullable Published published;
      private @Nullable Pin pin;
      private String ownDay;
      private boolean held;

      Draft(Facts facts) {
        kind = facts.kind;
        visit = facts.visit;
        member = facts.member;
        crewSize = facts.crewSize;
        place = facts.place;
        serviceSeconds = facts.serviceSeconds;
        secondsByTechnician = facts.secondsByTechnician;
        who = facts.who;
        when = facts.when;
        cargo = facts.cargo;
        points = facts.points;
        published = facts.published;
        pin = facts.pin;
        ownDay = facts.ownDay;
        held = facts.held;
      }

      Facts facts() {
        return new Facts(
            kind,
            visit,
            member,
            crewSize,
            place,
            serviceSeconds,
            secondsByTechnician,
            who,
            when,
            cargo,
            points,
            published,
            pin,
            ownDay,
            held);
      }
    }
  }

  @PlanningId private String id = "";
  private Facts facts;

  /**
   * When the others of a crew are ready too, or what it waits for is done; agreed by the search.
   */
  private @Nullable Integer agreedStart;

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

  /** A break of that day, by its number there. */
  public static Stop breakOf(TechnicianDay day, int number) {
    Break pause = day.breaks().get(number);
    Spans start = Spans.of(List.of(pause.start()));
    return ofDay(day, Kind.BREAK, number, pause.place(), pause.seconds(), start);
  }

  /** The call at a depot that the day may have, in the hours in which the call may begin. */
  public static Stop callOf(TechnicianDay day, int place, int seconds, Spans hours) {
    return ofDay(day, Kind.DEPOT, 0, place, seconds, hours);
  }

  /** The id of a break of that day, by its number there. */
  public static String breakId(String dayId, int number) {
    return ofDayId(dayId, Kind.BREAK) + "/" + number;
  }

  /** The id of the call that that day may have. */
  public static String callId(String dayId) {
    return ofDayId(dayId, Kind.DEPOT) + "/0";
  }

  private static UUID ofDayId(String dayId, Kind kind) {
    return UUID.nameUUIDFromBytes((dayId + kind).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Stop ofDay(
      TechnicianDay day, Kind kind, int number, int place, int seconds, Spans hours) {
    return new Stop(
        new Facts(
            kind,
            ofDayId(day.getId(), kind),
            number,
            1,
            place,
            seconds,
            null,
            WhoMay.ANYBODY,
            WhenMay.in(hours),
            Cargo.NOTHING,
            0,
            null,
            null,
            day.getId(),
            false));
  }

  /** Called by the solver when something before this stop on its route changed. */
  public void updateTimes() {
    if (day == null) {
      arrival = null;
      start = null;
      return;
    }
    int leaving = previous == null ? day.shiftStart() : previous.end();
    arrival = leaving + Timetable.drive(day, placeBefore(), placeFrom(placeBefore()), leaving);
    start = Timetable.start(day, this, arrival);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  /** What is known of it, also to make another one of it that differs. */
  public Facts facts() {
    return facts;
  }

  public Kind kind() {
    return facts.kind();
  }

  /** Work at a customer's, one that is only held too. */
  public boolean isVisit() {
    return facts.kind() == Kind.VISIT;
  }

  /** True if no visit is there yet: nobody is shown it. */
  public boolean isHeld() {
    return facts.held();
  }

  public boolean isBreak() {
    return facts.kind() == Kind.BREAK;
  }

  public boolean isCall() {
    return facts.kind() == Kind.DEPOT;
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

  /** Index in the travel matrix, or {@link #ANYWHERE}. */
  public int place() {
    return facts.place();
  }

  /** Where it is done if the technician comes from there. */
  public int placeFrom(int before) {
    return facts.place() == ANYWHERE ? before : facts.place();
  }

  /** Length of the work as a rule; see {@link #serviceSeconds(TechnicianDay)}. */
  public int serviceSeconds() {
    return facts.serviceSeconds();
  }

  /** Length of the work if that technician does it. */
  public int serviceSeconds(TechnicianDay on) {
    int[] byTechnician = facts.secondsByTechnician();
    return byTechnician == null ? facts.serviceSeconds() : byTechnician[on.technician()];
  }

  /** Lengths that depend on the technician, by technician; null if they do not. */
  public int @Nullable [] secondsByTechnician() {
    return facts.secondsByTechnician();
  }

  public Spans windows() {
    return facts.when().windows();
  }

  public WhoMay who() {
    return facts.who();
  }

  public WhenMay when() {
    return facts.when();
  }

  public Cargo cargo() {
    return facts.cargo();
  }

  public List<RequiredSkill> skills() {
    return facts.who().skills();
  }

  public int territory() {
    return facts.who().territory();
  }

  public int points() {
    return facts.points();
  }

  public @Nullable Pin pin() {
    return facts.pin();
  }

  public @Nullable Published published() {
    return facts.published();
  }

  public boolean isPinned() {
    return facts.pin() != null;
  }

  /** How much a second of delay costs, in hundredths; 0 for no hurry. */
  public int urgencyPercent() {
    return facts.when().urgencyPercent();
  }

  /** The day that a break or a call belongs to; empty for a visit. */
  public String ownDay() {
    return facts.ownDay();
  }

  /** False for a break or a call of another day. */
  public boolean mayBeOn(TechnicianDay on) {
    return isVisit() || facts.ownDay().equals(on.getId());
  }

  /** Null if nothing was agreed. */
  public @Nullable Integer getAgreedStart() {
    return agreedStart;
  }

  /** Only while the stop is on no route: its times do not follow by themselves. */
  public void setAgreedStart(@Nullable Integer agreedStart) {
    this.agreedStart = agreedStart;
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
    return start() + serviceSeconds(assignedDay());
  }

  /** The place an assigned stop is driven to from. */
  public int placeBefore() {
    return previous == null
        ? assignedDay().home()
        : previous.place() == ANYWHERE ? previous.placeBefore() : previous.place();
  }

  /** How many skill levels the technician lacks, over all skills asked for. */
  public int missingSkillLevels(TechnicianDay on) {
    int missing = 0;
    for (RequiredSkill required : skills()) {
      missing += Math.max(0, required.level() - on.skillLevel(required.skill()));
    }
    return missing;
  }

  /** How many skill levels the technician has beyond what is asked for. */
  public int spareSkillLevels(TechnicianDay on) {
    int spare = 0;
    for (RequiredSkill required : skills()) {
      spare += Math.max(0, on.skillLevel(required.skill()) - required.level());
    }
    return spare;
  }

  /** True if the place lies in a territory that the technician does not serve. */
  public boolean isOutsideTerritories(TechnicianDay on) {
    return territory() >= 0 && !on.serves(territory());
  }

  /** True if the customer or the work rules that technician out. */
  public boolean isRefused(TechnicianDay on) {
    return who().prohibited().get(on.technician())
        || (!who().required().isEmpty() && !who().required().get(on.technician()));
  }

  public boolean isNotPreferred(TechnicianDay on) {
    return !who().preferred().isEmpty() && !who().preferred().get(on.technician());
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
    return pin.technician() == on.technician() ? Math.abs(start - pin.start()) : DAY_SECONDS;
  }

  /** Seconds by which the work, begun then, ends after the end that the contract sets. */
  public int secondsAfterContract(TechnicianDay on, int start) {
    return Math.max(0, start + serviceSeconds(on) - when().latestEnd());
  }

  /** Seconds by which the work, begun then, ends after it is due. */
  public int secondsLate(TechnicianDay on, int start) {
    return Math.max(0, start + serviceSeconds(on) - when().dueEnd());
  }

  /** Delay against the earliest start anybody may wish for, weighted by urgency; in seconds. */
  public int urgentDelaySeconds(int start) {
    long delay = Math.max(0, start - windows().from(0));
    return Math.toIntExact(delay * urgencyPercent() / 100);
  }

  public int secondsOffPromise(int start) {
    return secondsOff(when().promised(), start);
  }

  public int secondsOffPreferredTime(int start) {
    return secondsOff(when().preferred(), start);
  }

  private static int secondsOff(@Nullable Span span, int start) {
    return span == null ? 0 : Math.max(0, Math.max(span.from() - start, start - span.to()));
  }

  /** Seconds that are missing to the wished slack before a promise or a due time is broken. */
  public int secondsAtRisk(TechnicianDay on, int start) {
    int latest = when().latestKeptStart(serviceSeconds(on));
    return latest == WhenMay.EVER ? 0 : Math.max(0, start - (latest - RISK_BUFFER_SECONDS));
  }

  /** How much another technician than the published one hurts, in hundredths; 0 for the same. */
  public int otherTechnicianPercent(TechnicianDay on) {
    Published before = published();
    return before == null || before.technician() == on.technician() ? 0 : before.nearnessPercent();
  }

  /** Seconds between this start and the published one, weighted by nearness. */
  public int secondsMoved(int start) {
    Published before = published();
    return before == null
        ? 0
        : Math.toIntExact((long) Math.abs(start - before.start()) * before.nearnessPercent() / 100);
  }

  /** Whole days between the first on which the visit might start and that day. */
  public int daysAfterFirst(TechnicianDay on) {
    return isVisit()
        ? Math.max(0, on.shiftStart() / DAY_SECONDS - windows().from(0) / DAY_SECONDS)
        : 0;
  }

  /** How many of the two ways do not exist: to this stop, and from it to the day's end. */
  public int missingWays(TechnicianDay on, int placeBefore) {
    TravelMatrix travel = on.travel();
    int here = facts.place();
    if (here == ANYWHERE) {
      return 0;
    }
    return (travel.isReachable(placeBefore, here) ? 0 : 1)
        + (on.endPlace() == ANYWHERE || travel.isReachable(here, on.endPlace()) ? 0 : 1);
  }

  @Override
  public String toString() {
    return id;
  }
}
