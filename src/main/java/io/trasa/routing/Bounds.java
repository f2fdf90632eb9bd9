package io.trasa.routing;

import io.trasa.common.Coordinates;

/** A rectangle in degrees; south ≤ north, west ≤ east. */
public record Bounds(double south, double west, double north, double east) {

  /** What a web map can show of the earth. */
  public static final Bounds WORLD = new Bounds(-85, -180, 85, 180);

  public boolean contains(Coordinates place) {
    return place.lat() >= south
        && place.lat() <= north
        && place.lon() >= west
        && place.lon() <= east;
  }
}
