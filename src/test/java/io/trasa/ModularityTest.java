package io.trasa;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

  /** The arrows of ARCHITECTURE.md, as each room's package-info names them; no cycles. */
  @Test
  void roomsUseOnlyWhatTheyName() {
    ApplicationModules.of(TrasaApplication.class).verify();
  }
}
