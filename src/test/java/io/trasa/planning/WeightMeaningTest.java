package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.planning.rules.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightMeaningTest {

  @ParameterizedTest
  @CsvSource({
    "TRAVEL, 1, Each minute costs as much as 1 min of driving.",
    "DISTANCE, 2, Each kilometre costs as much as 0.33 min of driving.",
    "PREFERRED_TECHNICIAN, 900, Each visit costs as much as 15 min of driving.",
    "EARLIEST_DAY, 60, Each day costs as much as 1 min of driving.",
    "OVERQUALIFIED, 120, Each level costs as much as 2 min of driving.",
    "OTHER_TECHNICIAN, 18, Each change made today costs as much as 30 min of driving.",
    "FAIRNESS, 0, Does not count."
  })
  void saysWhatAWeightCostsInMinutes(Rule rule, long weight, String sentence) {
    assertThat(WeightMeaning.of(rule, weight).sentence()).isEqualTo(sentence);
  }
}
