package io.trasa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a newcomer reads first leads where it says. */
class LinkTest {

  private static final Path ARCHITECTURE = Path.of("ARCHITECTURE.md");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)|src=\"([^\"]+)\"");

  static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadToFilesThatExist(Path document) throws IOException {
    List<String> broken =
        LINK.matcher(Files.readString(document))
            .results()
            .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
            .filter(target -> !target.matches("[a-z]+:.*"))
            .filter(target -> !Files.exists(document.resolveSibling(target)))
            .toList();

    assertThat(broken).as("links of %s", document).isEmpty();
  }

  @Test
  void theArchitectureFitsOneSitting() throws IOException {
    assertThat(Files.readAllLines(ARCHITECTURE)).hasSizeLessThanOrEqualTo(150);
  }

  @Test
  void theArchitectureShowsEveryRoom() throws IOException {
    String text = Files.readString(ARCHITECTURE);
    try (Stream<Path> rooms = Files.list(Path.of("src/main/java/io/trasa"))) {
      assertThat(rooms.filter(Files::isDirectory))
          .allSatisfy(room -> assertThat(text).contains("](" + room + ")"));
    }
  }
}
