package io.trasa.common;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * What priced lines come to. Each line is rounded, the lines of one VAT rate are added, and VAT is
 * taken once of that sum, as EN 16931 has it (BR-CO-17, BR-S-08).
 *
 * @param perRate from the lowest rate to the highest
 */
public record Totals(List<VatTotal> perRate, Money net, Money vat, Money gross) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The lines of one VAT rate together. */
  public record VatTotal(BigDecimal rate, Money net, Money vat) {}

  public static Totals of(String currency, Collection<? extends Priced> lines) {
    var nets = new TreeMap<BigDecimal, Money>();
    for (var line : lines) {
      nets.merge(line.vatRate().stripTrailingZeros(), line.net(currency), Money::plus);
    }
    var perRate =
        nets.entrySet().stream()
            .map(e -> new VatTotal(e.getKey(), e.getValue(), vat(e.getKey(), e.getValue())))
            .toList();
    var net = perRate.stream().map(VatTotal::net).reduce(Money.zero(currency), Money::plus);
    var vat = perRate.stream().map(VatTotal::vat).reduce(Money.zero(currency), Money::plus);
    return new Totals(perRate, net, vat, net.plus(vat));
  }

  private static Money vat(BigDecimal rate, Money net) {
    return new Money(net.amount().multiply(rate).divide(HUNDRED), net.currency());
  }
}
