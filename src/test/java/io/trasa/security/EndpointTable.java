package io.trasa.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** The table of who may call what, {@code endpoints.csv} of the test resources. */
final class EndpointTable {

  private static final Path FILE = Path.of("src", "test", "resources", "endpoints.csv");

  private EndpointTable() {}

  /** One row; {@code everybody} includes those who are not logged in. */
  record Row(String method, String path, Set<Role> roles, boolean everybody) {

    String endpoint() {
      return method + " " + path;
    }

    HttpMethod httpMethod() {
      return HttpMethod.valueOf(method);
    }

    boolean isUnsafe() {
      return !"GET".equals(method);
    }
  }

  static List<Row> rows() {
    try {
      return Files.readAllLines(FILE).stream()
          .filter(line -> !line.startsWith("#"))
          .map(EndpointTable::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    var cells = line.split(",", -1);
    boolean everybody = "everybody".equals(cells[2]);
    boolean anyUser = everybody || "anyUser".equals(cells[2]);
    Set<Role> roles = anyUser ? EnumSet.allOf(Role.class) : EnumSet.noneOf(Role.class);
    if (!anyUser) {
      Arrays.stream(cells[2].split(" ")).map(Role::valueOf).forEach(roles::add);
    }
    return new Row(cells[0], cells[1], roles, everybody);
  }
}
