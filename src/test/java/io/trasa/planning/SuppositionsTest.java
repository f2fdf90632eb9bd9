package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What suppositions make of visits, shifts and absences. */
class SuppositionsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** The clocks go back on the 25th. */
  private static final LocalDate SATURDAY = LocalDate.of(2026, 10, 24);

  private static final UUID ANNA = UUID.randomUUID();
  private static final UUID BEN = UUID.randomUUID();
  private static final TimeWindow OWN = time("2026-10-24T06:00:00Z", "2026-10-24T14:00:00Z");

  @Test
  void whoIsAwayIsAwayOnWholeDaysOfTheCompany() {
    var supposed =
        new Suppositions(
            List.of(new Suppositions.Away(ANNA, SATURDAY, SATURDAY.plusDays(1))),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(supposed.absences(ANNA, BERLIN, List.of(OWN)))
        .containsExactly(OWN, time("2026-10-23T22:00:00Z", "2026-10-25T23:00:00Z"));
    assertThat(supposed.absences(BEN, BERLIN, List.of())).isEmpty();
    assertThat(supposed.isAway(ANNA, SATURDAY.plusDays(1))).isTrue();
    assertThat(supposed.isAway(ANNA, SATURDAY.plusDays(2))).isFalse();
    assertThat(supposed.isAway(BEN, SATURDAY)).isFalse();
  }

  @Test
  void supposedHoursTakeThePlaceOfTheOwnOnThoseDaysOnly() {
    var supposed =
        new Suppositions(
            List.of(),
            List.of(
                new Suppositions.Hours(
                    ANNA, SATURDAY, SATURDAY, LocalTime.of(7, 0), LocalTime.of(19, 0))),
            List.of(),
            List.of(),
            List.of());
    assertThat(supposed.shifts(ANNA, SATURDAY, BERLIN, List.of(OWN)))
        .containsExactly(time("2026-10-24T05:00:00Z", "2026-10-24T17:00:00Z"));
    assertThat(supposed.shifts(ANNA, SATURDAY.plusDays(1), BERLIN, List.of(OWN)))
        .containsExactly(OWN);
    assertThat(supposed.shifts(BEN, SATURDAY, BERLIN, List.of(OWN))).containsExactly(OWN);
  }

  @Test
  void visitsAreTakenOutAndPutIn() {
    var real = extra("Real").toVisit();
    var out = extra("Out").toVisit();
    var tender = extra("Tender");
    var supposed =
        new Suppositions(
            List.of(),
            List.of(),
            List.of(),
            List.of(new Suppositions.LeftOutVisit(out.id(), "7", "Out")),
            List.of(tender));
    assertThat(supposed.visits(List.of(real, out))).containsExactly(real, tender.toVisit());
    assertThat(Suppositions.NONE.visits(List.of(real, out))).containsExactly(real, out);
  }

  @Test
  void oneMoreTechnicianHasTheShiftsOfTheOneWhomHeIsLike() {
    var extra = new Suppositions.ExtraTechnician(UUID.randomUUID(), ANNA, "Anna 2");
    var supposed = new Suppositions(List.of(), List.of(), List.of(extra), List.of(), List.of());
    assertThat(supposed.shiftsOf(extra.id())).isEqualTo(ANNA);
    assertThat(supposed.shiftsOf(BEN)).isEqualTo(BEN);
    assertThat(supposed.technicians(List.of())).as("who is gone is nobody's model").isEmpty();
  }

  private static Suppositions.ExtraVisit extra(String title) {
    return new Suppositions.ExtraVisit(
        UUID.randomUUID(),
        title,
        new Coordinates(53.5, 13.2),
        null,
        30,
        Priority.NORMAL,
        List.of(),
        List.of());
  }

  private static TimeWindow time(String from, String to) {
    return new TimeWindow(Instant.parse(from), Instant.parse(to));
  }
}
