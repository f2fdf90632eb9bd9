package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.planning.rules.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnplannedTest {

  /** The column holds 20 characters. */
  @ParameterizedTest
  @EnumSource
  void everyFaultIsAReasonThatCanBeStored(Fault.Kind fault) {
    assertThat(Unplanned.Reason.of(fault).name()).isEqualTo(fault.name()).hasSizeLessThan(21);
  }
}
