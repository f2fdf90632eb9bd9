package io.trasa.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src='http://127.0.0.1:1/x.png'/><script>alert(1)</script>",
        "</div></body></html><!-- ]]> <![CDATA[ &lt; &nbsp; & \u0000\u0001\u001b\ud800 \ufffe",
        "<object data='file:///etc/passwd'/><link rel='stylesheet'"
            + " href='http://127.0.0.1:1/a.css'/>",
        "<style>@import url(http://127.0.0.1:1/a.css); body { display: none }</style>",
        "\u202e gnp.exe \u2066 שלום مرحبا \u200f 漢字 😀",
        "${T(java.lang.Runtime)} *{company} #{common.page} [[${company}]] [(${company})] __${1}__",
      })
  void takesTextAsText(String hostile) {
    var pdf =
        Papers.sample(
            "en", List.of("Before", hostile, "After"), List.of(Papers.line(hostile, "1")));
    assertThat(Papers.pages(pdf)).isEqualTo(1);
    assertThat(Papers.text(pdf)).contains("Before", "After", "Nothing of this was sent", "1.19");
    var shown = hostile.replaceAll("[^a-z:/.{}$=<>'(]", "");
    assertThat(Papers.text(pdf).replaceAll("[^a-z:/.{}$=<>'(]", "")).contains(shown);
  }

  @Test
  void breaksWordsWithoutEnd() {
    var pdf =
        Papers.sample(
            "bg", List.of("x".repeat(200)), List.of(Papers.line("Щ".repeat(10_000), "1.00")));
    assertThat(Papers.text(pdf).chars().filter(c -> c == 'Щ').count()).isEqualTo(10_000);
    assertThat(Papers.pages(pdf)).isLessThan(15);
  }

  @Test
  void loadsNothingFromOutside() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(1);
      var address = "http://127.0.0.1:" + server.getLocalPort() + "/x.png";
      Papers.withLogo(address);
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void showsLogosOfDataOnly() throws IOException {
    var logo = PaperPrinter.picture("image/png", Pictures.png(400, 100));
    try (var document = Loader.loadPDF(Papers.withLogo(logo))) {
      assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
    }
    for (var other :
        List.of("file:///etc/hostname", "data:text/html,<b>x</b>", "classpath:sRGB.icc")) {
      try (var document = Loader.loadPDF(Papers.withLogo(other))) {
        assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
      }
    }
  }

  @Test
  void isPdfA3b() throws Exception {
    var pdf = Papers.sample("bg", List.of("Щъркел"), List.of(Papers.line("Żółć", "10.00")));
    VeraGreenfieldFoundryProvider.initialise();
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_B, false)) {
      var result = validator.validate(parser);
      assertThat(result.isCompliant()).as(result.getTestAssertions().toString()).isTrue();
    }
  }

  @Test
  void templatesHoldNothingUnescapedAndNothingFromOutside() throws IOException {
    try (var files = Files.list(Path.of("src", "main", "resources", "papers"))) {
      var templates = files.filter(file -> file.toString().endsWith(".html")).toList();
      assertThat(templates).hasSizeGreaterThanOrEqualTo(2);
      for (var template : templates) {
        var markup = Files.readString(template).replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
        assertThat(markup.replace("http://www.thymeleaf.org", ""))
            .as(template.toString())
            .doesNotContain("utext", "[(", "[[", "__", "th:inline", "http:", "https:", "url(");
      }
    }
  }

  @Test
  void everyPaperHasTheSameWordsInEachLanguage() throws IOException {
    var folder = Path.of("src", "main", "resources", "papers");
    try (var files = Files.list(folder)) {
      var papers =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("_en.properties"))
              .map(name -> name.replace("_en.properties", ""))
              .toList();
      for (var paper : papers) {
        var keys = Words.of("papers", "en", paper).keys();
        for (var language : Words.LANGUAGES) {
          assertThat(Words.of("papers", language, paper).keys())
              .as(paper + " " + language)
              .isEqualTo(keys);
        }
      }
    }
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
