package io.trasa.planning.web;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.orders.Progress;
import io.trasa.orders.RequiredSkill;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.people.Absence;
import io.trasa.people.SkillLevel;
import io.trasa.planning.Decline;
import io.trasa.planning.Dispatch;
import io.trasa.planning.Estimate;
import io.trasa.planning.FetchedPart;
import io.trasa.planning.Forced;
import io.trasa.planning.Plan;
import io.trasa.planning.PlanKpis;
import io.trasa.planning.PlanStatus;
import io.trasa.planning.Unplanned;
import io.trasa.planning.rules.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The board's answer; made by {@link BoardAssembly}. */
record BoardView(
    LocalDate from,
    int days,
    String timeZone,
    Instant now,
    @Nullable PlanView plan,
    PlanKpis kpis,
    List<NamedView> skills,
    List<TerritoryView> territories,
    List<TechnicianView> technicians,
    List<VisitView> visits,
    List<UnassignedView> unassigned,
    List<PublishingView> publishing) {

  /**
   * A plan's day: null is "not published"; the changes are what the phones lack.
   *
   * @param version of the plan, to be named with a change to it
   */
  record PublishingView(
      LocalDate day,
      UUID planId,
      long version,
      @Nullable PublicationView published,
      List<Dispatch> changes) {}

  record PublicationView(Instant at, String by) {}

  record PlanView(
      UUID id,
      long version,
      PlanStatus status,
      @Nullable Instant createdAt,
      @Nullable String createdBy,
      LocalDate from,
      int days,
      UUID jobId,
      ScoreView score) {

    /** A plan that is still being made has no id of its own yet; it takes its job's. */
    static PlanView of(Plan plan) {
      boolean stored = plan.createdAt() != null;
      var score = plan.score();
      return new PlanView(
          stored ? plan.id() : plan.jobId(),
          plan.version(),
          plan.status(),
          plan.createdAt(),
          plan.createdBy(),
          plan.firstDay(),
          plan.days(),
          plan.jobId(),
          new ScoreView(score.hardScore(), score.mediumScore(), score.softScore()));
    }
  }

  record ScoreView(long hard, long medium, long soft) {}

  record NamedView(UUID id, String name) {}

  record TerritoryView(UUID id, String name, String color) {}

  record TechnicianView(
      UUID id,
      String name,
      String color,
      Coordinates home,
      String homeAddress,
      Set<SkillLevel> skills,
      Set<UUID> territoryIds,
      List<DayView> days) {}

  record DayView(
      LocalDate day,
      List<TimeWindow> shifts,
      List<AbsenceView> absences,
      @Nullable RouteView route) {}

  record AbsenceView(Instant start, Instant end, Absence.Reason reason) {}

  record RouteView(
      Instant depart,
      Instant arriveHome,
      int driveSeconds,
      int driveMetres,
      int workSeconds,
      int waitSeconds,
      int loadPercent,
      int returnDriveSeconds,
      int returnDriveMetres,
      @Nullable HomeView estimatedHome,
      List<FindingView> findings,
      List<StopView> stops,
      List<BreakView> breaks,
      @Nullable CallView call) {}

  /**
   * A call at the warehouse, where it was planned and where it will really be.
   *
   * @param driveSeconds the way there, a part of the way to the visit after it
   * @param estimatedStart null once it must be over, and while nothing was sent
   * @param fetched by name
   */
  record CallView(
      Instant start,
      Instant end,
      @Nullable Instant estimatedStart,
      @Nullable Instant estimatedEnd,
      int driveSeconds,
      int driveMetres,
      String address,
      Coordinates place,
      List<FetchedPart> fetched) {}

  /** A break, where it was planned and where it will really be; null once it must be over. */
  record BreakView(
      Instant start,
      Instant end,
      @Nullable Instant estimatedStart,
      @Nullable Instant estimatedEnd) {}

  /** When the technician will really be home, and how long after the shift's end that is. */
  record HomeView(Instant at, int overtimeSeconds) {}

  record StopView(
      UUID visitId,
      int sequence,
      Instant arrival,
      Instant start,
      Instant end,
      int driveSeconds,
      int driveMetres,
      boolean pinned,
      @Nullable Forced forced,
      boolean crewLead,
      List<FindingView> findings,
      @Nullable EstimateView estimate) {}

  /** How it really goes; the slack is null where the visit may begin at any time. */
  record EstimateView(
      Instant arrival,
      Instant start,
      Instant end,
      Estimate.Risk risk,
      @Nullable Integer slackSeconds) {

    static EstimateView of(Estimate estimate) {
      return new EstimateView(
          estimate.arrival(),
          estimate.start(),
          estimate.end(),
          estimate.risk(),
          estimate.slackSeconds() == Integer.MAX_VALUE ? null : estimate.slackSeconds());
    }
  }

  record FindingView(Rule rule, long amount, Rule.Unit unit) {}

  record VisitView(
      UUID id,
      long version,
      UUID orderId,
      String orderNumber,
      String title,
      String customerName,
      String siteName,
      String address,
      Coordinates coordinates,
      Priority priority,
      VisitStatus status,
      long durationMinutes,
      List<TimeWindow> windows,
      List<RequiredSkill> skills,
      int crewSize,
      @Nullable UUID territoryId,
      @Nullable LocalDate dueDate,
      Progress progress,
      @Nullable DeclineView declined,
      List<LackingPartView> lackingParts) {

    static VisitView of(
        VisitBrief visit, @Nullable Decline decline, List<LackingPartView> lackingParts) {
      return new VisitView(
          visit.id(),
          visit.version(),
          visit.orderId(),
          visit.orderNumber(),
          visit.title(),
          visit.customerName(),
          visit.siteName(),
          visit.address(),
          visit.coordinates(),
          visit.priority(),
          visit.status(),
          visit.duration().toMinutes(),
          visit.windows(),
          visit.skills(),
          visit.crewSize(),
          visit.territoryId(),
          visit.dueDate(),
          visit.progress(),
          decline == null ? null : new DeclineView(decline.reason(), decline.by(), decline.at()),
          lackingParts);
    }
  }

  record DeclineView(String reason, String by, Instant at) {}

  /** How much of a part neither the warehouse nor the van has for the visit. */
  record LackingPartView(String name, BigDecimal quantity, String unit) {}

  record UnassignedView(UUID visitId, List<ReasonView> reasons) {}

  /** The unit is left out where nothing can be measured. */
  record ReasonView(
      Unplanned.Reason rule,
      int technicians,
      @Nullable Long amount,
      @Nullable String unit,
      @Nullable String example) {}
}
