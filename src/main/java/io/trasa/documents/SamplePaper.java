package io.trasa.documents;

import io.trasa.common.Totals;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** A made-up paper that shows how the real ones will look. */
@Service
public class SamplePaper {

  private static final BigDecimal VAT = BigDecimal.valueOf(19);

  private final PaperPrinter printer;
  private final Clock clock;
  private final ZoneId zone;
  private final Currency currency;

  SamplePaper(PaperPrinter printer, Clock clock, ZoneId zone, Currency currency) {
    this.printer = printer;
    this.clock = clock;
    this.zone = zone;
    this.currency = currency;
  }

  /** The PDF; in English if the language is not spoken here. */
  public byte[] print(String language) {
    var words = Words.of(PaperTemplates.FOLDER, Words.spoken(language), "sample");
    var lines =
        List.of(
            line(
                words.get("sample.boiler"),
                words.get("sample.boilerDetail"),
                "2",
                words.get("sample.hours"),
                "78.50"),
            line(words.get("sample.pump"), "UPS 25-60", "1", words.get("sample.pieces"), "214.90"),
            line(words.get("sample.travel"), "", "23.5", "km", "0.65"));
    return printer.print(
        "sample",
        language,
        Map.of(
            "paperNumber", "26-00042",
            "address", List.of("Muster & Söhne", "Łąkowa 5", "17033 Neubrandenburg"),
            "date", clock.instant().atZone(zone).toLocalDate(),
            "visit", clock.instant(),
            "lines", lines,
            "currency", currency.getCurrencyCode(),
            "totals", Totals.of(currency.getCurrencyCode(), lines)));
  }

  private static PaperLine line(
      String text, String detail, String quantity, String unit, String price) {
    return new PaperLine(text, detail, new BigDecimal(quantity), unit, new BigDecimal(price), VAT);
  }
}
