package io.trasa.routing.web;

import io.trasa.routing.SpeedProfile;
import io.trasa.routing.TrafficService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
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

/** When ways take longer than on empty roads: named hours, everywhere or in a territory. */
@RestController
@RequestMapping("/api/speed-profiles")
class SpeedProfileController {

  private final TrafficService traffic;

  SpeedProfileController(TrafficService traffic) {
    this.traffic = traffic;
  }

  record SpeedProfileView(
      UUID id,
      long version,
      String name,
      @Nullable UUID territoryId,
      List<DayOfWeek> days,
      LocalTime from,
      LocalTime to,
      int percent) {

    static SpeedProfileView of(SpeedProfile profile) {
      return new SpeedProfileView(
          profile.id(),
          profile.version(),
          profile.name(),
          profile.territoryId(),
          List.copyOf(profile.days()),
          profile.from(),
          profile.to(),
          profile.percent());
    }
  }

  record SpeedProfileForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotBlank @PlainText(max = 100) String name,
      @Nullable UUID territoryId,
      @NotEmpty Set<@NotNull DayOfWeek> days,
      @NotNull LocalTime from,
      @NotNull LocalTime to,
      @NotNull @Min(50) @Max(400) Integer percent) {

    SpeedProfile.Details details() {
      return new SpeedProfile.Details(name.strip(), territoryId, days, from, to, percent);
    }
  }

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  PageView<SpeedProfileView> list(Paging paging) {
    return PageView.of(traffic.profiles(paging.request()), SpeedProfileView::of);
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  SpeedProfileView create(@RequestBody @Validated SpeedProfileForm form) {
    return SpeedProfileView.of(traffic.create(form.details()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  SpeedProfileView change(
      @PathVariable UUID id, @RequestBody @Validated(OnChange.class) SpeedProfileForm form) {
    return SpeedProfileView.of(traffic.change(id, form.version(), form.details()));
  }

  @DeleteMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id) {
    traffic.remove(id);
  }
}
