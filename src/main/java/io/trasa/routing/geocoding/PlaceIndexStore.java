package io.trasa.routing.geocoding;

import io.trasa.routing.Extract;
import io.trasa.routing.osm.OsmFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Indexes of places on disk, one folder for each content of an extract. An index is made beside its
 * folder and moved there whole, so a crash leaves no half one; processes that share the folder wait
 * for each other.
 */
final class PlaceIndexStore {

  private static final Logger LOG = LoggerFactory.getLogger(PlaceIndexStore.class);
  private static final int TELL_EVERY = 100_000;

  /** File locks exclude other processes only, this one excludes threads of ours. */
  private static final ReentrantLock IN_PROCESS = new ReentrantLock();

  private final Path folder;

  PlaceIndexStore(Path folder) {
    this.folder = folder;
  }

  /**
   * The index of the extract, made if there is none yet or the stored one is damaged.
   *
   * @param progress is told what is being done
   * @throws IOException if it can be neither read nor written
   */
  PlaceIndex open(Extract extract, Consumer<String> progress) throws IOException {
    String key = extract.key() + "-" + IndexFields.VERSION;
    Path index = folder.resolve(key);
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
        return openLocked(extract, index, progress);
      }
    } finally {
      IN_PROCESS.unlock();
    }
  }

  private static PlaceIndex openLocked(Extract extract, Path index, Consumer<String> progress)
      throws IOException {
    if (Files.exists(index)) {
      try {
        return PlaceIndex.open(index);
      } catch (IOException | RuntimeException e) {
        LOG.warn("The addresses in {} are damaged, reading them again: {}", index, e.toString());
        FileSystemUtils.deleteRecursively(index);
      }
    }
    make(extract, index, progress);
    return PlaceIndex.open(index);
  }

  private static void make(Extract extract, Path index, Consumer<String> progress)
      throws IOException {
    Path unfinished = index.resolveSibling(index.getFileName() + ".making");
    FileSystemUtils.deleteRecursively(unfinished);
    LOG.info("Reading addresses of {}; this happens once for each extract.", extract.file());
    long start = System.nanoTime();
    try {
      List<Entry> entries = Gazetteer.of(AddressReader.read(new OsmFile(extract.file()), progress));
      write(entries, unfinished, progress);
      Files.move(unfinished, index, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FileSystemUtils.deleteRecursively(unfinished);
    }
    LOG.info("Addresses read in {} ms.", Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  static void write(List<Entry> entries, Path target, Consumer<String> progress)
      throws IOException {
    try (var directory = FSDirectory.open(target);
        var writer =
            new IndexWriter(directory, new IndexWriterConfig().setUseCompoundFile(false))) {
      for (int i = 0; i < entries.size(); i++) {
        if (i % TELL_EVERY == 0) {
          progress.accept("writing %d of %d places".formatted(i, entries.size()));
        }
        writer.addDocument(IndexFields.document(entries.get(i)));
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }
}
