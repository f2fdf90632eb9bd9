package io.trasa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Priority;
import io.trasa.orders.OrderType;
import io.trasa.orders.VisitStatus;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "pl", "bg", "es"})
  void everyReportColumnAndCodeHasWords(String language) {
    var words = Words.in(language);
    for (var report : Reports.ALL) {
      assertThat(words.title(report)).isNotBlank();
      report.columns().forEach(column -> assertThat(words.title(column)).isNotBlank());
    }
    assertThat(
            Stream.of(VisitStatus.values(), OrderType.values(), Priority.values())
                .flatMap(Arrays::stream))
        .allSatisfy(code -> assertThat(words.code(code.toString())).isNotEqualTo(code.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pl", "bg", "es"})
  void speaksTheLanguage(String language) {
    assertThat(Words.in(language).title(Reports.get("earnings")))
        .isNotEqualTo(Words.in("en").title(Reports.get("earnings")));
  }
}
