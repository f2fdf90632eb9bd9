package io.trasa.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import io.trasa.people.RegisterService;
import io.trasa.people.Territory;
import io.trasa.testkit.TrasaIT;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TrasaIT
class TrafficServiceIT {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
  private static final int HOUR = 3600;
  private static final int QUARTER = 900;

  @Autowired private TrafficService traffic;
  @Autowired private RegisterService register;
  private final List<SpeedProfile> made = new ArrayList<>();

  @AfterEach
  void removeProfiles() {
    made.forEach(profile -> traffic.remove(profile.id()));
  }

  @Test
  void countsOnItsDaysAndHoursOnly() {
    make("Monday", null, EnumSet.of(DayOfWeek.MONDAY), "07:00", "09:00", 200);
    Traffic week = on(MONDAY, 7, nowhere());
    assertThat(week.travel(QUARTER, 0, 0, 8 * HOUR)).isEqualTo(2 * QUARTER);
    assertThat(week.travel(QUARTER, 0, 0, 9 * HOUR)).isEqualTo(QUARTER);
    assertThat(week.travel(QUARTER, 0, 0, 32 * HOUR)).as("Tuesday").isEqualTo(QUARTER);
  }

  @Test
  void countsInItsTerritoryOnlyAndTheSlowestWins() {
    UUID town = register.createTerritory(square("Traffic town")).id();
    make("Everywhere", null, EVERY_DAY, "07:00", "09:00", 110);
    make("Town", town, EVERY_DAY, "08:00", "09:00", 150);
    Traffic day = on(MONDAY, 1, Arrays.asList(town, null));
    assertThat(day.travel(600, 0, 0, 8 * HOUR)).isEqualTo(900);
    assertThat(day.travel(600, 1, 1, 8 * HOUR)).isEqualTo(660);
    assertThat(day.travel(600, 0, 1, 8 * HOUR)).as("half of it in town").isEqualTo(780);
    assertThat(day.travel(600, 0, 0, 7 * HOUR)).isEqualTo(660);
    assertThatThrownBy(() -> make("Nowhere", UUID.randomUUID(), EVERY_DAY, "07:00", "09:00", 150))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is no territory");
  }

  @Test
  void keepsToTheClockOnTheWallWhenClocksAreChanged() {
    var spring = LocalDate.of(2027, 3, 28);
    make("Night", null, EVERY_DAY, "02:00", "03:00", 300);
    make("Morning", null, EVERY_DAY, "07:00", "09:00", 200);
    Traffic day = on(spring, 1, nowhere());
    assertThat(day.travel(60, 0, 0, HOUR + 1800)).as("the hour left out").isEqualTo(60);
    assertThat(day.travel(60, 0, 0, 6 * HOUR)).as("seven on the wall").isEqualTo(120);
    assertThat(day.travel(60, 0, 0, 8 * HOUR)).as("nine on the wall").isEqualTo(60);
  }

  @Test
  void thereIsNoTrafficWithoutProfiles() {
    assertThat(traffic.hasProfiles()).isFalse();
    assertThat(traffic.on(MONDAY, 1, BERLIN, nowhere())).isEmpty();
  }

  private void make(
      String name,
      @Nullable UUID territory,
      Set<DayOfWeek> days,
      String from,
      String to,
      int percent) {
    var details =
        new SpeedProfile.Details(
            name, territory, days, LocalTime.parse(from), LocalTime.parse(to), percent);
    made.add(traffic.create(details));
  }

  private Traffic on(LocalDate first, int days, List<@Nullable UUID> territories) {
    return traffic.on(first, days, BERLIN, territories).orElseThrow();
  }

  /** One place, in no territory. */
  private static List<@Nullable UUID> nowhere() {
    return Collections.singletonList(null);
  }

  private static Territory.Details square(String name) {
    return new Territory.Details(
        name,
        "#445566",
        List.of(
            new Coordinates(10, 10),
            new Coordinates(10, 11),
            new Coordinates(11, 11),
            new Coordinates(11, 10)));
  }
}
