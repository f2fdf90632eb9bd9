package io.trasa.people.web;

import io.trasa.common.Coordinates;
import io.trasa.common.Text;
import io.trasa.common.Vehicle;
import io.trasa.people.BreakTime;
import io.trasa.people.PeopleService;
import io.trasa.people.SkillLevel;
import io.trasa.people.Technician;
import io.trasa.people.WorkingDay;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PhoneNumber;
import io.trasa.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Technicians. They are made inactive, never deleted. */
@RestController
@RequestMapping("/api/technicians")
class TechnicianController {

  private final PeopleService people;

  TechnicianController(PeopleService people) {
    this.people = people;
  }

  record TechnicianView(
      UUID id,
      long version,
      String name,
      String phone,
      String email,
      String color,
      Coordinates home,
      String homeAddress,
      List<SkillLevel> skills,
      List<UUID> territoryIds,
      @Nullable UUID vanId,
      Vehicle vehicle,
      boolean active,
      int overtimeMinutes,
      @Nullable Integer maxDriveMinutes,
      @Nullable Integer targetMinutes,
      int hourPercent,
      int kmPercent,
      List<BreakTime> breaks) {

    static TechnicianView of(Technician technician) {
      WorkingDay day = technician.workingDay();
      return new TechnicianView(
          technician.id(),
          technician.version(),
          technician.name(),
          technician.phone(),
          technician.email(),
          technician.color(),
          technician.home(),
          technician.homeAddress(),
          technician.skills().stream().sorted(Comparator.comparing(SkillLevel::skillId)).toList(),
          technician.territoryIds().stream().sorted().toList(),
          technician.vanId(),
          technician.vehicle(),
          technician.isActive(),
          day.overtimeMinutes(),
          day.maxDriveMinutes(),
          day.targetMinutes(),
          day.hourPercent(),
          day.kmPercent(),
          day.breaks());
    }
  }

  record SkillForm(@NotNull UUID skillId, @NotNull @Min(1) @Max(5) Integer level) {}

  record BreakForm(
      @NotNull LocalTime earliest,
      @NotNull LocalTime latest,
      @NotNull @Min(5) @Max(240) Integer minutes) {}

  record TechnicianForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotBlank @PlainText(max = 200) String name,
      @Nullable @PhoneNumber String phone,
      @Nullable @Email @Size(max = 254) String email,
      @NotNull @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "is not a color such as #3567d6")
          String color,
      @NotNull Coordinates home,
      @Nullable @PlainText(max = 300) String homeAddress,
      @Nullable @Size(max = 100) List<@NotNull @Valid SkillForm> skills,
      @Nullable @Size(max = 100) List<@NotNull UUID> territoryIds,
      @Nullable UUID vanId,
      @Nullable Vehicle vehicle,
      @Nullable Boolean active,
      @Nullable @Min(0) @Max(240) Integer overtimeMinutes,
      @Nullable @Min(30) @Max(960) Integer maxDriveMinutes,
      @Nullable @Min(30) @Max(960) Integer targetMinutes,
      @Nullable @Min(1) @Max(1000) Integer hourPercent,
      @Nullable @Min(1) @Max(1000) Integer kmPercent,
      @Nullable @Size(max = WorkingDay.MAX_BREAKS) List<@NotNull @Valid BreakForm> breaks) {

    Technician.Details details() {
      return new Technician.Details(
          name.strip(),
          Text.orEmpty(phone),
          Text.orEmpty(email),
          color,
          home,
          Text.orEmpty(homeAddress),
          Objects.requireNonNullElse(skills, List.<SkillForm>of()).stream()
              .map(skill -> new SkillLevel(skill.skillId(), skill.level()))
              .toList(),
          Objects.requireNonNullElse(territoryIds, List.of()),
          vanId,
          Objects.requireNonNullElse(vehicle, Vehicle.CAR),
          Objects.requireNonNullElse(active, true),
          workingDay());
    }

    private WorkingDay workingDay() {
      return new WorkingDay(
          Objects.requireNonNullElse(overtimeMinutes, 0),
          maxDriveMinutes,
          targetMinutes,
          Objects.requireNonNullElse(hourPercent, 100),
          Objects.requireNonNullElse(kmPercent, 100),
          Objects.requireNonNullElse(breaks, List.<BreakForm>of()).stream()
              .map(b -> new BreakTime(b.earliest(), b.latest(), b.minutes()))
              .toList());
    }
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PageView<TechnicianView> list(@RequestParam @Nullable String search, Paging paging) {
    return PageView.of(people.search(search, paging.request()), TechnicianView::of);
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  TechnicianView get(@PathVariable UUID id) {
    return TechnicianView.of(people.technician(id));
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  TechnicianView create(@RequestBody @Validated TechnicianForm form) {
    return TechnicianView.of(people.create(form.details()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  TechnicianView change(
      @PathVariable UUID id, @RequestBody @Validated(OnChange.class) TechnicianForm form) {
    return TechnicianView.of(people.change(id, form.version(), form.details()));
  }
}
