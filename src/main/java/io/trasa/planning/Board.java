package io.trasa.planning;

import io.trasa.orders.VisitBrief;
import io.trasa.people.Absence;
import io.trasa.people.Shift;
import io.trasa.people.Skill;
import io.trasa.people.Technician;
import io.trasa.people.Territory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the board shows of some days.
 *
 * @param plan the plan that holds for the first day; null while there is none
 * @param routes of the asked days only, each from the plan that holds for its day
 * @param visits planned on these days, and those that could be
 * @param unplanned reasons for visits on no route, where a plan gave them
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
    List<Unplanned> unplanned) {}
