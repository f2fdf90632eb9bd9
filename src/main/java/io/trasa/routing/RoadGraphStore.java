package io.trasa.routing;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.Constants;
import com.graphhopper.util.PMap;
import io.trasa.common.Vehicle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.FileSystemUtils;

/**
 * Imported road graphs on disk, one folder for each content of an extract and way of importing it.
 * An import happens beside its folder and is moved there whole, so a crash leaves no half graph;
 * processes that share the folder wait for each other.
 */
final class RoadGraphStore {

  private static final Logger LOG = LoggerFactory.getLogger(RoadGraphStore.class);
  private static final String SIZES = "trasa-file-sizes";

  /** File locks exclude other processes only, this one excludes threads of ours. */
  private static final ReentrantLock IN_PROCESS = new ReentrantLock();

  private final Path folder;
  private final List<Vehicle> vehicles;

  /**
   * @param vehicles whose ways are prepared; not empty, the first one must find a road
   */
  RoadGraphStore(Path folder, Collection<Vehicle> vehicles) {
    this.folder = folder;
    this.vehicles = List.copyOf(vehicles);
  }

  /** Names the extract's content, the vehicles and the program that imports. */
  String key(Extract extract) {
    return extract.key() + "-" + configurationKey();
  }

  /**
   * The roads of the extract, imported if this has not happened yet or the stored graph is damaged.
   *
   * @throws ExtractException if the extract has no roads that can be used
   */
  GraphHopper open(Extract extract) {
    String key = key(extract);
    IN_PROCESS.lock();
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(key + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Objects.requireNonNull(lock);
        return openLocked(extract, folder.resolve(key));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep roads in " + folder.toAbsolutePath(), e);
    } finally {
      IN_PROCESS.unlock();
    }
  }

  private GraphHopper openLocked(Extract extract, Path graph) throws IOException {
    if (Files.exists(graph)) {
      GraphHopper stored = load(graph);
      if (stored != null) {
        return stored;
      }
      LOG.warn("The stored roads in {} are damaged: importing again.", graph.toAbsolutePath());
      FileSystemUtils.deleteRecursively(graph);
    }
    importInto(extract, graph);
    GraphHopper imported = load(graph);
    if (imported == null) {
      throw new IOException("The roads just written to " + graph + " cannot be read back.");
    }
    return imported;
  }

  private @Nullable GraphHopper load(Path graph) throws IOException {
    if (!isWhole(graph)) {
      return null;
    }
    GraphHopper hopper = configured(new GraphHopper(), graph).setAllowWrites(false);
    try {
      return hopper.load() ? hopper : null;
    } catch (RuntimeException e) {
      LOG.warn("Cannot load the roads in {}: {}", graph.toAbsolutePath(), e.toString());
      hopper.close();
      return null;
    }
  }

  private void importInto(Extract extract, Path graph) throws IOException {
    Path unfinished = folder.resolve(graph.getFileName() + ".importing");
    FileSystemUtils.deleteRecursively(unfinished);
    LOG.info(
        "Importing roads from {} ({}); this happens once for each extract.",
        extract.file().toAbsolutePath().normalize(),
        extract.megabytes());
    long start = System.nanoTime();
    try {
      importRoads(extract, unfinished);
      Files.writeString(unfinished.resolve(SIZES), sizes(unfinished));
      Files.move(unfinished, graph, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FileSystemUtils.deleteRecursively(unfinished);
    }
    LOG.info("Roads imported in {} ms.", Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private void importRoads(Extract extract, Path target) {
    var hopper = configured(new ImportingRoads(), target);
    hopper.setOSMFile(extract.file().toString());
    try {
      hopper.importTelling();
      requireRoad(hopper, extract);
    } catch (ExtractException e) {
      throw e;
    } catch (RuntimeException e) {
      throw Extract.unusable(
          extract.file(),
          "cannot be imported (%s). Maybe it is damaged, its download was cut off, or it is not"
                  .formatted(NestedExceptionUtils.getMostSpecificCause(e))
              + " OpenStreetMap data",
          e);
    } catch (OutOfMemoryError e) {
      throw new ExtractException(
          extract.file(),
          "is too large for the memory of this process (%d MB)"
              .formatted(Runtime.getRuntime().maxMemory() / 1_000_000),
          "Start with more memory, such as -Xmx8g, or take a smaller region.",
          e);
    } finally {
      hopper.close();
    }
  }

  private void requireRoad(GraphHopper hopper, Extract extract) {
    Vehicle vehicle = vehicles.getFirst();
    Weighting weighting = hopper.createWeighting(VehicleProfiles.of(vehicle), new PMap());
    AllEdgesIterator edges = hopper.getBaseGraph().getAllEdges();
    while (edges.next()) {
      if (Double.isFinite(weighting.calcEdgeWeight(edges, false))
          || Double.isFinite(weighting.calcEdgeWeight(edges, true))) {
        return;
      }
    }
    throw Extract.unusable(
        extract.file(),
        "has no road that a %s may use".formatted(VehicleProfiles.name(vehicle)),
        null);
  }

  private <T extends GraphHopper> T configured(T hopper, Path graph) {
    hopper.setProfiles(VehicleProfiles.of(vehicles));
    hopper.setEncodedValuesString(VehicleProfiles.encodedValues(vehicles));
    hopper
        .getCHPreparationHandler()
        .setCHProfiles(vehicles.stream().map(v -> new CHProfile(VehicleProfiles.name(v))).toList());
    hopper
        .getCHPreparationHandler()
        .setPreparationThreads(Runtime.getRuntime().availableProcessors());
    hopper.setGraphHopperLocation(graph.toString());
    return hopper;
  }

  /** Changes whenever a profile or the program that imports changes. */
  private String configurationKey() {
    var parts =
        List.of(
            VehicleProfiles.of(vehicles).toString(),
            VehicleProfiles.encodedValues(vehicles),
            Constants.VERSION);
    return "%08x".formatted(parts.hashCode());
  }

  private static boolean isWhole(Path graph) throws IOException {
    Path stored = graph.resolve(SIZES);
    return Files.isRegularFile(stored) && Files.readString(stored).equals(sizes(graph));
  }

  private static String sizes(Path graph) throws IOException {
    var text = new StringBuilder();
    try (var files = Files.list(graph)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith(SIZES)) {
          text.append(file.getFileName()).append(' ').append(Files.size(file)).append('\n');
        }
      }
    }
    return text.toString();
  }
}
