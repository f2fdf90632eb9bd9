package io.trasa.people.web;

import io.trasa.common.TimeWindow;
import io.trasa.people.PeopleService;
import io.trasa.people.Shift;
import io.trasa.people.ShiftService;
import io.trasa.people.WorkWeek;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
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

/** Who works when. Days are the company's, instants are true time. */
@RestController
@RequestMapping("/api")
class ShiftController {

  private final PeopleService people;
  private final ShiftService shifts;
  private final ZoneId companyZone;

  ShiftController(PeopleService people, ShiftService shifts, ZoneId companyZone) {
    this.people = people;
    this.shifts = shifts;
    this.companyZone = companyZone;
  }

  record ShiftView(UUID id, long version, UUID technicianId, Instant start, Instant end) {

    static ShiftView of(Shift shift) {
      return new ShiftView(
          shift.id(),
          shift.version(),
          shift.technicianId(),
          shift.time().start(),
          shift.time().end());
    }
  }

  record ShiftForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotNull UUID technicianId,
      @NotNull @ThisCentury Instant start,
      @NotNull @ThisCentury Instant end) {

    TimeWindow time() {
      return new TimeWindow(start, end);
    }
  }

  record WorkWeekForm(
      @NotNull @ThisCentury LocalDate from,
      @NotNull @ThisCentury LocalDate to,
      @NotEmpty Set<@NotNull DayOfWeek> days,
      @NotNull LocalTime start,
      @NotNull LocalTime end) {}

  record WorkWeekMade(int created) {}

  @GetMapping("/shifts")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<ShiftView> list(@Valid DayRange range) {
    var time = range.in(companyZone);
    var found =
        range.technicianId() == null
            ? people.shifts(time.start(), time.end())
            : shifts.shiftsOf(range.technicianId(), time.start(), time.end());
    return PageView.whole(found.stream().map(ShiftView::of).toList());
  }

  @PostMapping("/shifts")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  ShiftView create(@RequestBody @Validated ShiftForm form) {
    return ShiftView.of(shifts.addShift(form.technicianId(), form.time()));
  }

  @PutMapping("/shifts/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  ShiftView change(@PathVariable UUID id, @RequestBody @Validated(OnChange.class) ShiftForm form) {
    return ShiftView.of(shifts.changeShift(id, form.version(), form.technicianId(), form.time()));
  }

  @DeleteMapping("/shifts/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id) {
    shifts.removeShift(id);
  }

  /** Makes the shifts of a working week that are missing in a range of days. */
  @PostMapping("/technicians/{id}/work-week")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  WorkWeekMade fill(@PathVariable UUID id, @RequestBody @Valid WorkWeekForm form) {
    var week = new WorkWeek(form.from(), form.to(), form.days(), form.start(), form.end());
    return new WorkWeekMade(shifts.fillWeek(id, week));
  }
}
