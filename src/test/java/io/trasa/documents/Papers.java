package io.trasa.documents;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.trasa.common.Totals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** A printer without a database, and what it printed, read again. */
final class Papers {

  static final Company COMPANY =
      new Company(
          "Wärme & Wasser Łódź GmbH",
          "Große Straße 12",
          "17033",
          "Neubrandenburg",
          "DE",
          "+49 395 123456",
          "buero@waerme-wasser.example",
          "DE123456789",
          "072/123/45678",
          "Sparkasse Mecklenburg",
          "DE02120300000000202051",
          "BYLADEM1001",
          null);

  private Papers() {}

  static PaperPrinter printer() {
    return printer(new byte[0]);
  }

  /**
   * @param logo a PNG; empty for none
   */
  static PaperPrinter printer(byte[] logo) {
    var companies = mock(CompanyService.class);
    var files = mock(FileService.class);
    when(companies.get()).thenReturn(COMPANY);
    when(companies.logo()).thenReturn(Optional.empty());
    if (logo.length > 0) {
      var entry = mock(FileService.Entry.class);
      when(entry.type()).thenReturn("image/png");
      when(companies.logo()).thenReturn(Optional.of(entry));
      when(files.content(entry.id())).thenReturn(logo);
    }
    return new PaperPrinter(new PaperTemplates(), companies, files, ZoneId.of("Europe/Berlin"));
  }

  static PaperLine line(String text, String price) {
    return new PaperLine(
        text, "", BigDecimal.ONE, "h", new BigDecimal(price), new BigDecimal("19"));
  }

  static byte[] sample(String language, List<String> address, List<PaperLine> lines) {
    Map<String, Object> values = new HashMap<>();
    values.put("paperNumber", "26-00042");
    values.put("address", address);
    values.put("date", LocalDate.of(2026, 11, 23));
    values.put("visit", Instant.parse("2026-11-23T07:30:00Z"));
    values.put("lines", lines);
    values.put("currency", "EUR");
    values.put("totals", Totals.of("EUR", lines));
    return printer().print("sample", language, values);
  }

  /** A paper whose logo has this address. */
  static byte[] withLogo(String address) {
    var lines = List.of(line("Row", "1.00"));
    Map<String, Object> values = new HashMap<>();
    values.put("logo", address);
    values.put("paperNumber", "");
    values.put("address", List.of());
    values.put("date", LocalDate.EPOCH);
    values.put("visit", Instant.EPOCH);
    values.put("lines", lines);
    values.put("currency", "EUR");
    values.put("totals", Totals.of("EUR", lines));
    return printer().print("sample", "en", values);
  }

  static String text(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int pages(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
