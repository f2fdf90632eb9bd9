package io.trasa.routing.basemap;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides by its OpenStreetMap tags whether and how a thing is shown. */
final class Looks {

  private record Kind(String kind, int minZoom) {}

  private static final int WATER_ZOOM = 4;
  private static final int BUILDING_ZOOM = 14;

  private static final Map<String, Kind> ROADS =
      Map.ofEntries(
          Map.entry("motorway", new Kind("motorway", 5)),
          Map.entry("motorway_link", new Kind("motorway", 10)),
          Map.entry("trunk", new Kind("trunk", 6)),
          Map.entry("trunk_link", new Kind("trunk", 11)),
          Map.entry("primary", new Kind("primary", 8)),
          Map.entry("primary_link", new Kind("primary", 12)),
          Map.entry("secondary", new Kind("secondary", 9)),
          Map.entry("secondary_link", new Kind("secondary", 12)),
          Map.entry("tertiary", new Kind("tertiary", 11)),
          Map.entry("tertiary_link", new Kind("tertiary", 13)),
          Map.entry("unclassified", new Kind("residential", 12)),
          Map.entry("residential", new Kind("residential", 12)),
          Map.entry("road", new Kind("residential", 12)),
          Map.entry("living_street", new Kind("residential", 13)),
          Map.entry("service", new Kind("service", 13)),
          Map.entry("track", new Kind("track", 13)),
          Map.entry("pedestrian", new Kind("path", 13)),
          Map.entry("bridleway", new Kind("path", 14)),
          Map.entry("cycleway", new Kind("path", 14)),
          Map.entry("footway", new Kind("path", 14)),
          Map.entry("path", new Kind("path", 14)),
          Map.entry("steps", new Kind("path", 14)));

  private static final Map<String, Kind> RAILWAYS =
      Map.of(
          "rail", new Kind("rail", 9),
          "light_rail", new Kind("rail", 11),
          "narrow_gauge", new Kind("rail", 11),
          "tram", new Kind("rail", 13));

  private static final Map<String, Kind> WATERWAYS =
      Map.of(
          "river", new Kind("river", 8),
          "canal", new Kind("canal", 10),
          "stream", new Kind("stream", 12),
          "ditch", new Kind("ditch", 14),
          "drain", new Kind("ditch", 14));

  /** Tag key, then tag value. The first key that fits decides. */
  private static final Map<String, Map<String, Kind>> AREAS = new LinkedHashMap<>();

  static {
    AREAS.put(
        "landuse",
        Map.ofEntries(
            Map.entry("forest", new Kind("forest", 7)),
            Map.entry("farmland", new Kind("farmland", 9)),
            Map.entry("farm", new Kind("farmland", 9)),
            Map.entry("orchard", new Kind("farmland", 10)),
            Map.entry("vineyard", new Kind("farmland", 10)),
            Map.entry("farmyard", new Kind("farmland", 12)),
            Map.entry("residential", new Kind("residential", 8)),
            Map.entry("industrial", new Kind("industrial", 9)),
            Map.entry("commercial", new Kind("industrial", 10)),
            Map.entry("retail", new Kind("industrial", 11)),
            Map.entry("railway", new Kind("industrial", 11)),
            Map.entry("garages", new Kind("industrial", 13)),
            Map.entry("quarry", new Kind("sand", 10)),
            Map.entry("grass", new Kind("grass", 11)),
            Map.entry("meadow", new Kind("grass", 10)),
            Map.entry("village_green", new Kind("grass", 12)),
            Map.entry("recreation_ground", new Kind("park", 11)),
            Map.entry("allotments", new Kind("allotments", 11)),
            Map.entry("cemetery", new Kind("cemetery", 11))));
    AREAS.put(
        "natural",
        Map.of(
            "wood", new Kind("forest", 7),
            "scrub", new Kind("grass", 11),
            "heath", new Kind("grass", 10),
            "grassland", new Kind("grass", 10),
            "wetland", new Kind("wetland", 10),
            "sand", new Kind("sand", 11),
            "beach", new Kind("sand", 12)));
    AREAS.put(
        "leisure",
        Map.of(
            "park", new Kind("park", 10),
            "garden", new Kind("park", 13),
            "golf_course", new Kind("park", 11),
            "playground", new Kind("park", 14),
            "pitch", new Kind("pitch", 13),
            "stadium", new Kind("pitch", 12),
            "sports_centre", new Kind("pitch", 12)));
    AREAS.put(
        "amenity",
        Map.of("grave_yard", new Kind("cemetery", 12), "parking", new Kind("parking", 14)));
  }

