package io.trasa.orders.web;

import io.trasa.common.TimeWindow;
import io.trasa.orders.Progress;
import io.trasa.orders.RequiredSkill;
import io.trasa.orders.Visit;
import io.trasa.orders.VisitStatus;
import io.trasa.orders.VisitStep;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is shown. Technicians are named lead first; {@code technicianId} is the lead.
 *
 * @param steps the legal next steps that an office may take
 */
record VisitView(
    UUID id,
    long version,
    UUID orderId,
    VisitStatus status,
    long durationMinutes,
    List<TimeWindow> windows,
    List<RequiredSkill> skills,
    int crewSize,
    @Nullable UUID territoryId,
    @Nullable UUID technicianId,
    List<UUID> technicianIds,
    @Nullable Instant plannedStart,
    Progress progress,
    List<VisitStep> steps) {

  static VisitView of(Visit visit) {
    return new VisitView(
        visit.id(),
        visit.version(),
        visit.order().id(),
        visit.status(),
        visit.duration().toMinutes(),
        visit.windows(),
        visit.skills(),
        visit.crewSize(),
        visit.territoryId(),
        visit.technicianIds().stream().findFirst().orElse(null),
        visit.technicianIds(),
        visit.plannedStart(),
        visit.progress(),
        visit.officeSteps());
  }
}
