package io.trasa.orders;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.customers.Contact;
import io.trasa.customers.Customer;
import io.trasa.customers.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a technician needs to know of a visit.
 *
 * @param priority the heavier of the order's and the customer's
 * @param contact whom to ask for; null if nobody is named
 * @param language of the customer, for papers
 * @param technicianIds who goes, the lead first
 */
public record JobSheet(
    UUID visitId,
    long version,
    VisitStatus status,
    UUID orderId,
    String orderNumber,
    OrderType type,
    String title,
    String reason,
    String scope,
    String notes,
    Priority priority,
    UUID customerId,
    String customerName,
    String customerPhone,
    String customerEmail,
    String language,
    UUID siteId,
    String siteName,
    String address,
    Coordinates coordinates,
    String accessNotes,
    @Nullable Person contact,
    List<ServicedAsset> assets,
    List<ChecklistItem> checklist,
    List<PartToCollect> partsToCollect,
    List<OrderLine> lines,
    Duration duration,
    List<TimeWindow> windows,
    int crewSize,
    List<UUID> technicianIds,
    @Nullable Instant plannedStart,
    Progress progress) {

  /** Whom to ask for. */
  public record Person(String name, String phone, String email, String role) {}

  static JobSheet of(
      Visit visit,
      Customer customer,
      Site site,
      @Nullable Contact contact,
      List<ServicedAsset> assets) {
    var order = visit.order();
    return new JobSheet(
        visit.id(),
        visit.version(),
        visit.status(),
        order.id(),
        order.number(),
        order.type(),
        order.title(),
        order.reason(),
        order.scope(),
        order.notes(),
        order.effectivePriority(customer.priority()),
        customer.id(),
        customer.name(),
        customer.phone(),
        customer.email(),
        customer.language(),
        site.id(),
        site.name(),
        site.address().onOneLine(),
        site.coordinates(),
        site.accessNotes(),
        contact == null
            ? null
            : new Person(contact.name(), contact.phone(), contact.email(), contact.role()),
        assets,
        order.checklist(),
        order.partsToCollect(),
        order.lines(),
        visit.duration(),
        visit.windows(),
        visit.crewSize(),
        visit.technicianIds(),
        visit.plannedStart(),
        visit.progress());
  }
}
