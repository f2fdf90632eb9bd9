package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which settlement a spot belongs to: the one whose centre is nearest, measured in its own reach.
 * Borders would be more exact, but extracts cut them off and small places have none.
 */
final class Settlements {

  private static final double METRES_PER_DEGREE = 111_195;

  private final STRtree tree = new STRtree();

  Settlements(List<Settlement> settlements) {
    for (Settlement settlement : settlements) {
      Coordinates centre = settlement.coordinates();
      double lat = settlement.sort().reachMetres / METRES_PER_DEGREE;
      double lon = lat / Math.max(0.01, Math.cos(Math.toRadians(centre.lat())));
      tree.insert(
          new Envelope(
              centre.lon() - lon, centre.lon() + lon, centre.lat() - lat, centre.lat() + lat),
          settlement);
    }
    tree.build();
  }

  /** The city, village or hamlet around a spot. */
  Optional<Settlement> around(Coordinates spot) {
    return nearest(spot, false);
  }

  /** The suburb or quarter around a spot. */
  Optional<Settlement> part(Coordinates spot) {
    return nearest(spot, true);
  }

  private Optional<Settlement> nearest(Coordinates spot, boolean part) {
    var search = new Nearest(spot, part);
    tree.query(
        new Envelope(new Coordinate(spot.lon(), spot.lat())),
        item -> search.consider((Settlement) item));
    return Optional.ofNullable(search.best);
  }

  private static final class Nearest {
    private final Coordinates spot;
    private final boolean part;
    private double closeness = 1;
    @Nullable Settlement best;

    Nearest(Coordinates spot, boolean part) {
      this.spot = spot;
      this.part = part;
    }

    void consider(Settlement settlement) {
      if (settlement.sort().part == part) {
        double reaches = settlement.coordinates().metresTo(spot) / settlement.sort().reachMetres;
        if (reaches < closeness) {
          closeness = reaches;
          best = settlement;
        }
      }
    }
  }
}
