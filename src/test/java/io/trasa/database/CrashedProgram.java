package io.trasa.database;

import java.nio.file.Path;
import java.sql.DriverManager;

/** Commits numbered rows in the embedded database of a folder and prints each, until killed. */
final class CrashedProgram {
  private CrashedProgram() {}

  public static void main(String[] args) throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]));
    String url = database.jdbcUrl(EmbeddedDatabase.NAME);
    try (var connection =
            DriverManager.getConnection(url, EmbeddedDatabase.USER, database.password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE acknowledged (number int PRIMARY KEY)");
      for (int number = 1; ; number++) {
        statement.execute("INSERT INTO acknowledged VALUES (" + number + ")");
        System.out.println("committed " + number);
      }
    }
  }
}
