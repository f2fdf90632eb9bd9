package io.trasa.settlement.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.orders.OrderLine;
import io.trasa.settlement.Cover;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.mustangproject.validator.ValidationContext;
import org.mustangproject.validator.XMLValidator;

/** Invoices of all sorts, by a fixed seed, before the official rules of EN 16931. */
class EInvoiceTest {

  private static final int INVOICES = 200;
  private static final String[] UNITS = {"pc", "h", "km", "m", "l", "kg", "set", "шт.", "Rolle"};
  private static final String[] RATES = {"0", "7", "19", "23", "5.5"};
  private static final String[] NAMES = {
    "Bäckerei Süß & Söhne <GmbH>",
    "Łódzkie Zakłady Ślusarskie Sp. z o.o.",
    "Топлофикация „Изгрев“ ООД",
    "Peña e Hijos, S.L.",
    "Ingenieurgesellschaft für Wärmepumpen-, Kälte- und Lüftungstechnik Müritz-Oderhaff mbH & Co."
        + " KG"
  };
  private static final String[] TEXTS = {
    "Brenner reinigen",
    "Wymiana uszczelki Ø 12 \"A\"",
    "Смяна на помпа",
    "Filtro de aire",
    "Anfahrt",
    "Zündelektrode mit Kabel, Länge 430 mm, für Baureihe ab 2019, inkl. Dichtung & Befestigung"
  };

  @Test
  void twoHundredVariedPapersObeyTheRules() throws Exception {
    var random = new Random(16931);
    for (int i = 0; i < INVOICES; i++) {
      var invoice = invoice(random, i + 1);
      var xml = EInvoice.xml(invoice);
      assertThat(faults(xml))
          .as("%s%n%s", invoice.number(), new String(xml, StandardCharsets.UTF_8))
          .isEmpty();
      assertThat(value(xml, "GrandTotalAmount"))
          .as(invoice.number())
          .isEqualByComparingTo(invoice.gross().amount());
      assertThat(value(xml, "TaxBasisTotalAmount"))
          .as(invoice.number())
          .isEqualByComparingTo(invoice.net().amount());
      assertThat(value(xml, "TaxTotalAmount"))
          .as(invoice.number())
          .isEqualByComparingTo(invoice.vat().amount());
    }
  }

  private static String faults(byte[] xml) throws Exception {
    var context = new ValidationContext(null);
    var validator = new XMLValidator(context);
    validator.setStringContent(new String(xml, StandardCharsets.UTF_8));
    validator.validate();
    return context.isValid() ? "" : context.getXMLResult();
  }

  private static BigDecimal value(byte[] xml, String element) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var found =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getElementsByTagNameNS("*", element);
    return new BigDecimal(found.item(0).getTextContent());
  }

  static Invoice invoice(Random random, int sequence) {
    boolean reverse = random.nextInt(10) == 0;
    var kind = random.nextInt(4) == 0 ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE;
    var day = LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28));
    var head =
        new Invoice.Head(
            UUID.randomUUID(),
            kind,
            UUID.randomUUID(),
            kind == InvoiceKind.CREDIT_NOTE ? UUID.randomUUID() : null,
            kind == InvoiceKind.CREDIT_NOTE ? "INV-2026-00001" : "",
            kind == InvoiceKind.CREDIT_NOTE ? "Преизчислено: falsche Menge" : "",
            day.minusDays(random.nextInt(5)),
            day,
            random.nextInt(3) * 14,
            "en",
            "EUR",
            reverse);
    return new Invoice(
        head,
        sequence,
        day,
        Instant.EPOCH,
        seller(),
        buyer(random, reverse),
        lines(random, reverse));
  }

  static Seller seller() {
    return new Seller(
        "Wärme & Wasser Müritz GmbH",
        "Ringstraße 1",
        "17033",
        "Neubrandenburg",
        "DE",
        "DE123456789",
        "079/123/45678",
        "+49 395 12345",
        "post@waerme.example",
        "Sparkasse",
        "DE02 1203 0000 0000 2020 51",
        "BYLADEM1001");
  }

  private static Buyer buyer(Random random, boolean reverse) {
    return new Buyer(
        "C-%06d".formatted(random.nextInt(1_000_000)),
        pick(random, NAMES),
        random.nextBoolean() ? "Große Straße 12" : "",
        "17033",
        "Neubrandenburg",
        pick(random, "DE", "PL", "BG", "ES"),
        reverse || random.nextInt(3) == 0 ? "PL1234567890" : "",
        random.nextBoolean() ? "rechnung@kunde.example" : "");
  }

  private static List<InvoiceLine> lines(Random random, boolean reverse) {
    int count = random.nextInt(5) == 0 ? 30 + random.nextInt(60) : 1 + random.nextInt(8);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              int cover =
                  random.nextInt(4) == 0 ? (random.nextInt(3) == 0 ? random.nextInt(101) : 100) : 0;
              return new InvoiceLine(
                  UUID.randomUUID(),
                  "26-%05d".formatted(random.nextInt(100)),
                  null,
                  OrderLine.Kind.PART,
                  pick(random, TEXTS),
                  BigDecimal.valueOf(
                      1 + random.nextInt(random.nextBoolean() ? 10_000 : 9_999_999), 3),
                  pick(random, UNITS),
                  BigDecimal.valueOf(
                      random.nextInt(random.nextBoolean() ? 1_000_000 : 100), random.nextInt(5)),
                  reverse ? BigDecimal.ZERO : new BigDecimal(pick(random, RATES)),
                  cover,
                  cover > 0 ? Cover.Reason.COVERED : Cover.Reason.NO_WARRANTY,
                  cover > 0 ? "W-" + random.nextInt(1000) : "");
            })
        .toList();
  }

  private static String pick(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }
}
