package io.trasa.fieldwork.web;

import io.trasa.common.TimeWindow;
import io.trasa.fieldwork.FieldAction;
import io.trasa.fieldwork.FieldTime;
import io.trasa.fieldwork.FieldworkService;
import io.trasa.fieldwork.TimeBook;
import io.trasa.fieldwork.WorkDone;
import io.trasa.fieldwork.report.VisitReports;
import io.trasa.orders.JobSheets;
import io.trasa.people.PeopleService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.PlainText;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the office sees of the work on site, and how it corrects times. */
@RestController
@RequestMapping("/api/visits/{visitId}")
class FieldworkController {

  private final JobSheets sheets;
  private final PhoneDays days;
  private final FieldworkService fieldwork;
  private final TimeBook times;
  private final VisitReports reports;
  private final PeopleService people;

  FieldworkController(
      JobSheets sheets,
      PhoneDays days,
      FieldworkService fieldwork,
      TimeBook times,
      VisitReports reports,
      PeopleService people) {
    this.sheets = sheets;
    this.days = days;
    this.fieldwork = fieldwork;
    this.times = times;
    this.reports = reports;
    this.people = people;
  }

  /**
   * The work on site.
   *
   * @param refused what phones told and could not be applied
   * @param reports sealed ones, the latest last
   */
  record FieldworkView(
      UUID visitId,
      FactsView facts,
      List<PhoneVisitView.Photo> photos,
      List<Refused> refused,
      List<PhoneVisitView.Report> reports) {}

  /** Something a phone told that was refused. */
  record Refused(
      UUID id,
      UUID technicianId,
      String technician,
      FieldAction.Kind kind,
      Instant at,
      Instant receivedAt,
      String code,
      String problem) {}

  /** Another time for what was tapped. */
  record CorrectionForm(
      @NotNull Long version,
      @NotNull @ThisCentury Instant start,
      @NotNull @ThisCentury Instant end,
      @NotBlank @PlainText(max = 500) String reason) {}

  /** A time that nobody tapped. */
  record TimeForm(
      @NotNull UUID technicianId,
      @NotNull WorkDone.TimeKind kind,
      @NotNull @ThisCentury Instant start,
      @NotNull @ThisCentury Instant end,
      @NotBlank @PlainText(max = 500) String reason) {}

  @GetMapping("/fieldwork")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.ACCOUNTANT, Role.MANAGER})
  FieldworkView show(@PathVariable UUID visitId) {
    var sheet = sheets.of(visitId);
    return new FieldworkView(
        visitId,
        days.facts(sheet),
        days.photos(visitId),
        fieldwork.refusedOf(visitId).stream().map(this::refused).toList(),
        reports.findByVisitIdInOrderByVersion(List.of(visitId)).stream()
            .map(PhoneVisitView.Report::of)
            .toList());
  }

  private Refused refused(FieldAction action) {
    var problem = Objects.requireNonNull(action.problem());
    return new Refused(
        action.id(),
        action.technicianId(),
        nameOf(action.technicianId()),
        action.kind(),
        action.at(),
        action.receivedAt(),
        problem.code(),
        problem.text());
  }

  /** Corrects a time; the tapped one stays, and both are shown. */
  @PostMapping("/times/{timeId}/corrections")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.ACCOUNTANT})
  @ResponseStatus(HttpStatus.CREATED)
  FactsView.Time correct(
      @PathVariable UUID visitId,
      @PathVariable UUID timeId,
      @RequestBody @Valid CorrectionForm form) {
    var span = new TimeWindow(form.start(), form.end());
    return view(times.correct(visitId, timeId, form.version(), span, form.reason().strip()));
  }

  /** Writes a time that nobody tapped. */
  @PostMapping("/times")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.ACCOUNTANT})
  @ResponseStatus(HttpStatus.CREATED)
  FactsView.Time add(@PathVariable UUID visitId, @RequestBody @Valid TimeForm form) {
    var span = new TimeWindow(form.start(), form.end());
    return view(times.add(visitId, form.technicianId(), form.kind(), span, form.reason().strip()));
  }

  private FactsView.Time view(FieldTime time) {
    return FactsView.Time.of(time, nameOf(time.technicianId()));
  }

  private String nameOf(UUID technicianId) {
    return people.technician(technicianId).name();
  }
}
