package io.trasa.orders;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.customers.Customer;
import io.trasa.customers.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that planning and the board want to know of a visit.
 *
 * @param address on one line
 * @param priority the heavier of the order's and the customer's
 * @param duration of the work, without the drive
 * @param windows within which the work must begin; none means at any time until it is due
 * @param crewSize how many technicians work at the same time; two or more start together
 * @param earliestDate the first day, in the company's zone, on which the work may begin
 * @param dueDate the last day, in the company's zone, on which the work may begin
 * @param contractEnd by when the work must be done by contract; null if no contract says so
 * @param missing what keeps the order from being planned; see {@link Order#missing()}
 * @param technicianIds who goes, the lead first; empty while it is not planned
 * @param preferredTechnicianIds whom the customer would rather have
 * @param excludedTechnicianIds whom the customer will not have
 */
public record VisitBrief(
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
    Duration duration,
    List<TimeWindow> windows,
    List<RequiredSkill> skills,
    int crewSize,
    @Nullable UUID territoryId,
    @Nullable LocalDate earliestDate,
    @Nullable LocalDate dueDate,
    @Nullable Instant contractEnd,
    List<String> missing,
    List<UUID> technicianIds,
    @Nullable Instant plannedStart,
    Progress progress,
    Set<UUID> preferredTechnicianIds,
    Set<UUID> excludedTechnicianIds) {

  static VisitBrief of(Visit visit, Customer customer, Site site) {
    var order = visit.order();
    return new VisitBrief(
        visit.id(),
        visit.version(),
        order.id(),
        order.number(),
        order.title(),
        customer.name(),
        site.name(),
        site.address().onOneLine(),
        site.coordinates(),
        order.effectivePriority(customer.priority()),
        visit.status(),
        visit.duration(),
        visit.windows(),
        visit.skills(),
        visit.crewSize(),
        visit.territoryId(),
        order.earliestDate(),
        order.dueDate(),
        order.contractEnd(),
        order.missing(),
        visit.technicianIds(),
        visit.plannedStart(),
        visit.progress(),
        customer.technicians().preferred(),
        customer.technicians().excluded());
  }
}
