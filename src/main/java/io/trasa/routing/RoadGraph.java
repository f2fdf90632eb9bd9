package io.trasa.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.util.shapes.BBox;
import io.trasa.common.Vehicle;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The imported roads in memory, for several vehicles. Safe for use by many threads. */
public final class RoadGraph implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RoadGraph.class);

  private final GraphHopper hopper;
  private final String fingerprint;
  private final List<Vehicle> vehicles;
  private final int maxSnapMetres;
  private final Map<Vehicle, VehicleRoads> roads = new ConcurrentHashMap<>();

  private RoadGraph(
      GraphHopper hopper, String fingerprint, List<Vehicle> vehicles, int maxSnapMetres) {
    this.hopper = hopper;
    this.fingerprint = fingerprint;
    this.vehicles = vehicles;
    this.maxSnapMetres = maxSnapMetres;
    widenSearch();
  }

  /**
   * Opens the roads of an extract, importing them first where that is due.
   *
   * @param cacheFolder where imported graphs are kept
   * @param vehicles whose ways to prepare; the first one's roads must exist
   * @param maxSnapMetres a place farther than this from any road has no way to it
   * @throws ExtractException if the extract cannot be used
   */
  public static RoadGraph open(
      Extract extract, Path cacheFolder, Collection<Vehicle> vehicles, int maxSnapMetres) {
    var store = new RoadGraphStore(cacheFolder, vehicles);
    GraphHopper hopper = store.open(extract);
    var graph = new RoadGraph(hopper, store.key(extract), List.copyOf(vehicles), maxSnapMetres);
    graph.of(graph.vehicles.getFirst());
    LOG.info(
        "Roads ready: {} junctions, {} road pieces, for {}.",
        graph.base().getNodes(),
        graph.base().getEdges(),
        vehicles);
    return graph;
  }

  /** Names the extract's content and how it was imported: other roads have another fingerprint. */
  public String fingerprint() {
    return fingerprint;
  }

  /** The vehicles these roads were prepared for. */
  public List<Vehicle> vehicles() {
    return vehicles;
  }

  public Bounds bounds() {
    BBox box = base().getBounds();
    return new Bounds(box.minLat, box.minLon, box.maxLat, box.maxLon);
  }

  /**
   * The roads for a vehicle, copied into flat arrays when first asked for, those of the first at
   * once. One that they were not prepared for takes those of the first.
   */
  VehicleRoads of(Vehicle vehicle) {
    return roads.computeIfAbsent(vehicle, this::prepared);
  }

  private VehicleRoads prepared(Vehicle vehicle) {
    if (!vehicles.contains(vehicle)) {
      LOG.warn(
          "Somebody travels by {}, but these roads are for {}: taking those for {}."
              + " Add it to trasa.routing.vehicles.",
          vehicle,
          vehicles,
          vehicles.getFirst());
    }
    return new VehicleRoads(
        hopper, vehicles.contains(vehicle) ? vehicle : vehicles.getFirst(), maxSnapMetres);
  }

  BaseGraph base() {
    return hopper.getBaseGraph();
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
}
