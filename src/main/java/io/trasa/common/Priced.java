package io.trasa.common;

import java.math.BigDecimal;

/** Something that is charged: how much of it, at which net price, with which VAT. */
public interface Priced {

  BigDecimal quantity();

  /** Net, for one unit. */
  BigDecimal unitPrice();

  /** In percent, such as 19 or 7.5. */
  BigDecimal vatRate();

  /** Quantity times price, rounded as {@link Money} says. */
  default Money net(String currency) {
    return new Money(quantity().multiply(unitPrice()), currency);
  }
}
