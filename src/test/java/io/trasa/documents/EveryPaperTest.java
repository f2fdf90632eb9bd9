package io.trasa.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every paper in each language, full of what makes papers ugly: long names, three scripts, two
 * pages of lines. They lie in {@code target/papers} to be looked at.
 */
class EveryPaperTest {

  private static final Path FOLDER = Path.of("target", "papers");
  private static final float LEFT = 25 * 72 / 25.4f;
  private static final float RIGHT = (210 - 20) * 72 / 25.4f;

  private static final Map<String, String> AMOUNT =
      Map.of(
          "en", "€2,469.00",
          "pl", "2 469,00 €",
          "bg", "2 469,00 €",
          "es", "2.469,00 €");

  private static final Map<String, String> DAY =
      Map.of("en", "5 Mar 2026", "pl", "5 mar 2026", "bg", "5.03.2026", "es", "5 mar 2026");

  static Stream<Arguments> papers() {
    return Stream.of("en", "pl", "bg", "es")
        .flatMap(
            language ->
                Stream.of(
                    Arguments.of("quote", "", language),
                    Arguments.of("report", "", language),
                    Arguments.of("invoice", "INVOICE", language),
                    Arguments.of("invoice", "RECEIPT", language),
                    Arguments.of("invoice", "CREDIT_NOTE", language)));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void isWholeAndInItsLanguage(String template, String kind, String language) throws IOException {
    var pdf =
        Papers.printer(Pictures.png(420, 120)).print(template, language, values(template, kind));
    Files.createDirectories(FOLDER);
    Files.write(FOLDER.resolve(template + kind + "-" + language + ".pdf"), pdf);

    var words = Words.of(PaperTemplates.FOLDER, language, "common", template);
    var title = words.get(kind.isEmpty() ? template + ".title" : template + ".title." + kind);
    assertThat(Papers.text(pdf).replaceAll("\\s+", " "))
        .contains(title, words.get("common.continued"), DAY.get(language))
        .contains(FullPapers.LONG_NAME, FullPapers.LAST_LINE, "Щъркелов", "Żółć");
    if (!"report".equals(template)) {
      assertThat(Papers.text(pdf)).contains(AMOUNT.get(language));
    }
    assertThat(Papers.pages(pdf)).isBetween(2, 4);
    assertThat(outsideTheMargins(pdf)).isEmpty();
  }

  private static Map<String, Object> values(String template, String kind) {
    return switch (template) {
      case "quote" -> FullPapers.quote();
      case "report" -> FullPapers.report();
      default -> FullPapers.invoice(kind);
    };
  }

  private static List<String> outsideTheMargins(byte[] pdf) throws IOException {
    var outside = new ArrayList<String>();
    var reader =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            if (text.getX() < LEFT - 1 || text.getX() + text.getWidth() > RIGHT + 1) {
              outside.add(text.getUnicode() + " at " + text.getX());
            }
          }
        };
    try (var document = Loader.loadPDF(pdf)) {
      reader.getText(document);
    }
    return outside;
  }
}
