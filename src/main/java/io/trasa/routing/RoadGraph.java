package io.trasa.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.PMap;
import com.graphhopper.util.shapes.BBox;
import io.trasa.common.Coordinates;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The imported roads in memory with their contraction hierarchy. Safe for use by many threads. */
public final class RoadGraph implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RoadGraph.class);

  private final GraphHopper hopper;
  private final RoutingCHGraph hierarchy;
  private final EdgeFilter drivable;
  private final EdgeLengths lengths;
  private final int maxSnapMetres;

  private RoadGraph(GraphHopper hopper, int maxSnapMetres) {
    this.hopper = hopper;
    this.maxSnapMetres = maxSnapMetres;
    hierarchy = Objects.requireNonNull(hopper.getCHGraphs().get(CarProfile.NAME));
    drivable = drivable(hopper);
    lengths = EdgeLengths.of(hierarchy);
    widenSearch();
  }

  /**
   * Opens the roads of an extract, importing them first where that is due.
   *
   * @param cacheFolder where imported graphs are kept
   * @param maxSnapMetres a place farther than this from any road has no way to it
   * @throws ExtractException if the extract cannot be used
   */
  public static RoadGraph open(Extract extract, Path cacheFolder, int maxSnapMetres) {
    var graph = new RoadGraph(new RoadGraphStore(cacheFolder).open(extract), maxSnapMetres);
    LOG.info(
        "Roads ready: {} junctions, {} road pieces, {} shortcuts.",
        graph.base().getNodes(),
        graph.base().getEdges(),
        graph.hierarchy.getShortcuts());
    return graph;
  }

  public Bounds bounds() {
    BBox box = base().getBounds();
    return new Bounds(box.minLat, box.minLon, box.maxLat, box.maxLon);
  }

  /**
   * The nearest point of a road one can also get away from; empty if none is near. A snap belongs
   * to one query: query graphs write into it.
   */
  Optional<Snap> snap(Coordinates place) {
    Snap snap = hopper.getLocationIndex().findClosest(place.lat(), place.lon(), drivable);
    return snap.isValid() && snap.getQueryDistance() <= maxSnapMetres
        ? Optional.of(snap)
        : Optional.empty();
  }

  BaseGraph base() {
    return hopper.getBaseGraph();
  }

  RoutingCHGraph hierarchy() {
    return hierarchy;
  }

  EdgeLengths lengths() {
    return lengths;
  }

  GraphHopper hopper() {
    return hopper;
  }

  @Override
  public void close() {
    hopper.close();
  }

  /** The index looks this many of its cells around a place. */
  private void widenSearch() {
    var index = (LocationIndexTree) hopper.getLocationIndex();
    index.setMaxRegionSearch(2 + maxSnapMetres / index.getMinResolutionInMeter());
  }

  private static EdgeFilter drivable(GraphHopper hopper) {
    Weighting weighting = hopper.createWeighting(hopper.getProfile(CarProfile.NAME), new PMap());
    BooleanEncodedValue cutOff =
        hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(CarProfile.NAME));
    return new DefaultSnapFilter(weighting, cutOff);
  }
}
