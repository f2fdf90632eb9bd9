package io.trasa.routing.basemap;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtEncoder;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.UserDataKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** Draws one tile: collects what is in it and writes it as a Mapbox vector tile. */
final class TileEncoder {

  private final MapFeatures features;
  private final Tile tile;
  private final TileShape shapes;

  private TileEncoder(MapFeatures features, Tile tile) {
    this.features = features;
    this.tile = tile;
    shapes = new TileShape(tile);
  }

  /** No bytes if nothing is in the tile. */
  static byte[] encode(MapFeatures features, Tile tile) {
    var encoder = new TileEncoder(features, tile);
    List<JtsLayer> layers = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      List<Geometry> pieces = encoder.pieces(layer);
      if (!pieces.isEmpty()) {
        layers.add(new JtsLayer(layer.id(), pieces, Tile.EXTENT));
      }
    }
    return layers.isEmpty()
        ? new byte[0]
        : MvtEncoder.encode(
            new JtsMvt(layers),
            new MvtLayerParams(Tile.EXTENT),
            new UserDataKeyValueMapConverter());
  }

  private List<Geometry> pieces(Layer layer) {
    Map<Map<String, Object>, List<Geometry>> lines = new LinkedHashMap<>();
    List<Geometry> pieces = new ArrayList<>();
    for (MapFeature feature : features.in(layer, tile.inWorld(), tile.zoom())) {
      Map<String, Object> tags = feature.look().tags(tile.zoom());
      if (isMergeable(feature)) {
        lines.computeIfAbsent(tags, same -> new ArrayList<>()).add(feature.shape());
      } else {
        add(feature, tags, pieces);
      }
    }
    lines.forEach((tags, same) -> addMerged(same, tags, pieces));
    return pieces;
  }

  /** Pieces of a road drawn as one line can carry its name. */
  private static boolean isMergeable(MapFeature feature) {
    return !feature.look().area() && feature.look().layer() != Layer.PLACE;
  }

  private void add(MapFeature feature, Map<String, Object> tags, List<Geometry> pieces) {
    if (!feature.look().area() || shapes.isVisible(feature.shape().getEnvelopeInternal())) {
      addPieces(feature.shape(), tags, pieces);
    }
  }

  private void addMerged(List<Geometry> lines, Map<String, Object> tags, List<Geometry> pieces) {
    var merger = new LineMerger();
    lines.forEach(merger::add);
    for (Object line : merger.getMergedLineStrings()) {
      addPieces((Geometry) line, tags, pieces);
    }
  }

  private void addPieces(Geometry shape, Map<String, Object> tags, List<Geometry> pieces) {
    for (Geometry piece : shapes.of(shape)) {
      piece.setUserData(tags);
      pieces.add(piece);
    }
  }
}
