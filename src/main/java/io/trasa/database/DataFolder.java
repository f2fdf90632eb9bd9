package io.trasa.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * What the embedded database keeps below the data folder, held by one process at a time:
 *
 * <pre>
 * database           the cluster, once it is complete
 * database.new       a cluster in the making; nothing of a user's is ever in it
 * database.password  of both users of the cluster, readable by the owner only
 * database.lock      locked while a Trasa runs on this folder; holds its process number
 * database.log       what PostgreSQL said since its last start
 * postgresql         the unpacked PostgreSQL programs
 * </pre>
 */
final class DataFolder implements AutoCloseable {

  /** The major version of the PostgreSQL we bring along; clusters of others do not open. */
  static final String POSTGRES_MAJOR = "18";

  private static final long MEGABYTE = 1 << 20;
  private static final long FIRST_START_MEGABYTES = 400;
  private static final long LATER_START_MEGABYTES = 64;

  private final Path folder;
  private final FileChannel lockFile;

  private DataFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * Takes the folder for this process alone and checks that a database can live there.
   *
   * @throws DatabaseStartException when it is in use, not writable, full or of another version
   */
  static DataFolder open(Path wanted) {
    try {
      Files.createDirectories(wanted);
      Path folder = wanted.toRealPath();
      DataFolder opened = new DataFolder(folder, lock(folder));
      try {
        opened.requireSpace();
        opened.requireVersion();
        return opened;
      } catch (RuntimeException | IOException e) {
        opened.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseStartException(
          "The data folder %s cannot be written: %s.".formatted(wanted, e),
          "Give the user that runs Trasa the right to write there, or name another folder by"
              + " trasa.data-folder. Maybe the disk is full or mounted read-only.",
          e);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    Path file = folder.resolve("database.lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new DatabaseStartException(
          "The data folder %s is in use by another Trasa (process %s)."
              .formatted(folder, Files.readString(file).strip()),
          "Stop the other one, or give this one its own folder by trasa.data-folder. Several"
              + " instances share one company only on an external PostgreSQL: set"
              + " spring.datasource.url.");
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid().getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisJvm) {
      return null;
    }
  }

  private static String pid() {
    return Long.toString(ProcessHandle.current().pid());
  }

  private void requireSpace() throws IOException {
    long needed = hasCluster() ? LATER_START_MEGABYTES : FIRST_START_MEGABYTES;
    long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
    if (free < needed) {
      throw new DatabaseStartException(
          "The disk of the data folder %s has %d MB left; the database needs %d MB to start."
              .formatted(folder, free, needed),
          "Free some space, or move the folder to a larger disk and name it by"
              + " trasa.data-folder.");
    }
  }

  private void requireVersion() throws IOException {
    if (!hasCluster()) {
      return;
    }
    String version = Files.readString(cluster().resolve("PG_VERSION")).strip();
    if (!version.equals(POSTGRES_MAJOR)) {
      throw new DatabaseStartException(
          "The database in %s was written by PostgreSQL %s, this Trasa brings PostgreSQL %s."
              .formatted(cluster(), version, POSTGRES_MAJOR),
          "Nothing was changed. Dump it with the Trasa that wrote it (pg_dump) and restore the"
              + " dump into an empty data folder, or start that Trasa again.");
    }
  }

  boolean hasCluster() {
    return Files.exists(cluster());
  }

  Path cluster() {
    return folder.resolve("database");
  }

  Path newCluster() {
    return folder.resolve("database.new");
  }

  Path log() {
    return folder.resolve("database.log");
  }

  Path programs() {
    return folder.resolve("postgresql");
  }

  Path passwordFile() {
    return folder.resolve("database.password");
  }

  /** Unpacking does not resume: what a kill left half unpacked has to go. */
  void removeHalfUnpackedPrograms() throws IOException {
    if (Files.isDirectory(programs())) {
      try (DirectoryStream<Path> versions = Files.newDirectoryStream(programs())) {
        for (Path version : versions) {
          if (!Files.exists(version.resolve(".exists"))) {
            FileSystemUtils.deleteRecursively(version);
          }
        }
      }
    }
  }

  /** Makes room for a first start: no half-made cluster, a fresh password. */
  void prepareFirstStart() throws IOException {
    FileSystemUtils.deleteRecursively(newCluster());
    Files.deleteIfExists(passwordFile());
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw new DatabaseStartException(
          "The database in %s is there, but its password file is not readable: %s."
              .formatted(cluster(), e),
          "Put %s back from the backup that holds the database.".formatted(passwordFile()),
          e);
    }
  }

  /** Lets the folder go; the lock ends with its channel. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
