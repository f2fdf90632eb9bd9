package io.trasa.routing.geocoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "Fünfeichen, Fuenfeichen",
    "Fünfeichen, FUNFEICHEN",
    "Große Straße, Grosse Strasse",
    "Meyerhof, Meierhof",
    "улица Раковски, ulitsa Rakovski",
    "Витоша, Vitosha",
    "Йордан Йовков, Jordan Yovkov",
    "Świętokrzyska, Swietokrzyska",
    "Łódź, Lodz",
    "Ávila, avila",
    "Carl-von-Linné-Straße, carl von linne strasse",
    "Turmstr. 12 a, Turmstr 12A"
  })
  void writesTheSameAlike(String one, String other) {
    assertThat(Folding.words(one)).isEqualTo(Folding.words(other));
  }

  @ParameterizedTest
  @CsvSource({"Neue Straße, Nue Straße", "Quelle, Qulle", "Bauer, Baur"})
  void leavesVowelsThatAreNoUmlaut(String one, String other) {
    assertThat(Folding.words(one)).isNotEqualTo(Folding.words(other));
  }

  @Test
  void findsAStreetApartAndJoined() {
    assertThat(Folding.indexed("Turmstraße")).contains("turmstrasse", "turm", "strasse");
    assertThat(Folding.indexed("Rostocker Str.")).contains("rostocker", "rostockerstrasse");
  }

  @Test
  void hasNoWordsWhereThereAreNone() {
    assertThat(Folding.words("  ?! ")).isEqualTo(List.of());
  }
}
