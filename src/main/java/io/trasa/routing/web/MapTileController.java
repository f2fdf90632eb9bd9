package io.trasa.routing.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.trasa.routing.basemap.BaseMap;
import io.trasa.routing.basemap.DrawnTile;
import io.trasa.routing.basemap.Tile;
import io.trasa.security.AllowedFor;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The base map as vector tiles. */
@RestController
class MapTileController {

  private static final String VECTOR_TILE = "application/vnd.mapbox-vector-tile";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final CacheControl ONE_HOUR =
      CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

  /** As an encoding of its own that is not refused. */
  private static final Pattern GZIP =
      Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))", Pattern.CASE_INSENSITIVE);

  private final BaseMap map;

  MapTileController(BaseMap map) {
    this.map = map;
  }

  /** One tile, zoom 0 to 14; 204 where nothing is, 503 while the map is still being read. */
  @AllowedFor(anyUser = true)
  @GetMapping(path = "/api/map/tiles/{z}/{x}/{y}.mvt", produces = VECTOR_TILE)
  ResponseEntity<Resource> tile(
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "")
          @Parameter(hidden = true)
          String encodings)
      throws InterruptedException {
    Optional<DrawnTile> drawn = map.tile(new Tile(z, x, y), PATIENCE);
    if (drawn.isEmpty()) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "10")
          .build();
    }
    return drawn.get().isEmpty()
        ? ResponseEntity.noContent().cacheControl(ONE_HOUR).build()
        : found(drawn.get(), GZIP.matcher(encodings).find());
  }

  /** Packed and plain differ in bytes, so each has its own strong tag. */
  private static ResponseEntity<Resource> found(DrawnTile tile, boolean packed) {
    var answer =
        ResponseEntity.ok()
            .cacheControl(ONE_HOUR)
            .varyBy(HttpHeaders.ACCEPT_ENCODING)
            .eTag("\"%s%s\"".formatted(tile.fingerprint(), packed ? "-gzip" : ""))
            .header(HttpHeaders.CONTENT_TYPE, VECTOR_TILE);
    if (!packed) {
      return answer.body(new ByteArrayResource(tile.bytes()));
    }
    return answer
        .header(HttpHeaders.CONTENT_ENCODING, "gzip")
        .body(new ByteArrayResource(tile.gzip()));
  }
}
