package io.trasa.parts;

import io.trasa.common.InvalidInputException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Which quantities can be moved: more than nothing, in thousandths. */
final class Quantities {

  static final int DECIMALS = 3;
  private static final BigDecimal MOST = new BigDecimal("999999");

  private Quantities() {}

  static void requireLines(List<?> lines) {
    if (lines.isEmpty()) {
      throw new InvalidInputException("lines", "[]", "names no part", "Name at least one part.");
    }
  }

  static <T> void require(List<T> lines, Function<T, BigDecimal> quantity) {
    for (int i = 0; i < lines.size(); i++) {
      require("lines[%d].quantity".formatted(i), quantity.apply(lines.get(i)));
    }
  }

  static void require(String field, BigDecimal quantity) {
    if (quantity.signum() <= 0
        || quantity.compareTo(MOST) > 0
        || quantity.stripTrailingZeros().scale() > DECIMALS) {
      throw new InvalidInputException(
          field,
          quantity,
          "is not between 0.001 and %s with at most %d decimals".formatted(MOST, DECIMALS),
          "Give how many pieces or how much.");
    }
  }
}
