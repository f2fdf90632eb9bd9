package io.trasa.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalsTest {

  private record Line(BigDecimal quantity, BigDecimal unitPrice, BigDecimal vatRate)
      implements Priced {}

  private static Line line(String quantity, String price, String rate) {
    return new Line(new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(rate));
  }

  @Test
  void roundsEachLineAndTakesVatOncePerRate() {
    var totals =
        Totals.of(
            "EUR",
            List.of(
                line("3", "0.335", "19"), line("1", "0.335", "19.00"), line("2.5", "9.99", "7")));
    assertThat(totals.perRate())
        .extracting(t -> t.net().amount().toPlainString() + " " + t.vat().amount().toPlainString())
        .containsExactly("24.98 1.75", "1.35 0.26");
    assertThat(totals.net().amount()).isEqualByComparingTo("26.33");
    assertThat(totals.vat().amount()).isEqualByComparingTo("2.01");
    assertThat(totals.gross().amount()).isEqualByComparingTo("28.34");
  }

  @Test
  void ofNothingIsZero() {
    assertThat(Totals.of("EUR", List.<Line>of()).gross()).isEqualTo(Money.zero("EUR"));
  }

  @Test
  void roundsHalfAwayFromZeroToTheCurrencysUnit() {
    assertThat(new Money(new BigDecimal("0.125"), "EUR").amount()).isEqualByComparingTo("0.13");
    assertThat(new Money(new BigDecimal("-0.125"), "EUR").amount()).isEqualByComparingTo("-0.13");
    assertThat(new Money(new BigDecimal("12.5"), "JPY").amount()).isEqualByComparingTo("13");
  }

  @Test
  void neverAddsTwoCurrencies() {
    assertThatThrownBy(() -> Money.zero("EUR").plus(Money.zero("PLN")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("PLN");
  }
}
