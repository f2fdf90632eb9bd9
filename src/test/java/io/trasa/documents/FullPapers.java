package io.trasa.documents;

import io.trasa.common.Money;
import io.trasa.common.Totals;
import io.trasa.settlement.invoices.Buyer;
import io.trasa.settlement.invoices.Paper;
import io.trasa.settlement.invoices.Seller;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What papers are filled with when everything is long. */
final class FullPapers {

  static final String LONG_NAME = "Wohnungsbaugenossenschaft Müritz-Süd eG";
  static final String LAST_LINE = "Ostatnia pozycja: Żółć";

  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
  private static final Instant START = Instant.parse("2026-03-05T07:30:00Z");
  private static final List<String> ADDRESS =
      List.of(
          LONG_NAME,
          "z. Hd. Frau Александра Щъркелова-Müller",
          "Straße des Friedens 112, Hinterhaus, 3. OG",
          "17033 Neubrandenburg");
  private static final List<String> TEXTS =
      List.of(
          "Jahreswartung Gas-Brennwertkessel mit Messprotokoll, Reinigung des Wärmetauschers und"
              + " Austausch der Dichtungen nach Herstellervorgabe",
          "Zündelektrode ZE-14",
          "Преглед и почистване на топлообменника, включително протокол от измерванията",
          "Wymiana pompy obiegowej 25-60 / 180 mm",
          "Filtro magnético de lodos con válvulas, ¾″");
  private static final List<String> RATES = List.of("19", "7", "0");

  private FullPapers() {}

