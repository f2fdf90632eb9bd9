package io.trasa.fieldwork.web;

import io.trasa.documents.CompanyService;
import io.trasa.fieldwork.FieldTime;
import io.trasa.fieldwork.FieldworkService;
import io.trasa.fieldwork.Stage;
import io.trasa.fieldwork.TimeBook;
import io.trasa.fieldwork.report.VisitReport;
import io.trasa.fieldwork.report.VisitReports;
import io.trasa.orders.JobSheet;
import io.trasa.orders.JobSheets;
import io.trasa.orders.SiteHistory;
import io.trasa.orders.SiteHistory.PastVisit;
import io.trasa.parts.OrderPart;
import io.trasa.parts.StockService;
import io.trasa.people.PeopleService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what phones and the office see of visits. */
@Component
@Transactional(readOnly = true)
class PhoneDays {

  /** How many days back an open visit is still shown today. */
  private static final int DAYS_BACK = 7;

  private static final int MOST_NOTE_LETTERS = 300;

  private final JobSheets sheets;
  private final SiteHistory history;
  private final FieldworkService fieldwork;
  private final TimeBook times;
  private final VisitReports reports;
  private final VisitFiles files;
  private final StockService stock;
  private final PeopleService people;
  private final CompanyService company;
  private final Clock clock;
  private final ZoneId zone;
  private final Currency currency;

  PhoneDays(
      JobSheets sheets,
      SiteHistory history,
      FieldworkService fieldwork,
      TimeBook times,
      VisitReports reports,
      VisitFiles files,
      StockService stock,
      PeopleService people,
      CompanyService company,
      Clock clock,
      ZoneId companyZone,
      Currency currency) {
    this.sheets = sheets;
    this.history = history;
    this.fieldwork = fieldwork;
    this.times = times;
    this.reports = reports;
    this.files = files;
    this.stock = stock;
    this.people = people;
    this.company = company;
    this.clock = clock;
    this.zone = companyZone;
    this.currency = currency;
  }

  PhoneDayView of(UUID technicianId, @Nullable LocalDate wanted) {
    var today = LocalDate.now(clock.withZone(zone));
    var day = wanted == null ? today : wanted;
    var route =
        day.equals(today)
            ? sheets.ofTechnician(technicianId, today.minusDays(DAYS_BACK), DAYS_BACK + 1).stream()
                .filter(sheet -> sheet.status().isOpen() || isOn(sheet, today))
                .toList()
            : sheets.ofTechnician(technicianId, day, 1);
    var more = more(route, fieldwork.stagesOf(route, technicianId));
    return new PhoneDayView(
        technicianId,
        day,
        clock.instant(),
        company.get().phone(),
        currency.getCurrencyCode(),
        route.stream()
            .map(
                sheet ->
                    PhoneVisitView.of(
                        sheet, technicianId, Objects.requireNonNull(more.get(sheet.visitId()))))
            .toList(),
        stock.onVan(technicianId).stream().map(PhoneDayView.OnVan::of).toList());
  }

  private boolean isOn(JobSheet sheet, LocalDate day) {
    var start = sheet.plannedStart();
    return start != null && LocalDate.ofInstant(start, zone).equals(day);
  }

  /** What is recorded of one visit. */
  FactsView facts(JobSheet sheet) {
    var more = more(List.of(sheet), Map.of());
    return FactsView.of(sheet.checklist(), Objects.requireNonNull(more.get(sheet.visitId())));
  }

  List<PhoneVisitView.Photo> photos(UUID visitId) {
    return files.photosOf(visitId);
  }

  private Map<UUID, PhoneVisitView.More> more(List<JobSheet> route, Map<UUID, Stage> stages) {
    var ids = route.stream().map(JobSheet::visitId).collect(Collectors.toSet());
    var facts = fieldwork.factsOf(ids);
    var time = times.ofVisits(ids).stream().collect(Collectors.groupingBy(FieldTime::visitId));
    var sealed =
        reports.findByVisitIdInOrderByVersion(ids).stream()
            .collect(Collectors.groupingBy(VisitReport::visitId));
    var before = history.before(route);
    var names = names(route, time.values(), before.values());
    var notes = lastNotes(before.values());
    Map<UUID, PhoneVisitView.More> more = new HashMap<>();
    for (var sheet : route) {
      var id = sheet.visitId();
      var known = Objects.requireNonNull(facts.get(id));
      more.put(
          id,
          new PhoneVisitView.More(
              stages.getOrDefault(id, Stage.WAITING),
              known,
              time.getOrDefault(id, List.of()),
              files.photosOf(id),
              sealed.getOrDefault(id, List.of()),
              names,
              known.parts().isEmpty() ? Map.of() : partNames(sheet.orderId()),
              before.getOrDefault(id, List.of()).stream()
                  .map(visit -> past(visit, sheet, names, notes))
                  .toList()));
    }
    return more;
  }

  private Map<UUID, String> partNames(UUID orderId) {
    return stock.ofOrder(orderId).stream()
        .collect(Collectors.toMap(OrderPart::partId, OrderPart::name, (first, same) -> first));
  }

  /** By visit, what was written down last there. */
  private Map<UUID, String> lastNotes(Collection<List<PastVisit>> before) {
    var ids =
        before.stream().flatMap(List::stream).map(PastVisit::visitId).collect(Collectors.toSet());
    Map<UUID, String> notes = new HashMap<>();
    fieldwork
        .factsOf(ids)
        .forEach(
            (id, facts) -> {
              if (!facts.notes().isEmpty()) {
                var text = facts.notes().getLast().text();
                notes.put(
                    id,
                    text.length() <= MOST_NOTE_LETTERS
                        ? text
                        : text.substring(0, MOST_NOTE_LETTERS - 1) + "…");
              }
            });
    return notes;
  }

  private static PhoneVisitView.Past past(
      PastVisit visit, JobSheet sheet, Map<UUID, String> names, Map<UUID, String> notes) {
    return new PhoneVisitView.Past(
        visit.orderNumber(),
        visit.title(),
        visit.status(),
        visit.at(),
        visit.technicianIds().stream().map(id -> names.getOrDefault(id, "")).toList(),
        sheet.assets().stream().anyMatch(asset -> visit.assetIds().contains(asset.id())),
        notes.getOrDefault(visit.visitId(), ""));
  }

  private Map<UUID, String> names(
      List<JobSheet> route, Collection<List<FieldTime>> times, Collection<List<PastVisit>> before) {
    Set<UUID> ids = new HashSet<>();
    route.forEach(sheet -> ids.addAll(sheet.technicianIds()));
    times.forEach(list -> list.forEach(time -> ids.add(time.technicianId())));
    before.forEach(list -> list.forEach(visit -> ids.addAll(visit.technicianIds())));
    return ids.stream().collect(Collectors.toMap(id -> id, id -> people.technician(id).name()));
  }
}
