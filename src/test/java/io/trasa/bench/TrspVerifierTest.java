package io.trasa.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrspVerifierTest {

  /** Everything on a line: the depot at 0, both technicians at 10, requests at 20, 30, 0 and 12. */
  static final String LINE =
      """
      line

      INFO
      CREW COUNT  SKILLS  TOOLS   SPARE PARTS
      2       2       2       2

      DEPOT TECHNICIANS AND REQUESTS
      ID   X     Y     TWS    TWE    Serv   SKILLS   TOOLS    SPARE PARTS
      0    0     0     0      230    0      [] \t[] \t[]
      1    10    0     0      230    0      [0] \t[0] \t[1,0]
      2    10    0     0      230    0      [0,1] \t[] \t[0,0]
      3    20    0     100    110    5      [0] \t[0] \t[1,0]
      4    30    0     100    200    5      [0] \t[] \t[0,0]
      5    0     0     0      50     5      [1] \t[1] \t[0,1]
      6    12    0     0      230    5      [0] \t[] \t[1,0]
      """;

  @TempDir private Path folder;
  private Trsp line;

  @BeforeEach
  void read() throws IOException {
    line = Trsp.read(Files.writeString(folder.resolve("line.txt"), LINE));
  }

  @Test
  void readsTechniciansAndRequests() {
    assertThat(line.technicians()).isEqualTo(2);
    assertThat(line.nodes()).hasSize(7);
    assertThat(line.nodes().get(2).skills()).containsExactly(0, 1);
    assertThat(line.nodes().get(3).parts()).containsExactly(1, 0);
  }

  @Test
  void aLineThatIsNotOfTheFormIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.txt"), LINE.replace("4    30", "4    x"));

    assertThatThrownBy(() -> Trsp.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 13");
  }

  @Test
  void theDayIsCountedFromTheLatestDeparture() {
    List<int[]> routes = List.of(new int[] {3, 4}, new int[] {0, 5, 6});

    assertThat(TrspVerifier.fault(line, routes)).isEmpty();
    // 10 there, 5, 10 on, 5, 20 home; then 10 there, 5, 12 on, 5, 2 home.
    assertThat(TrspVerifier.value(line, routes)).isCloseTo(50 + 34, within(1e-9));
  }

  @Test
  void waitingThatNoDepartureSparesIsCounted() {
    List<int[]> routes = List.of(new int[] {}, new int[] {0, 5, 3, 4, 6});

    assertThat(TrspVerifier.fault(line, routes)).isEmpty();
    // Leaves at 40 for the depot, is done at 55, waits at 20 until 100, home at 145.
    assertThat(TrspVerifier.value(line, routes)).isCloseTo(145 - 40, within(1e-9));
  }

  @Test
  void everyKindOfFaultIsFound() {
    assertFault("lacks the skill", new int[] {3, 4, 5}, new int[] {0, 6});
    assertFault("lacks a tool", new int[] {4, 6}, new int[] {3});
    assertFault("lacks a part", new int[] {3, 4, 6}, new int[] {0, 5});
    assertFault("depot twice", new int[] {3, 4}, new int[] {0, 5, 0, 6});
    assertFault("served too late", new int[] {4, 3}, new int[] {6, 3, 4, 0, 5});
    assertFault("served twice", new int[] {3, 4}, new int[] {0, 5, 6, 4});
    assertFault("unknown", new int[] {2}, new int[] {});
    assertFault("not served", new int[] {3, 4}, new int[] {0, 5});
    assertFault("not a route for each", new int[] {3, 4});
  }

  @Test
  void aDayThatDoesNotHoldTheRouteIsFound() throws IOException {
    String day = "1    10    0     0      230";
    assertThat(LINE).contains(day);
    List<int[]> routes = List.of(new int[] {3, 4}, new int[] {0, 5, 6});

    String late = LINE.replace(day, "1    10    0     105    230");
    assertThat(TrspVerifier.fault(read(late), routes))
        .contains("technician 1 cannot leave early enough");
    String shortDay = LINE.replace(day, "1    10    0     0      139");
    assertThat(TrspVerifier.fault(read(shortDay), routes))
        .contains("technician 1 is home too late");
  }

  private Trsp read(String text) throws IOException {
    return Trsp.read(Files.writeString(folder.resolve("other.txt"), text));
  }

  private void assertFault(String words, int[]... routes) {
    assertThat(TrspVerifier.fault(line, List.of(routes)))
        .hasValueSatisfying(fault -> assertThat(fault).contains(words));
  }
}
