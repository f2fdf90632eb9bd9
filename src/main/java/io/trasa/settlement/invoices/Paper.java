package io.trasa.settlement.invoices;

import io.trasa.common.Money;
import io.trasa.common.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** An issued document as its template prints it. */
public record Paper(
    String number,
    String originalNumber,
    String reason,
    LocalDate issuedOn,
    LocalDate serviceFrom,
    LocalDate serviceTo,
    LocalDate dueOn,
    boolean reverseCharge,
    Seller seller,
    Buyer buyer,
    List<Row> rows,
    Totals totals) {

  /**
   * A line with what it comes to.
   *
   * @param newOrder true if it is the first one of its order
   */
  public record Row(
      int position,
      String orderNumber,
      boolean newOrder,
      String text,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      BigDecimal vatRate,
      int coverPercent,
      String coverNumber,
      Money allowance,
      Money net) {}

  static Paper of(Invoice invoice) {
    var lines = invoice.lines();
    return new Paper(
        invoice.number(),
        invoice.originalNumber(),
        invoice.reason(),
        invoice.issuedOn(),
        invoice.serviceFrom(),
        invoice.serviceTo(),
        invoice.dueOn(),
        invoice.reverseCharge(),
        invoice.seller(),
        invoice.buyer(),
        IntStream.range(0, lines.size())
            .mapToObj(
                i ->
                    row(
                        i + 1,
                        lines.get(i),
                        i == 0
                            || !lines.get(i - 1).orderNumber().equals(lines.get(i).orderNumber()),
                        invoice.currency()))
            .toList(),
        invoice.totals());
  }

  private static Row row(int position, InvoiceLine line, boolean newOrder, String currency) {
    return new Row(
        position,
        line.orderNumber(),
        newOrder && !line.orderNumber().isEmpty(),
        line.text(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        line.vatRate(),
        line.coverPercent(),
        line.coverNumber(),
        line.allowance(currency),
        line.net(currency));
  }
}
