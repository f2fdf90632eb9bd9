package io.trasa.routing.basemap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** Everything on the map, found by region. Safe for use by many threads. */
final class MapFeatures {

  private record Ranked(int rank, MapFeature feature) {}

  private final Map<Layer, STRtree> trees = new EnumMap<>(Layer.class);

  MapFeatures(List<MapFeature> features) {
    for (Layer layer : Layer.values()) {
      trees.put(layer, new STRtree());
    }
    List<MapFeature> ordered = new ArrayList<>(features);
    ordered.sort(Comparator.comparingDouble(MapFeatures::drawnFirst).reversed());
    for (int rank = 0; rank < ordered.size(); rank++) {
      MapFeature feature = ordered.get(rank);
      tree(feature.look().layer())
          .insert(feature.shape().getEnvelopeInternal(), new Ranked(rank, feature));
    }
    trees.values().forEach(STRtree::build);
  }

  /** What of a layer is shown in a region at a zoom, in the order it is drawn. */
  List<MapFeature> in(Layer layer, Envelope world, int zoom) {
    List<Ranked> found = new ArrayList<>();
    tree(layer)
        .query(
            world,
            item -> {
              Ranked ranked = (Ranked) item;
              if (ranked.feature().look().minZoom() <= zoom) {
                found.add(ranked);
              }
            });
    found.sort(Comparator.comparingInt(Ranked::rank));
    return found.stream().map(Ranked::feature).toList();
  }

  /** Large areas lie under small ones, minor roads under major ones, small places give way. */
  private static double drawnFirst(MapFeature feature) {
    return feature.look().area() ? feature.shape().getArea() : feature.look().minZoom();
  }

  private STRtree tree(Layer layer) {
    return Objects.requireNonNull(trees.get(layer));
  }
}
