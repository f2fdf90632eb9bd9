package io.trasa.people.web;

import io.trasa.common.Text;
import io.trasa.common.TimeWindow;
import io.trasa.people.Absence;
import io.trasa.people.PeopleService;
import io.trasa.people.ShiftService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.PlainText;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is away when. Days are the company's, instants are true time. */
@RestController
@RequestMapping("/api/absences")
class AbsenceController {

  private final PeopleService people;
  private final ShiftService shifts;
  private final ZoneId companyZone;

  AbsenceController(PeopleService people, ShiftService shifts, ZoneId companyZone) {
    this.people = people;
    this.shifts = shifts;
    this.companyZone = companyZone;
  }

  record AbsenceView(
      UUID id,
      long version,
      UUID technicianId,
      Instant start,
      Instant end,
      Absence.Reason reason,
      String note) {

    static AbsenceView of(Absence absence) {
      return new AbsenceView(
          absence.id(),
          absence.version(),
          absence.technicianId(),
          absence.time().start(),
          absence.time().end(),
          absence.reason(),
          absence.note());
    }
  }

  record AbsenceForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotNull UUID technicianId,
      @NotNull @ThisCentury Instant start,
      @NotNull @ThisCentury Instant end,
      @NotNull Absence.Reason reason,
      @Nullable @PlainText(max = 1000) String note) {

    TimeWindow time() {
      return new TimeWindow(start, end);
    }
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<AbsenceView> list(@Valid DayRange range) {
    var time = range.in(companyZone);
    var found =
        range.technicianId() == null
            ? people.absences(time.start(), time.end())
            : shifts.absencesOf(range.technicianId(), time.start(), time.end());
    return PageView.whole(found.stream().map(AbsenceView::of).toList());
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  AbsenceView create(@RequestBody @Validated AbsenceForm form) {
    return AbsenceView.of(
        shifts.addAbsence(
            form.technicianId(), form.time(), form.reason(), Text.orEmpty(form.note())));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  AbsenceView change(
      @PathVariable UUID id, @RequestBody @Validated(OnChange.class) AbsenceForm form) {
    return AbsenceView.of(
        shifts.changeAbsence(
            id,
            form.version(),
            form.technicianId(),
            form.time(),
            form.reason(),
            Text.orEmpty(form.note())));
  }

  @DeleteMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id) {
    shifts.removeAbsence(id);
  }
}
