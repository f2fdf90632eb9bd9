package io.trasa.planning;

import static io.trasa.testkit.PlanKit.at;
import static io.trasa.testkit.PlanKit.day;
import static io.trasa.testkit.PlanKit.plan;
import static io.trasa.testkit.PlanKit.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class KeptRoutesTest {

  private final Stop first = stop(1).build();
  private final Stop crewed = stop(2).build();
  private final Stop gone = stop(3).build();
  private final Stop pinned = stop(4).pinnedTo(0, at(11, 0)).build();
  private final Stop added = stop(5).build();

  @Test
  void areLaidOnTheProblemAsItIsNow() {
    crewed.setAgreedStart(at(10, 0));
    KeptRoutes kept = KeptRoutes.of(routed(first, gone, crewed, pinned));
    crewed.setAgreedStart(null);

    RoutePlan now = routed(pinned);
    now.setStops(List.of(first, crewed, pinned, added));
    kept.layOn(now);
    assertThat(stops(now)).containsExactly(first, crewed, pinned);
    assertThat(crewed.getAgreedStart()).isEqualTo(at(10, 0));
  }

  @Test
  void replaceThoseThatWereLaidBefore() {
    KeptRoutes one = KeptRoutes.of(routed(first, crewed, pinned));
    KeptRoutes other = KeptRoutes.of(routed(added, pinned));
    RoutePlan now = routed(pinned);
    now.setStops(List.of(first, crewed, pinned, added));
    one.layOn(now);
    other.layOn(now);
    assertThat(stops(now)).containsExactly(added, pinned);
    one.layOn(now);
    assertThat(stops(now)).containsExactly(first, crewed, pinned);
  }

  /** Since these routes were kept. */
  @Test
  void giveWayToWhatWasPinnedElsewhere() {
    KeptRoutes kept = KeptRoutes.of(routed(first, crewed));
    RoutePlan now = routed(pinned);
    now.setStops(List.of(first, pinned));
    kept.layOn(now);
    assertThat(stops(now)).containsExactlyInAnyOrder(first, pinned);
  }

  @Test
  void areTheSameAfterHavingBeenWritten() {
    crewed.setAgreedStart(at(10, 0));
    KeptRoutes kept = KeptRoutes.of(routed(first, crewed));
    var json = new JsonMapper();
    assertThat(json.readValue(json.writeValueAsString(kept), KeptRoutes.class)).isEqualTo(kept);
  }

  private static RoutePlan routed(Stop... stops) {
    TechnicianDay day = day(0).build();
    day.setStops(List.of(stops));
    return plan(List.of(day), List.of(stops));
  }

  private static List<Stop> stops(RoutePlan plan) {
    return plan.getDays().getFirst().getStops();
  }
}
