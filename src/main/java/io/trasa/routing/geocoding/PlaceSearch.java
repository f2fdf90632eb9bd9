package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import java.util.Optional;

/**
 * A search by text.
 *
 * @param text an address or the beginning of one; at most {@value #MAX_LENGTH} characters
 * @param near places close to it come first; without it, important ones
 * @param limit the most answers, 1 to {@value #MAX_LIMIT}
 */
public record PlaceSearch(String text, Optional<Coordinates> near, int limit) {

  public static final int MAX_LENGTH = 200;
  public static final int MAX_LIMIT = 20;

  /**
   * @throws InvalidInputException if there is no text, it is too long, or the limit is out of range
   */
  public PlaceSearch {
    text = text.replaceAll("\\p{Cntrl}", " ").strip();
    if (text.isEmpty()) {
      throw new InvalidInputException("q", text, "is empty", "Type a street or a city.");
    }
    if (text.length() > MAX_LENGTH) {
      throw new InvalidInputException(
          "q",
          text,
          "is longer than %d characters".formatted(MAX_LENGTH),
          "Street, number and city are enough.");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidInputException(
          "limit", limit, "is not from 1 to " + MAX_LIMIT, "Leave it out for 8.");
    }
  }
}
