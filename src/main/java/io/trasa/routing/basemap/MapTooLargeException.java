package io.trasa.routing.basemap;

/** The extract shows more than the built-in base map can hold in memory. */
final class MapTooLargeException extends RuntimeException {

  MapTooLargeException(int maxNodes) {
    super("it has more than %,d vertices to show".formatted(maxNodes));
  }
}
