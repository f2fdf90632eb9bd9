package io.trasa.web;

import io.trasa.common.InvalidInputException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;

/**
 * The part of a list that is asked for, from the query string.
 *
 * @param page from 0; default 0
 * @param size rows a page, 1 to {@value #MAX_SIZE}; default {@value #DEFAULT_SIZE}
 */
public record Paging(@Nullable Integer page, @Nullable Integer size) {

  static final int MAX_SIZE = 200;
  static final int DEFAULT_SIZE = 50;
  private static final int MAX_PAGE = 1_000_000;

  /**
   * @throws InvalidInputException if a number is out of its bounds
   */
  public PageRequest request() {
    return PageRequest.of(
        bounded("page", Objects.requireNonNullElse(page, 0), 0, MAX_PAGE),
        bounded("size", Objects.requireNonNullElse(size, DEFAULT_SIZE), 1, MAX_SIZE));
  }

  private static int bounded(String field, int value, int min, int max) {
    if (value < min || value > max) {
      throw new InvalidInputException(
          field,
          value,
          "is not between %d and %d".formatted(min, max),
          "Ask for a smaller part, and for the rest with further pages.");
    }
    return value;
  }
}
