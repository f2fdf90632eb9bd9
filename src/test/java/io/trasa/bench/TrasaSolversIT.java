package io.trasa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Trasa answers keeps the rules by verifiers that know nothing of it. */
class TrasaSolversIT {

  /** A cold start on a busy machine takes its part of it. */
  private static final Terms SHORT = new Terms(4, 1, 1);

  @TempDir private Path folder;

  @Test
  void vehicles() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("small.txt"),
            """
            small

            VEHICLE
            NUMBER     CAPACITY
              3         20

            CUSTOMER
            CUST NO.  XCOORD.   YCOORD.   DEMAND   READY TIME  DUE DATE   SERVICE TIME

                0      0          0          0          0        230          0
                1     10          0         10         50         60         10
                2      0         10         10         10        100         10
                3    -10          0         10          0        200         10
                4     10         10         10         80        120         10
            """);
    Vrptw instance = Vrptw.read(file);

    var routes = TrasaVrptw.solve(instance, SHORT, new Trail());

    assertThat(VrptwVerifier.fault(instance, routes)).isEmpty();
  }

  @Test
  void techniciansWithTools() throws IOException {
    Trsp instance = Trsp.read(Files.writeString(folder.resolve("l.txt"), TrspVerifierTest.LINE));

    var routes = TrasaTrsp.solve(instance, SHORT, new Trail());

    assertThat(TrspVerifier.fault(instance, routes)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30x4",
        "40x5:seed=2:windows=90:skills=90:crews=30:parts=90:urgent=30",
      })
  void richDays(String words) {
    RichDay day = RichDays.of(words);

    var plan = TrasaRich.solve(day, SHORT, new Trail());

    assertThat(RichVerifier.fault(day, plan)).isEmpty();
    assertThat(plan).anyMatch(steps -> !steps.isEmpty());
  }
}
