package io.trasa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path folder;

  @Test
  void refusesAClusterOfAnotherMajorVersionAndLetsTheFolderGo() throws Exception {
    Path version = Files.createDirectories(folder.resolve("database")).resolve("PG_VERSION");
    Files.writeString(version, "17\n");

    assertThatThrownBy(() -> DataFolder.open(folder))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("was written by PostgreSQL 17")
        .hasMessageContaining(folder.toRealPath().toString());

    Files.writeString(version, DataFolder.POSTGRES_MAJOR + "\n");
    DataFolder.open(folder).close();
  }

  @Test
  void saysThatAFolderCannotBeWritten() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("cannot be written")
        .extracting(e -> ((DatabaseStartException) e).action())
        .asString()
        .contains("trasa.data-folder");
  }

  @Test
  void missesThePasswordOfAnExistingCluster() throws Exception {
    Path version = Files.createDirectories(folder.resolve("database")).resolve("PG_VERSION");
    Files.writeString(version, DataFolder.POSTGRES_MAJOR);

    try (DataFolder opened = DataFolder.open(folder)) {
      assertThatThrownBy(opened::password)
          .isInstanceOf(DatabaseStartException.class)
          .hasMessageContaining("database.password");
    }
  }

  /** A process number is given out again: whoever has it now must never be signalled. */
  @Test
  void takesAnotherProcessWithTheSameNumberForNoServerOfOurs() throws Exception {
    Files.writeString(
        folder.resolve(Postmaster.PID_FILE), ProcessHandle.current().pid() + "\n" + folder + "\n");

    assertThat(Postmaster.of(folder)).isEmpty();
  }
}
