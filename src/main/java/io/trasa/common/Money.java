package io.trasa.common;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of a currency, exact to its smallest unit. The one rounding rule of Trasa: half up,
 * away from zero, to that unit, where a line is priced and where VAT is taken of a sum; never in
 * between.
 *
 * @param amount with as many decimals as the currency has
 * @param currency an ISO 4217 code such as {@code EUR}
 */
@Embeddable
public record Money(BigDecimal amount, String currency) {

  /** Rounds to the currency's smallest unit. */
  public Money {
    amount = rounded(amount, currency);
  }

  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** Half up to the smallest unit of the currency. */
  public static BigDecimal rounded(BigDecimal amount, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return amount.setScale(Math.max(0, digits), RoundingMode.HALF_UP);
  }

  public Money plus(Money other) {
    requireSame(other);
    return new Money(amount.add(other.amount), currency);
  }

  public Money minus(Money other) {
    requireSame(other);
    return new Money(amount.subtract(other.amount), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** −1, 0 or 1. */
  public int signum() {
    return amount.signum();
  }

  public int compareTo(Money other) {
    requireSame(other);
    return amount.compareTo(other.amount);
  }

  private void requireSame(Money other) {
    if (!currency.equals(other.currency)) {
      throw new InvalidInputException(
          "currency",
          other.currency,
          "is not " + currency,
          "Amounts of two currencies cannot be added.");
    }
  }
}
