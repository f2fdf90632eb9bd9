package io.trasa.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script for another region, from files and from a server of the test. */
class FetchRegionIT {

  private record Run(int status, String output) {}

  @TempDir Path folder;
  private final Map<String, byte[]> served = new ConcurrentHashMap<>();
  private final List<String> ranges = new ArrayList<>();
  private HttpServer server;
  private byte[] region = new byte[0];

  @BeforeEach
  void start() throws IOException {
    Files.copy(
        Path.of("osm-data/fetch-region"),
        folder.resolve("fetch-region"),
        StandardCopyOption.COPY_ATTRIBUTES);
    region = Files.readAllBytes(RoadsForTests.DEFAULT_EXTRACT);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void takesAFileFromThisMachine() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("small.osm.pbf");
    Files.write(elsewhere, region);
    Run run = run(elsewhere.toUri().toString().replace("file:/", "file:///"));
    assertThat(run.output()).contains("Ready: osm-data/small.osm.pbf").contains("was not checked");
    assertThat(run.status()).isZero();
    assertThat(folder.resolve("small.osm.pbf")).hasBinaryContent(region);
  }

  @Test
  void checksTheSumBesideTheFile() throws Exception {
    served.put("/r.osm.pbf", region);
    served.put("/r.osm.pbf.md5", (sum("MD5") + "  r.osm.pbf\n").getBytes(StandardCharsets.UTF_8));
    Run run = run(url("/r.osm.pbf"));
    assertThat(run.output()).contains("md5 sum is right");
    assertThat(run.status()).isZero();
    assertThat(files()).containsExactlyInAnyOrder("fetch-region", "r.osm.pbf");
  }

  @Test
  void throwsAwayWhatHasAnotherSum() throws Exception {
    served.put("/r.osm.pbf", region);
    Run run = run(url("/r.osm.pbf"), "--sha256", "0".repeat(64));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("sha256 sum is not").contains("thrown away");
    assertThat(files()).containsExactly("fetch-region");
  }

  @Test
  void goesOnWhereADownloadStopped() throws Exception {
    served.put("/r.osm.pbf", region);
    String address = url("/r.osm.pbf");
    Files.write(folder.resolve("mine.osm.pbf.part"), Arrays.copyOf(region, 500_000));
    Files.writeString(folder.resolve("mine.osm.pbf.part.from"), address + "\n" + sum("SHA-256"));
    Run run = run(address, "--name", "mine", "--sha256", sum("SHA-256"));
    assertThat(run.output()).contains("sha256 sum is right");
    assertThat(ranges).containsExactly("bytes=500000-");
    assertThat(folder.resolve("mine.osm.pbf")).hasBinaryContent(region);
  }

  @Test
  void aPartOfSomethingElseIsNotContinued() throws Exception {
    served.put("/r.osm.pbf", region);
    Files.write(folder.resolve("r.osm.pbf.part"), new byte[1000]);
    Files.writeString(folder.resolve("r.osm.pbf.part.from"), "http://another.example/r.osm.pbf");
    assertThat(run(url("/r.osm.pbf")).status()).isZero();
    assertThat(folder.resolve("r.osm.pbf")).hasBinaryContent(region);
  }

  @Test
  void aWholePartNeedsNoDownload() throws Exception {
    String address = url("/r.osm.pbf");
    Files.write(folder.resolve("r.osm.pbf.part"), region);
    Files.writeString(folder.resolve("r.osm.pbf.part.from"), address + "\n" + sum("SHA-256"));
    assertThat(run(address, "--sha256", sum("SHA-256")).status()).isZero();
    assertThat(files()).containsExactlyInAnyOrder("fetch-region", "r.osm.pbf");
  }

  @Test
  void leavesTheRegionInPlaceWhenTheNewOneIsNoExtract() throws Exception {
    Files.write(folder.resolve("r.osm.pbf"), region);
    served.put("/r.osm.pbf", "<html>Moved</html>".getBytes(StandardCharsets.UTF_8));
    Run run = run(url("/r.osm.pbf"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.output()).contains("no .osm.pbf file");
    assertThat(folder.resolve("r.osm.pbf")).hasBinaryContent(region);
    assertThat(run(url("/gone.osm.pbf")).output()).contains("Run the same command again");
  }

  @Test
  void refusesOddCalls() throws Exception {
    assertThat(run().output()).contains("fetch-region URL");
    assertThat(run("ftp://example.org/a.osm.pbf").output()).contains("is not an http");
    assertThat(run(url("/r.osm.pbf"), "--name", "../r").output()).contains("no good file name");
  }

  private Run run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(folder.resolve("fetch-region").toString()));
    command.addAll(List.of(arguments));
    Process script = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(script.waitFor(), output);
  }

  private void serve(HttpExchange call) throws IOException {
    byte @Nullable [] found = served.get(call.getRequestURI().getPath());
    byte[] body = found == null ? new byte[0] : found;
    String range = call.getRequestHeaders().getFirst("Range");
    int from = 0;
    if (range != null) {
      ranges.add(range);
      from = Integer.parseInt(range.replaceAll("\\D", ""));
      call.getResponseHeaders()
          .add("Content-Range", "bytes %d-%d/%d".formatted(from, body.length - 1, body.length));
    }
    call.sendResponseHeaders(found == null ? 404 : range == null ? 200 : 206, 0);
    try (var out = call.getResponseBody()) {
      out.write(body, from, body.length - from);
    }
  }

  private String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  private String sum(String algorithm) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(region));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
