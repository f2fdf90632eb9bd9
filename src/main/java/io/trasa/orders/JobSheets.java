package io.trasa.orders;

import io.trasa.assets.AssetBrief;
import io.trasa.assets.AssetService;
import io.trasa.assets.CatalogueService;
import io.trasa.assets.Operation;
import io.trasa.common.NotFoundException;
import io.trasa.customers.Contact;
import io.trasa.customers.CustomerService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for those who carry orders out: the sheets of visits, and devices with their cover. */
@Service
@Transactional(readOnly = true)
public class JobSheets {

  private final Visits visits;
  private final CustomerService customers;
  private final AssetService assets;
  private final CatalogueService catalogue;
  private final ZoneId zone;

  JobSheets(
      Visits visits,
      CustomerService customers,
      AssetService assets,
      CatalogueService catalogue,
      ZoneId companyZone) {
    this.catalogue = catalogue;
    this.visits = visits;
    this.customers = customers;
    this.assets = assets;
    this.zone = companyZone;
  }

  /**
   * @throws NotFoundException if there is no such visit
   */
  public JobSheet of(UUID visitId) {
    return of(List.of(visitId)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("visit", visitId));
  }

  /** Those of the visits that exist, by planned start. */
  public List<JobSheet> of(Collection<UUID> visitIds) {
    return visitIds.isEmpty() ? List.of() : sheets(visits.withOrders(visitIds));
  }

  /**
   * What was sent to a technician, also as a member of a crew: visits whose planned start lies in
   * these days, dispatched or further, without cancelled ones; by planned start.
   *
   * @param firstDay in the company's zone
   */
  public List<JobSheet> ofTechnician(UUID technicianId, LocalDate firstDay, int days) {
    var from = firstDay.atStartOfDay(zone).toInstant();
    var to = firstDay.plusDays(days).atStartOfDay(zone).toInstant();
    var ids = visits.sentTo(technicianId, from, to);
    return ids.isEmpty() ? List.of() : sheets(visits.withOrders(ids));
  }

  /**
   * Operations of the register, each as a line of quantity one at today's price; those that exist
   * of the ones asked for, by id.
   */
  public Map<UUID, OrderLine> catalogueLines(Collection<UUID> operationIds) {
    return catalogue.operations(operationIds).values().stream()
        .collect(Collectors.toMap(Operation::id, JobSheets::line));
  }

  private static OrderLine line(Operation operation) {
    return new OrderLine(
        OrderLine.Kind.OPERATION,
        operation.id(),
        operation.name(),
        BigDecimal.ONE.setScale(3),
        operation.unit(),
        operation.normMinutes(),
        operation.unitPrice(),
        operation.vatRate());
  }

  /** The devices that an order is about. */
  public List<ServicedAsset> assetsOf(Order order) {
    var briefs = assets.briefs(order.assetIds());
    return devices(order, briefs);
  }

  private List<JobSheet> sheets(List<Visit> found) {
    var customerIds = found.stream().map(v -> v.order().customerId()).collect(Collectors.toSet());
    var siteIds = found.stream().map(v -> v.order().siteId()).collect(Collectors.toSet());
    var contactIds =
        found.stream()
            .map(v -> v.order().contactId())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Set<UUID> assetIds = new HashSet<>();
    found.forEach(v -> assetIds.addAll(v.order().assetIds()));
    var byCustomer = customers.customers(customerIds);
    var bySite = customers.sites(siteIds);
    Map<UUID, Contact> byContact = customers.contacts(contactIds);
    var byAsset = assets.briefs(assetIds);
    return found.stream()
        .map(
            visit ->
                JobSheet.of(
                    visit,
                    Objects.requireNonNull(byCustomer.get(visit.order().customerId())),
                    Objects.requireNonNull(bySite.get(visit.order().siteId())),
                    visit.order().contactId() == null
                        ? null
                        : byContact.get(visit.order().contactId()),
                    devices(visit.order(), byAsset)))
        .sorted(
            Comparator.comparing(
                JobSheet::plannedStart, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private static List<ServicedAsset> devices(Order order, Map<UUID, AssetBrief> briefs) {
    return order.assetIds().stream()
        .map(briefs::get)
        .filter(Objects::nonNull)
        .map(JobSheets::device)
        .toList();
  }

  private static ServicedAsset device(AssetBrief asset) {
    var warranty = asset.warranty();
    return new ServicedAsset(
        asset.id(),
        asset.serial(),
        asset.name(),
        asset.location(),
        warranty == null ? "" : warranty.number(),
        warranty == null ? null : warranty.from(),
        warranty == null ? null : warranty.until(),
        warranty != null && warranty.coversLabour(),
        warranty != null && warranty.coversParts(),
        warranty != null && warranty.coversTravel());
  }
}
