package io.trasa.settlement.web;

import io.trasa.common.Totals;
import java.math.BigDecimal;
import java.util.List;

/** What lines come to, in all and per VAT rate. */
record TotalsView(BigDecimal net, BigDecimal vat, BigDecimal gross, List<RateTotal> perRate) {

  /** The lines of one VAT rate together. */
  record RateTotal(BigDecimal rate, BigDecimal net, BigDecimal vat) {}

  static TotalsView of(Totals totals) {
    return new TotalsView(
        totals.net().amount(),
        totals.vat().amount(),
        totals.gross().amount(),
        totals.perRate().stream()
            .map(r -> new RateTotal(r.rate(), r.net().amount(), r.vat().amount()))
            .toList());
  }
}
