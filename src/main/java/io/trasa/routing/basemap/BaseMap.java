package io.trasa.routing.basemap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.trasa.routing.Extract;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The base map. It is read from the extract in the background, from the first wish for it on, and
 * kept in memory (see {@link MapReader} for the bound); drawn tiles are remembered up to 64 MB.
 * Seas are not drawn: their coasts are open lines that no extract closes.
 */
public final class BaseMap {

  private static final Logger LOG = LoggerFactory.getLogger(BaseMap.class);
  private static final int MAX_CACHED_BYTES = 64 << 20;

  /** What a tile takes beside its bytes. */
  private static final int TILE_OVERHEAD_BYTES = 200;

  private final Optional<Extract> extract;
  private final Cache<Tile, DrawnTile> tiles =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CACHED_BYTES)
          .<Tile, DrawnTile>weigher((tile, drawn) -> drawn.gzip().length + TILE_OVERHEAD_BYTES)
          .build();
  private @Nullable CompletableFuture<MapFeatures> features;

  /** Without an extract all tiles are empty. */
  public BaseMap(Optional<Extract> extract) {
    this.extract = extract;
  }

  /** Begins to read the map, unless that has begun; true once it is read. */
  public boolean prepare() {
    return features().isDone();
  }

  /** The tile, or nothing if the map is not read within the given time; then ask again. */
  public Optional<DrawnTile> tile(Tile tile, Duration patience) throws InterruptedException {
    MapFeatures map;
    try {
      map = features().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return Optional.of(
        Objects.requireNonNull(
            tiles.get(tile, wanted -> DrawnTile.of(TileEncoder.encode(map, wanted)))));
  }

  private synchronized CompletableFuture<MapFeatures> features() {
    if (features == null) {
      var promise = new CompletableFuture<MapFeatures>();
      features = promise;
      Thread.ofPlatform()
          .name("base-map")
          .daemon()
          .start(
              () ->
                  promise.complete(new MapFeatures(extract.map(BaseMap::read).orElse(List.of()))));
    }
    return features;
  }

  /** A map that cannot be read is no reason to stop planning: it stays empty, the log says why. */
  private static List<MapFeature> read(Extract extract) {
    long start = System.nanoTime();
    try {
      List<MapFeature> read = MapReader.read(extract.file());
      LOG.info(
          "Base map ready: {} things to show, read in {} ms.",
          read.size(),
          Duration.ofNanos(System.nanoTime() - start).toMillis());
      return read;
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.error(
          "There is no base map of {}: {}. Maybe set trasa.map.raster-url to an online map.",
          extract.file().toAbsolutePath().normalize(),
          e.getMessage());
      return List.of();
    }
  }
}
