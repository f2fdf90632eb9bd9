package io.trasa.routing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The OpenStreetMap file that roads and map are made from.
 *
 * @param file an existing, readable, not empty file
 * @param key names the content: another content has another key
 */
public record Extract(Path file, String key) {

  private static final int BLOCK_BYTES = 1 << 20;
  private static final int MAX_BLOCKS = 64;
  private static final int MAX_OTHERS = 10;
  private static final String ACTION =
      "Set trasa.routing.extract to an OpenStreetMap extract of your region (.osm.pbf, .osm or"
          + " .osm.gz); osm-data/README.md says where to get one. A relative name counts from the"
          + " folder the application was started in.";

  /**
   * The reader's generated classes are old; the warning is about hostile files, this one is ours.
   */
  private static final Logger OLD_CLASSES_WARNING =
      Logger.getLogger("com.google.protobuf.GeneratedMessage");

  static {
    OLD_CLASSES_WARNING.setLevel(Level.SEVERE);
  }

  /**
   * Checks the file and reads enough of it to know its content again.
   *
   * @throws ExtractException if it is missing, empty or unreadable
   */
  public static Extract of(Path file) {
    if (!Files.exists(file)) {
      throw unusable(file, "does not exist" + othersBeside(file), null);
    }
    if (!Files.isRegularFile(file)) {
      throw unusable(file, "is not a file", null);
    }
    try {
      if (Files.size(file) == 0) {
        throw unusable(file, "is empty", null);
      }
      return new Extract(file, contentKey(file));
    } catch (IOException e) {
      throw unusable(file, "cannot be read (" + e + ")", e);
    }
  }

  /** Regions that are there instead, in case only the name is wrong. */
  private static String othersBeside(Path missing) {
    Path folder = missing.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.list(folder)) {
      String names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".osm.pbf"))
              .sorted()
              .limit(MAX_OTHERS)
              .collect(Collectors.joining(", "));
      return names.isEmpty() ? "" : "; beside it are " + names;
    } catch (IOException e) {
      return "";
    }
  }

  static ExtractException unusable(Path file, String problem, @Nullable Throwable cause) {
    return new ExtractException(file, problem, ACTION, cause);
  }

  /** Size in megabytes, for messages. */
  String megabytes() throws IOException {
    return "%.1f MB".formatted(Files.size(file) / 1e6);
  }

  /**
   * A digest of size and content; of files beyond 64 MiB, 64 evenly spread blocks of it: their
   * blocks are compressed, so no two editions of a region agree in length and in all samples.
   */
  private static String contentKey(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
      long blocks = Math.min((size + BLOCK_BYTES - 1) / BLOCK_BYTES, MAX_BLOCKS);
      long step = Math.max(BLOCK_BYTES, (size - BLOCK_BYTES) / Math.max(1, blocks - 1));
      ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
      for (long i = 0; i < blocks; i++) {
        channel.read(block.clear(), i * step);
        digest.update(block.flip());
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
