package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.orders.Progress;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.planning.Dispatch.Kind;
import io.trasa.planning.Dispatch.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnsentTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Instant NINE = Instant.parse("2026-11-24T08:00:00Z");
  private static final UUID INA = new UUID(0, 1);
  private static final UUID OLE = new UUID(0, 2);
  private static final UUID VISIT = new UUID(0, 3);

  @Test
  void asksWhoDeclinedOnlyWhenTheVisitIsNamed() {
    var dispatch = dispatch(INA);
    assertThat(dispatch.kind()).isEqualTo(Kind.REFUSED);
    assertThat(dispatch.refusal()).isEqualTo(Refusal.DECLINED);
  }

  @Test
  void sendsWhatOneDeclinedToAnother() {
    var dispatch = dispatch(OLE);
    assertThat(dispatch.kind()).isEqualTo(Kind.NEW);
    assertThat(dispatch.refusal()).isNull();
  }

  /** Ina declined the visit; the plan gives it to somebody, which the order knows already. */
  private static Dispatch dispatch(UUID planned) {
    var decline = new Decline(VISIT, List.of(INA), "No ladder", "ina", NINE);
    var unsent =
        new Unsent(List.of(visit(planned)), Set.of(INA, OLE), List.of(decline), at -> true);
    return unsent.of(List.of(route(planned)), List.of()).getFirst();
  }

  private static PlannedRoute route(UUID technician) {
    var route =
        new PlannedRoute(technician, DAY, new PlannedRoute.Frame(NINE, NINE, 0, 0, 28_800, 0));
    var times = new PlannedVisit.Times(NINE, NINE, NINE.plusSeconds(3600), 0, 0);
    route.add(new PlannedVisit(VISIT, 0, 1, times, false));
    return route;
  }

  private static VisitBrief visit(UUID technician) {
    return new VisitBrief(
        VISIT,
        0,
        new UUID(0, 4),
        "B1",
        "Cold",
        "Hotel",
        "",
        "",
        new Coordinates(53.5, 13.2),
        Priority.NORMAL,
        VisitStatus.PLANNED,
        Duration.ofHours(1),
        List.of(),
        List.of(),
        1,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(technician),
        NINE,
        new Progress(null, null, null, null, null, null, null),
        Set.of(),
        Set.of());
  }
}
