package io.trasa.reporting;

import io.trasa.common.InvalidInputException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked for.
 *
 * @param from the first day, in the company's zone; null is from the beginning
 * @param to the last day
 * @param filters exact values of the report's filter columns
 */
public record Question(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String search,
    Map<String, String> filters) {

  public Question {
    if (from != null && to != null && to.isBefore(from)) {
      throw new InvalidInputException(
          "to", to, "is before the first day " + from, "Maybe the two days are swapped.");
    }
  }
}
