package io.trasa.routing.basemap;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a thing is shown.
 *
 * @param kind what it is, in the words of the map style
 * @param minZoom the zoom from which it is shown
 * @param area whether it is an area rather than a line or point
 * @param labels name, ref and the like; shown from {@link #LABELS_FROM_ZOOM} on, places always
 */
record Look(Layer layer, String kind, int minZoom, boolean area, Map<String, Object> labels) {

  private static final int LABELS_FROM_ZOOM = 12;

  /** What a tile of this zoom says of it. */
  Map<String, Object> tags(int zoom) {
    Map<String, Object> tags = new LinkedHashMap<>();
    tags.put("kind", kind);
    if (layer == Layer.PLACE || zoom >= LABELS_FROM_ZOOM) {
      tags.putAll(labels);
    } else if (labels.containsKey("ref")) {
      tags.put("ref", labels.get("ref"));
    }
    return tags;
  }
}
