package io.trasa.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.index.Snap;
import io.trasa.common.Coordinates;
import io.trasa.common.Vehicle;
import io.trasa.routing.hierarchy.FlatHierarchy;
import io.trasa.routing.hierarchy.Foothold;
import java.util.Objects;
import java.util.Optional;

/** The roads as one vehicle may use them. Safe for use by many threads. */
final class VehicleRoads {

  private final GraphHopper hopper;
  private final RoutingCHGraph hierarchy;
  private final FlatHierarchy flat;
  private final EdgeFilter usable;
  private final int maxSnapMetres;

  VehicleRoads(GraphHopper hopper, Vehicle vehicle, int maxSnapMetres) {
    String name = VehicleProfiles.name(vehicle);
    this.hopper = hopper;
    this.maxSnapMetres = maxSnapMetres;
    hierarchy = Objects.requireNonNull(hopper.getCHGraphs().get(name));
    flat = FlatHierarchy.of(hierarchy, hopper.getBaseGraph());
    BooleanEncodedValue cutOff =
        hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(name));
    usable = new DefaultSnapFilter(hierarchy.getWeighting(), cutOff);
  }

  /**
   * The nearest point of a road one can also get away from; empty if none is near. A snap belongs
   * to one query: query graphs write into it.
   */
  Optional<Snap> snap(Coordinates place) {
    Snap snap = hopper.getLocationIndex().findClosest(place.lat(), place.lon(), usable);
    return snap.isValid() && snap.getQueryDistance() <= maxSnapMetres
        ? Optional.of(snap)
        : Optional.empty();
  }

  /** Where the place meets these roads, with its climbs; empty if no road is near. */
  Optional<Foothold> foothold(Coordinates place) {
    return snap(place).map(snap -> Foothold.of(flat.anchor(snap), flat));
  }

  RoutingCHGraph hierarchy() {
    return hierarchy;
  }

  FlatHierarchy flat() {
    return flat;
  }
}
