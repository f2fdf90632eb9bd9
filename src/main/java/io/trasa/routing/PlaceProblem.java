package io.trasa.routing;

import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import java.util.Locale;

/** Why nobody can drive to a place. */
public enum PlaceProblem {
  /** Latitude and longitude the other way round lie in the region. */
  SWAPPED(
      "lies outside the region that roads are known of, but would lie inside the other way round",
      "Swap latitude and longitude."),
  OUTSIDE(
      "lies outside the region that roads are known of",
      "Move the pin, or set trasa.routing.extract to a region that holds the place."),
  /** Within the region, but in a lake, a forest or the sea. */
  NO_ROAD(
      "has no road nearby that this vehicle may use",
      "Move the pin to the street the place is reached from.");

  private final String reason;
  private final String hint;

  PlaceProblem(String reason, String hint) {
    this.reason = reason;
    this.hint = hint;
  }

  /** The problem as an error that names the place and says what to do. */
  public InvalidInputException of(String field, Coordinates place) {
    String point = String.format(Locale.ROOT, "%.5f, %.5f", place.lat(), place.lon());
    return new InvalidInputException(field, point, reason, hint);
  }
}
