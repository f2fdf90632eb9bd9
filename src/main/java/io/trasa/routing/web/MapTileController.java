package io.trasa.routing.web;

import io.trasa.routing.basemap.BaseMap;
import io.trasa.routing.basemap.DrawnTile;
import io.trasa.routing.basemap.Tile;
import io.trasa.security.AllowedFor;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The base map as vector tiles. */
@RestController
class MapTileController {

  private static final String VECTOR_TILE = "application/vnd.mapbox-vector-tile";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final CacheControl ONE_HOUR =
      CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

  private final BaseMap map;

  MapTileController(BaseMap map) {
    this.map = map;
  }

  /** One tile, zoom 0 to 14; 204 where nothing is, 503 while the map is still being read. */
  @AllowedFor(anyUser = true)
  @GetMapping(path = "/api/map/tiles/{z}/{x}/{y}.mvt", produces = VECTOR_TILE)
  ResponseEntity<byte[]> tile(@PathVariable int z, @PathVariable int x, @PathVariable int y)
      throws InterruptedException {
    Optional<DrawnTile> drawn = map.tile(new Tile(z, x, y), PATIENCE);
    if (drawn.isEmpty()) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "10")
          .build();
    }
    return drawn.get().isEmpty()
        ? ResponseEntity.noContent().cacheControl(ONE_HOUR).build()
        : found(drawn.get());
  }

  /** A weak tag: compressing servers do not touch answers with a strong one. */
  private static ResponseEntity<byte[]> found(DrawnTile tile) {
    return ResponseEntity.ok()
        .cacheControl(ONE_HOUR)
        .eTag("W/\"%s\"".formatted(tile.fingerprint()))
        .header(HttpHeaders.CONTENT_TYPE, VECTOR_TILE)
        .body(tile.bytes());
  }
}
