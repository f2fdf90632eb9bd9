package io.trasa.planning;

import io.trasa.orders.VisitBrief;
import io.trasa.parts.PickList;
import io.trasa.people.Absence;
import io.trasa.people.Shift;
import io.trasa.people.Skill;
import io.trasa.people.Technician;
import io.trasa.people.Territory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the board shows of some days.
 *
 * @param plan the plan that holds for the first day; null while there is none
 * @param routes of the asked days only, each from the plan that holds for its day
 * @param visits planned on these days, and those that could be
 * @param kpis of these days
 * @param unplanned reasons for visits on no route, where a plan gave them
 * @param publishing of each day with a plan: what was sent, and what publishing would send now
 * @param live how the routes go on of which something was sent
 * @param declines visits that a technician gave back and nobody has sent since
 * @param lackingParts by order: parts of planned visits that are nowhere to be had yet
 */
public record Board(
    LocalDate from,
    int days,
    ZoneId zone,
    Instant now,
    @Nullable Plan plan,
    List<Skill> skills,
    List<Territory> territories,
    List<Technician> technicians,
    List<Shift> shifts,
    List<Absence> absences,
    List<PlannedRoute> routes,
    List<VisitBrief> visits,
    PlanKpis kpis,
    List<Unplanned> unplanned,
    List<PublishedDay> publishing,
    List<LiveDay> live,
    List<Decline> declines,
    Map<UUID, List<PickList.Item>> lackingParts) {

  /**
   * How far a day's plan has got to the phones.
   *
   * @param planId the plan that holds
   * @param version of it; counts on with every change
   * @param published the plan's latest sending of that day; null while it is a draft
   * @param changes what is not on the phones as planned, refused visits too
   */
  public record PublishedDay(
      LocalDate day,
      UUID planId,
      long version,
      @Nullable Publication published,
      List<Dispatch> changes) {}
}
