package io.trasa.routing;

import com.graphhopper.GraphHopper;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An import that tells in the log what it is doing and, in long steps, that it still lives. */
final class ImportingRoads extends GraphHopper {

  private static final Logger LOG = LoggerFactory.getLogger(ImportingRoads.class);
  private static final int TELL_EVERY_SECONDS = 15;

  private final long start = System.nanoTime();
  private volatile String step = "beginning";

  /** Imports with a sign of life in the log. */
  void importTelling() {
    try (ScheduledExecutorService signs =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())) {
      signs.scheduleAtFixedRate(
          () -> LOG.info("Importing roads, {} s: still {}.", seconds(), step),
          TELL_EVERY_SECONDS,
          TELL_EVERY_SECONDS,
          TimeUnit.SECONDS);
      try {
        importOrLoad();
      } finally {
        signs.shutdownNow();
      }
    }
  }

  @Override
  protected void importOSM() {
    tell(1, "reading the extract");
    super.importOSM();
  }

  @Override
  protected void cleanUp() {
    tell(2, "leaving out islands");
    super.cleanUp();
  }

  @Override
  protected void loadOrPrepareCH(boolean closeEarly) {
    tell(3, "preparing fast routes for each vehicle");
    super.loadOrPrepareCH(closeEarly);
  }

  @Override
  protected void flush() {
    tell(4, "writing to disk");
    super.flush();
  }

  private void tell(int number, String doing) {
    step = doing;
    LOG.info("Importing roads, {} s: step {} of 4, {}.", seconds(), number, doing);
  }

  private long seconds() {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }
}
