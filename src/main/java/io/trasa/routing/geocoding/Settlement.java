package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A city, village, suburb or hamlet of the extract. */
record Settlement(
    String name, List<String> otherNames, String postcode, Sort sort, Coordinates coordinates) {

  /**
   * The sorts of OpenStreetMap's "place" that people live in.
   *
   * @param reachMetres how far its houses commonly go; a city outweighs the villages around it
   */
  enum Sort {
    CITY(1, 10_000, false),
    TOWN(0.8f, 4_500, false),
    VILLAGE(0.5f, 2_000, false),
    HAMLET(0.3f, 1_000, false),
    DWELLING(0.15f, 400, false),
    SUBURB(0.4f, 1_500, true),
    QUARTER(0.3f, 1_000, true);

    private static final Map<String, Sort> BY_TAG =
        Map.of(
            "city", CITY,
            "town", TOWN,
            "village", VILLAGE,
            "hamlet", HAMLET,
            "isolated_dwelling", DWELLING,
            "farm", DWELLING,
            "suburb", SUBURB,
            "quarter", QUARTER,
            "neighbourhood", QUARTER);

    final float importance;
    final int reachMetres;

    /** Whether it is a part of a settlement rather than one itself. */
    final boolean part;

    Sort(float importance, int reachMetres, boolean part) {
      this.importance = importance;
      this.reachMetres = reachMetres;
      this.part = part;
    }

    static Optional<Sort> of(String tag) {
      return Optional.ofNullable(BY_TAG.get(tag));
    }
  }

  boolean reaches(Coordinates spot) {
    return coordinates.metresTo(spot) < sort.reachMetres;
  }
}
