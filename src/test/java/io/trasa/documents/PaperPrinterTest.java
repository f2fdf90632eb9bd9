package io.trasa.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperPrinterTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "pl", "bg", "es"})
  void printsInFourLanguages(String language) throws IOException {
    var pdf =
        Papers.sample(
            language,
            List.of("Żółć Sp. z o.o.", "Александър Щъркелов", "ul. Długa 5", "Ñuñoa"),
            List.of(
                new PaperLine(
                    "Przegląd kotła / Преглед",
                    "Detail",
                    new BigDecimal("2.5"),
                    "h",
                    new BigDecimal("1234.5"),
                    new BigDecimal("23"))));
    Files.write(Path.of("target", "sample-" + language + ".pdf"), pdf);
    assertThat(Papers.text(pdf))
        .contains("Żółć Sp. z o.o.", "Александър Щъркелов", "Ñuñoa", "Przegląd kotła / Преглед")
        .contains("Wärme & Wasser Łódź GmbH", "DE02 1203 0000 0000 2020 51", "26-00042", "08:30")
        .doesNotContain("#");
  }

  @Test
  void printsLongTablesOverPages() throws IOException {
    var pdf =
        Papers.sample("pl", List.of("A"), Collections.nCopies(90, Papers.line("Row", "10.00")));
    Files.write(Path.of("target", "sample-long.pdf"), pdf);
    assertThat(Papers.pages(pdf)).isGreaterThan(2);
    assertThat(Papers.text(pdf)).contains("ciąg dalszy");
  }
}
