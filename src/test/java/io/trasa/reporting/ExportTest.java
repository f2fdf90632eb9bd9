package io.trasa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("name", Column.Type.TEXT),
          Column.sum("amount", Column.Type.MONEY),
          Column.of("day", Column.Type.DAY));

  private static Answer.Row row(@Nullable String... texts) {
    return new Answer.Row(Stream.of(texts).map(text -> new Answer.Cell(text, null)).toList());
  }

  private static String csv(Answer.Row... rows) throws IOException {
    var out = new ByteArrayOutputStream();
    Export.csv(COLUMNS, List.of("Имe", "Kwota", "Day"), List.of(rows), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void quotesEverythingAndKeepsNumbersNumbers() throws IOException {
    assertThat(csv(row("Müller \"Söhne\", GmbH\nzwei", "-12.5", null)))
        .isEqualTo(
            "\uFEFF\"Имe\",\"Kwota\",\"Day\"\r\n"
                + "\"Müller \"\"Söhne\"\", GmbH\nzwei\",\"-12.5\",\"\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+2", "+49 395 1", "-x", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"})
  void textNeverBecomesAFormula(String hostile) throws IOException {
    assertThat(csv(row(hostile, "1", null))).contains("\"'" + hostile + "\"");
    var sheet = sheet(row(hostile, "1", "2026-11-24"));
    assertThat(sheet).doesNotContain("<f>").doesNotContain("<f ");
  }

  @Test
  void spreadsheetHasNumbersAndDaysAsSuch() throws IOException {
    var sheet = sheet(row("x", "1234.5", "2026-11-24"));
    assertThat(sheet).contains("<v>1234.5</v>").contains("<v>46350").doesNotContain("2026-11-24");
  }

  private static String sheet(Answer.Row row) throws IOException {
    var file = Files.createTempFile("export", ".xlsx");
    try (var out = Files.newOutputStream(file)) {
      Export.xlsx("Titel", COLUMNS, List.of("a", "b", "c"), List.of(row), out);
    }
    try (var zip = new ZipFile(file.toFile())) {
      var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }
}