  static Map<String, Object> quote() {
    var lines =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    new PaperLine(
                        text(i),
                        i % 4 == 0 ? "Art. 4711-" + i : "",
                        quantity(i),
                        i % 3 == 0 ? "h" : "pc",
                        price(i),
                        rate(i)))
            .toList();
    Map<String, Object> values = new HashMap<>();
    values.put("paperNumber", "Q26-00042-2");
    values.put("date", DAY);
    values.put("validUntil", DAY.plusDays(30));
    values.put("customerNumber", "C-000123");
    values.put("site", "Heizhaus Щъркелов, Straße des Friedens 112, 17033 Neubrandenburg");
    values.put("address", ADDRESS);
    values.put(
        "title",
        "Erneuerung der Umwälzpumpen und Jahreswartung aller Kessel im Quartier Datzeberg");
    values.put(
        "notes",
        "Ausführung werktags von 7 bis 16 Uhr.\nDie Anlage ist dafür zwei Stunden außer Betrieb.");
    values.put("currency", "EUR");
    values.put("lines", lines);
    values.put("totals", Totals.of("EUR", lines));
    return values;
  }

  static Map<String, Object> invoice(String kind) {
    var priced =
        IntStream.range(0, 30)
            .mapToObj(i -> new PaperLine(text(i), "", quantity(i), "", price(i), rate(i)))
            .toList();
    var rows =
        IntStream.range(0, 30)
            .mapToObj(
                i -> {
                  int cover = i % 7 == 3 ? 100 : i % 7 == 5 ? 40 : 0;
                  var net = priced.get(i).net("EUR");
                  return new Paper.Row(
                      i + 1,
                      i < 18 ? "26-00042" : "26-00107",
                      i == 0 || i == 18,
                      text(i),
                      quantity(i),
                      i % 3 == 0 ? "h" : "pc",
                      price(i),
                      rate(i),
                      cover,
                      cover == 0 ? "" : "W-2025-0815",
                      new Money(
                          net.amount()
                              .multiply(BigDecimal.valueOf(cover))
                              .movePointLeft(2)
                              .setScale(2, java.math.RoundingMode.HALF_UP),
                          "EUR"),
                      net);
                })
            .toList();
    var credit = "CREDIT_NOTE".equals(kind);
    var seller = new Seller(Papers.COMPANY.name(), "", "", "", "DE", "", "", "", "", "", "", "");
    var buyer = new Buyer("C-000123", LONG_NAME, "", "", "", "DE", "DE987654321", "");
    var paper =
        new Paper(
            credit ? "CN-2026-00007" : "INV-2026-00123",
            credit ? "INV-2026-00123" : "",
            credit ? "Falsche Menge bei Pumpen, Щъркелов meldete es telefonisch" : "",
            DAY,
            DAY.minusDays(9),
            DAY,
            DAY.plusDays(14),
            "INVOICE".equals(kind),
            seller,
            buyer,
            rows,
            Totals.of("EUR", priced));
    Map<String, Object> values = new HashMap<>();
    values.put("paper", paper);
    values.put("kind", kind);
    values.put("address", ADDRESS);
    return values;
  }

  static Map<String, Object> report() {
    Map<String, Object> values = new HashMap<>();
    values.put("paperNumber", "26-00042 / 2");
    values.put("orderNumber", "26-00042");
    values.put("version", 2);
    values.put("sealedAt", START.plus(Duration.ofHours(3)));
    values.put("address", ADDRESS);
    values.put("site", ADDRESS.getLast());
    values.put(
        "reason",
        "Heizung fällt nachts aus, Fehler F28 auf dem Display; Hausmeister Щъркелов hat den"
            + " Schlüssel.");
    values.put("scope", "Störung suchen und beheben.\nDanach Probelauf über 30 Minuten.");
    values.put(
        "assets", List.of("Vitodens 200-W B2HF 7571381234567", "Grundfos UPS 25-60 GF-99812"));
    values.put("technicians", "Александър Щъркелов, Małgorzata Żółć-Brzęczyszczykiewicz");
    values.put("operations", things(8));
    values.put(
        "notes",
        List.of(
            "Brennerdichtung war porös und wurde ersetzt. Der Wasserdruck lag bei 0,8 bar; auf 1,6"
                + " bar aufgefüllt.",
            "Empfehlung: Ausdehnungsgefäß bei der nächsten Wartung tauschen."));
    values.put(
        "checklist",
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    Map.of(
                        "text",
                        text(i),
                        "done",
                        i != 5,
                        "note",
                        i % 3 == 0 ? "CO 42 ppm, CO₂ 9,1 %" : ""))
            .toList());
    values.put("parts", things(9));
    values.put("purchases", things(2));
    values.put("travels", List.of(span(0, 25), span(240, 31)));
    values.put("works", List.of(span(25, 95), span(120, 120)));
    values.put("worked", Duration.ofMinutes(215));
    values.put("signer", "Александра Щъркелова");
    values.put("unsigned", "");
    values.put("signedAt", START.plus(Duration.ofHours(3)));
    values.put("signature", PaperPrinter.picture("image/png", Pictures.png(600, 200)));
    values.put(
        "photoRows",
        Collections.nCopies(
            2,
            Collections.nCopies(2, PaperPrinter.picture("image/jpeg", Pictures.jpeg(800, 600)))));
    return values;
  }

  private static List<Map<String, Object>> things(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Map.<String, Object>of(
                    "text",
                    i == count - 1 ? LAST_LINE : text(i),
                    "quantity",
                    quantity(i),
                    "unit",
                    "pc"))
        .toList();
  }

  private static Map<String, Object> span(int fromMinute, int minutes) {
    var start = START.plus(Duration.ofMinutes(fromMinute));
    return Map.of(
        "technician",
        "Małgorzata Żółć-Brzęczyszczykiewicz",
        "start",
        start,
        "end",
        start.plus(Duration.ofMinutes(minutes)),
        "length",
        Duration.ofMinutes(minutes));
  }

  private static String text(int i) {
    return i == 29 ? LAST_LINE : TEXTS.get(i % TEXTS.size());
  }

  private static BigDecimal quantity(int i) {
    return i == 1 ? BigDecimal.TWO : new BigDecimal("1.25").add(BigDecimal.valueOf(i));
  }

  private static BigDecimal price(int i) {
    return i == 1
        ? new BigDecimal("1234.50")
        : new BigDecimal("48.9").add(BigDecimal.valueOf(i * 31L));
  }

  private static BigDecimal rate(int i) {
    return new BigDecimal(RATES.get(i % RATES.size()));
  }
}
