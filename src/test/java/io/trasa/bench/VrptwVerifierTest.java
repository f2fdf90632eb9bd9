package io.trasa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VrptwVerifierTest {

  /** The depot at (0, 0), three customers on a line at 3, 6 and 10, two vans that hold 10. */
  private static final Vrptw LINE =
      new Vrptw(
          "line",
          2,
          10,
          new int[] {0, 3, 6, 10},
          new int[] {0, 0, 0, 0},
          new int[] {0, 4, 4, 4},
          new int[] {0, 50, 0, 0},
          new int[] {300, 60, 100, 200},
          new int[] {0, 10, 10, 10});

  @Test
  void routesThatKeepEverythingHaveNoFault() {
    List<int[]> routes = routes(new int[] {1, 2}, new int[] {3});

    assertThat(VrptwVerifier.fault(LINE, routes)).isEmpty();
    assertThat(VrptwVerifier.value(LINE, routes)).isEqualTo(120 + 200);
  }

  @Test
  void distancesAreCutToTenths() {
    var slanting =
        new Vrptw(
            "slanting",
            1,
            1,
            new int[] {0, 1},
            new int[] {0, 1},
            new int[] {0, 1},
            new int[] {0, 0},
            new int[] {99, 99},
            new int[] {0, 0});

    assertThat(VrptwVerifier.value(slanting, routes(new int[] {1}))).isEqualTo(28);
  }

  @Test
  void everyKindOfFaultIsFound() {
    assertFault("too late", new int[] {2, 1}, new int[] {3});
    assertFault("overloaded", new int[] {1, 2, 3});
    assertFault("served twice", new int[] {1, 2}, new int[] {2, 3});
    assertFault("unknown", new int[] {1, 2}, new int[] {4, 3});
    assertFault("not served", new int[] {1, 2});
    assertFault("too many vehicles", new int[] {1}, new int[] {2}, new int[] {3});
  }

  @Test
  void whoIsBackTooLateIsFound() {
    var early =
        new Vrptw(
            "early",
            2,
            10,
            LINE.x(),
            LINE.y(),
            LINE.demand(),
            LINE.ready(),
            new int[] {200, 60, 100, 200},
            LINE.service());

    assertThat(VrptwVerifier.fault(early, routes(new int[] {1, 2}, new int[] {3})))
        .hasValueSatisfying(fault -> assertThat(fault).contains("back too late"));
  }

  private static void assertFault(String words, int[]... routes) {
    assertThat(VrptwVerifier.fault(LINE, routes(routes)))
        .hasValueSatisfying(fault -> assertThat(fault).contains(words));
  }

  private static List<int[]> routes(int[]... routes) {
    return List.of(routes);
  }
}
