package io.trasa.common;

/**
 * A place on the earth in WGS 84 degrees, latitude first.
 *
 * @param lat latitude, −90 to 90
 * @param lon longitude, −180 to 180
 */
public record Coordinates(double lat, double lon) {

  private static final double EARTH_RADIUS_METRES = 6_371_000;

  public Coordinates {
    requireDegrees("lat", lat, 90);
    requireDegrees("lon", lon, 180);
  }

  /** Great-circle distance in metres (haversine formula). */
  public double metresTo(Coordinates other) {
    double dLat = Math.toRadians(other.lat - lat) / 2;
    double dLon = Math.toRadians(other.lon - lon) / 2;
    double a =
        Math.sin(dLat) * Math.sin(dLat)
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(other.lat))
                * Math.sin(dLon)
                * Math.sin(dLon);
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(a));
  }

  private static void requireDegrees(String field, double degrees, double limit) {
    if (!(Math.abs(degrees) <= limit)) {
      throw new InvalidInputException(
          field,
          degrees,
          "is not between −%1$.0f and %1$.0f degrees".formatted(limit),
          "Maybe latitude and longitude are swapped.");
    }
  }
}
