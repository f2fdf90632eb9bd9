package io.trasa.routing.basemap;

import java.util.Locale;

/** The layers of a tile, in the order they are drawn. */
enum Layer {
  LANDUSE,
  WATER,
  WATERWAY,
  BUILDING,
  ROAD,
  PLACE;

  /** The name under which map styles know the layer. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