  private static final List<String> PLACES = List.of("city", "town", "village", "suburb", "hamlet");

  private static final Map<String, Kind> PLACE_KINDS =
      Map.of(
          "city", new Kind("city", 4),
          "town", new Kind("town", 6),
          "village", new Kind("village", 9),
          "suburb", new Kind("suburb", 11),
          "quarter", new Kind("suburb", 12),
          "neighbourhood", new Kind("suburb", 13),
          "hamlet", new Kind("hamlet", 11),
          "isolated_dwelling", new Kind("hamlet", 13));

  private Looks() {}

  static Optional<Look> ofPlace(ReaderNode node) {
    Kind kind = node.hasTag("name") ? PLACE_KINDS.get(tag(node, "place")) : null;
    return kind == null
        ? Optional.empty()
        : Optional.of(
            new Look(
                Layer.PLACE,
                kind.kind(),
                kind.minZoom(),
                false,
                Map.of("name", tag(node, "name"), "rank", PLACES.indexOf(kind.kind()) + 1)));
  }

  /** The look of a line; a thing may be shown as a line and as an area. */
  static Optional<Look> ofLine(ReaderElement way) {
    if (way.hasTag("area", "yes")) {
      return Optional.empty();
    }
    Kind waterway = WATERWAYS.get(tag(way, "waterway"));
    if (waterway != null && !isTunnel(way)) {
      Map<String, Object> labels = way.hasTag("name") ? Map.of("name", tag(way, "name")) : Map.of();
      return Optional.of(
          new Look(Layer.WATERWAY, waterway.kind(), waterway.minZoom(), false, labels));
    }
    Kind road = ROADS.get(tag(way, "highway"));
    if (road == null) {
      road = railway(way);
    }
    return road == null
        ? Optional.empty()
        : Optional.of(new Look(Layer.ROAD, road.kind(), road.minZoom(), false, roadLabels(way)));
  }

  /** The look of a closed way or a multipolygon. */
  static Optional<Look> ofArea(ReaderElement area) {
    if (isWater(area)) {
      return Optional.of(new Look(Layer.WATER, "water", WATER_ZOOM, true, Map.of()));
    }
    if (area.hasTag("building") && !area.hasTag("building", "no")) {
      return Optional.of(new Look(Layer.BUILDING, "building", BUILDING_ZOOM, true, Map.of()));
    }
    for (var key : AREAS.entrySet()) {
      Kind kind = key.getValue().get(tag(area, key.getKey()));
      if (kind != null) {
        return Optional.of(new Look(Layer.LANDUSE, kind.kind(), kind.minZoom(), true, Map.of()));
      }
    }
    boolean square = area.hasTag("highway", "pedestrian") && area.hasTag("area", "yes");
    return square
        ? Optional.of(new Look(Layer.LANDUSE, "pedestrian", 13, true, Map.of()))
        : Optional.empty();
  }

  private static @Nullable Kind railway(ReaderElement way) {
    Kind rail = RAILWAYS.get(tag(way, "railway"));
    return rail != null && way.hasTag("service") ? new Kind("rail", 13) : rail;
  }

  private static boolean isWater(ReaderElement area) {
    return area.hasTag("natural", "water")
        || area.hasTag("waterway", "riverbank", "dock")
        || area.hasTag("landuse", "reservoir", "basin");
  }

  private static Map<String, Object> roadLabels(ReaderElement way) {
    Map<String, Object> labels = new LinkedHashMap<>();
    if (way.hasTag("name") && !way.hasTag("railway")) {
      labels.put("name", tag(way, "name"));
    }
    if (way.hasTag("ref") && !way.hasTag("railway")) {
      labels.put("ref", tag(way, "ref"));
    }
    if (isTunnel(way)) {
      labels.put("tunnel", true);
    }
    if (way.hasTag("bridge") && !way.hasTag("bridge", "no")) {
      labels.put("bridge", true);
    }
    if (way.hasTag("oneway", "yes", "true", "1") || way.hasTag("junction", "roundabout")) {
      labels.put("oneway", true);
    }
    return labels;
  }

  private static boolean isTunnel(ReaderElement way) {
    return way.hasTag("tunnel") && !way.hasTag("tunnel", "no");
  }

  private static String tag(ReaderElement element, String key) {
    return element.getTag(key, "");
  }
}
