package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import io.trasa.common.UnavailableException;
import io.trasa.routing.Extract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the addresses, streets and settlements of the extract. They are read in the background from
 * {@link #prepare} on, once for each content of an extract, and kept in a folder.
 */
public final class ExtractGeocoder implements Geocoder, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ExtractGeocoder.class);

  private final Extract extract;
  private final PlaceIndexStore store;
  private volatile String progress = "not begun";
  private @Nullable CompletableFuture<PlaceIndex> index;

  /**
   * @param folder where indexes are kept, one folder each
   */
  public ExtractGeocoder(Extract extract, Path folder) {
    this.extract = extract;
    store = new PlaceIndexStore(folder);
  }

  /** Begins to read the addresses, unless that has begun. */
  public synchronized CompletableFuture<?> prepare() {
    return reading();
  }

  @Override
  public List<Place> search(PlaceSearch search) {
    return index().search(search);
  }

  @Override
  public Optional<Place> reverse(Coordinates spot) {
    return index().nearest(spot);
  }

  private PlaceIndex index() {
    CompletableFuture<PlaceIndex> reading = reading();
    return switch (reading.state()) {
      case SUCCESS -> reading.resultNow();
      case RUNNING ->
          throw new UnavailableException(
              "places-preparing",
              "The addresses of the region are being prepared (%s). Set the pin on the map, or try again in a minute."
                  .formatted(progress));
      case FAILED, CANCELLED ->
          throw new UnavailableException(
              "places-failed",
              "The addresses of the region could not be read; the log says why. Set the pin on the"
                  + " map.");
    };
  }

  private synchronized CompletableFuture<PlaceIndex> reading() {
    if (index == null) {
      var promise = new CompletableFuture<PlaceIndex>();
      index = promise;
      Thread.ofPlatform().name("addresses").daemon().start(() -> read(promise));
    }
    return index;
  }

  /** Addresses that cannot be read are no reason to stop planning. */
  private void read(CompletableFuture<PlaceIndex> promise) {
    try {
      PlaceIndex opened = store.open(extract, this::tell);
      LOG.info("Address search ready: {} places.", opened.size());
      promise.complete(opened);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      LOG.error(
          "There is no address search in {}: {}. Maybe start with more memory (-Xmx), or set"
              + " trasa.geocoding.source to an external geocoder.",
          extract.file().toAbsolutePath().normalize(),
          e.toString());
      promise.completeExceptionally(e);
    }
  }

  private void tell(String doing) {
    progress = doing;
    LOG.info("Addresses: {}.", doing);
  }

  @Override
  public synchronized void close() throws IOException {
    if (index != null && index.state() == Future.State.SUCCESS) {
      index.resultNow().close();
    }
  }
}
