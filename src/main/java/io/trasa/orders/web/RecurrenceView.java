package io.trasa.orders.web;

import io.trasa.assets.AssetBrief;
import io.trasa.common.Priority;
import io.trasa.customers.Customer;
import io.trasa.customers.Site;
import io.trasa.orders.ChecklistItem;
import io.trasa.orders.OrderLine;
import io.trasa.orders.OrderType;
import io.trasa.orders.PartToCollect;
import io.trasa.orders.Recurrence;
import io.trasa.orders.RequiredSkill;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule and what its orders are like, as it is read.
 *
 * @param nextDue the first day that has no order yet; null if there is none to come
 * @param problem why the last run made no orders; empty when all went well
 */
record RecurrenceView(
    UUID id,
    long version,
    String name,
    String rule,
    LocalDate startsOn,
    int leadDays,
    Recurrence.State state,
    @Nullable LocalDate nextDue,
    String problem,
    OrderType type,
    UUID customerId,
    String customerName,
    UUID siteId,
    String siteName,
    @Nullable UUID contactId,
    @Nullable UUID payerId,
    List<Device> assets,
    String scope,
    String notes,
    Priority priority,
    long durationMinutes,
    List<RequiredSkill> skills,
    List<ChecklistItem> checklist,
    List<PartToCollect> partsToCollect,
    List<OrderLine> lines) {

  /** A device the orders are about. */
  record Device(UUID id, String serial, String name) {}

  static RecurrenceView of(
      Recurrence rule,
      Map<UUID, Customer> customers,
      Map<UUID, Site> sites,
      Map<UUID, AssetBrief> assets) {
    var customer = customers.get(rule.customerId());
    var site = sites.get(rule.siteId());
    return new RecurrenceView(
        rule.id(),
        rule.version(),
        rule.name(),
        rule.rule(),
        rule.startsOn(),
        rule.leadDays(),
        rule.state(),
        rule.nextDue(),
        rule.problem(),
        rule.type(),
        rule.customerId(),
        customer == null ? "" : customer.name(),
        rule.siteId(),
        site == null ? "" : site.name().isEmpty() ? site.address().onOneLine() : site.name(),
        rule.contactId(),
        rule.payerId(),
        rule.assetIds().stream()
            .map(assets::get)
            .filter(Objects::nonNull)
            .map(a -> new Device(a.id(), a.serial(), a.name()))
            .toList(),
        rule.scope(),
        rule.notes(),
        rule.priority(),
        rule.duration().toMinutes(),
        rule.skills(),
        rule.checklist(),
        rule.partsToCollect(),
        rule.lines());
  }
}
