package io.trasa.orders.web;

import io.trasa.common.InvalidInputException;
import io.trasa.common.TimeWindow;
import io.trasa.orders.RequiredSkill;
import io.trasa.orders.Visit;
import io.trasa.web.OnChange;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a visit needs, as it is sent. */
record VisitForm(
    @NotNull(groups = OnChange.class) Long version,
    @NotNull @Min(5) @Max(1440) Integer durationMinutes,
    @Nullable @Size(max = 10) List<@NotNull @Valid WindowForm> windows,
    @Nullable @Size(max = 20) List<@NotNull @Valid SkillForm> skills,
    @Nullable @Min(1) @Max(6) Integer crewSize,
    @Nullable UUID territoryId) {

  /** The work must begin from start to end; for a crew it begins exactly at the start. */
  record WindowForm(@NotNull @ThisCentury Instant start, @NotNull @ThisCentury Instant end) {}

  record SkillForm(@NotNull UUID skillId, @NotNull @Min(1) @Max(5) Integer level) {}

  /**
   * @param path what goes before the names of fields, such as {@code visits[0].}
   */
  Visit.Details details(String path) {
    var wished = Objects.requireNonNullElse(windows, List.<WindowForm>of());
    return new Visit.Details(
        Duration.ofMinutes(durationMinutes),
        IntStream.range(0, wished.size()).mapToObj(i -> window(wished.get(i), path, i)).toList(),
        Objects.requireNonNullElse(skills, List.<SkillForm>of()).stream()
            .map(skill -> new RequiredSkill(skill.skillId(), skill.level()))
            .toList(),
        Objects.requireNonNullElse(crewSize, 1),
        territoryId);
  }

  private static TimeWindow window(WindowForm window, String path, int index) {
    if (window.end().isBefore(window.start())) {
      throw new InvalidInputException(
          "%swindows[%d].end".formatted(path, index),
          window.end(),
          "is before the start " + window.start(),
          "Maybe start and end are swapped.");
    }
    return new TimeWindow(window.start(), window.end());
  }
}
