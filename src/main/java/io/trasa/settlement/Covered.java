package io.trasa.settlement;

import io.trasa.common.Money;
import io.trasa.common.Priced;
import java.math.BigDecimal;

/** Something that is charged, of which a warranty may take over a part. */
public interface Covered extends Priced {

  /** How much of the price the payer does not pay, 0 to 100. */
  int coverPercent();

  /** What it costs without any cover. */
  default Money full(String currency) {
    return Priced.super.net(currency);
  }

  /** What the payer does not pay. */
  default Money allowance(String currency) {
    return new Money(
        full(currency).amount().multiply(BigDecimal.valueOf(coverPercent(), 2)), currency);
  }

  @Override
  default Money net(String currency) {
    return full(currency).minus(allowance(currency));
  }
}
