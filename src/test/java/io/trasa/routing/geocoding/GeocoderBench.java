package io.trasa.routing.geocoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Coordinates;
import io.trasa.routing.RoadsForTests;
import io.trasa.routing.osm.OsmFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the search for an address takes, one caller at a time: {@code mvn verify -Pbench
 * -Dit.test=GeocoderBench}. Prints a table for docs/benchmarks.md; measures, and asserts nothing
 * but that something was found. A large region is made from the default extract: copies side by
 * side, each with names of its own.
 */
class GeocoderBench {

  private static final int COPIES = 100;
  private static final int WARM_UP = 300;
  private static final int CALLS = 400;
  private static final Coordinates NEAR = new Coordinates(53.557, 13.261);

  private static final List<String> TYPED =
      List.of(
          "Semmelweisstraße 27",
          "Semelweissstr 27, 17036 Neubrandenburg",
          "Str",
          "Haupt",
          "neubr",
          "Friedlaender Str. 15",
          "Нойбранденбург",
          "Carl von Linne Strasse 15 Neubrandenburg",
          "17033",
          "Qwxyzzyq");

  @TempDir Path folder;

  @Test
  void printsTheTable() throws IOException {
    List<Entry> region =
        Gazetteer.of(AddressReader.read(new OsmFile(RoadsForTests.DEFAULT_EXTRACT), doing -> {}));
    var table =
        new StringBuilder(
            "| places | index MB | made in s | typed | median ms | p95 ms | most ms |\n");
    for (int copies : new int[] {1, COPIES}) {
      measure(copied(region, copies), folder.resolve("x" + copies), table);
    }
    System.out.println(table);
  }

  private static void measure(List<Entry> entries, Path target, StringBuilder table)
      throws IOException {
    long start = System.nanoTime();
    PlaceIndexStore.write(entries, target, doing -> {});
    double seconds = millis(start) / 1000;
    try (PlaceIndex index = PlaceIndex.open(target)) {
      assertThat(index.search(new PlaceSearch(TYPED.getFirst(), Optional.of(NEAR), 8)))
          .isNotEmpty();
      String head =
          String.format(
              Locale.ROOT, "| %,d | %.1f | %.1f |", entries.size(), bytes(target) / 1e6, seconds);
      for (String typed : TYPED) {
        var search = new PlaceSearch(typed, Optional.of(NEAR), 8);
        row(table, head + " " + typed, () -> index.search(search));
      }
      row(table, head + " nearest address", () -> index.nearest(NEAR));
    }
  }

  private static void row(StringBuilder table, String name, Runnable call) {
    for (int i = 0; i < WARM_UP; i++) {
      call.run();
    }
    double[] times = new double[CALLS];
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      call.run();
      times[i] = millis(start);
    }
    Arrays.sort(times);
    table.append(
        String.format(
            Locale.ROOT,
            "%s | %.2f | %.2f | %.1f |\n",
            name,
            times[CALLS / 2],
            times[CALLS * 95 / 100],
            times[CALLS - 1]));
  }

  private static List<Entry> copied(List<Entry> region, int copies) {
    List<Entry> all = new ArrayList<>(region);
    for (int copy = 1; copy < copies; copy++) {
      for (Entry entry : region) {
        all.add(copied(entry, copy));
      }
    }
    return all;
  }

  private static Entry copied(Entry entry, int copy) {
    Place place = entry.place();
    var spot = moved(place.coordinates(), copy);
    var other =
        new Place(
            place.kind(),
            renamed(place.name(), copy),
            renamed(place.street(), copy),
            place.houseNumber(),
            place.postcode(),
            renamed(place.city(), copy),
            renamed(place.district(), copy),
            spot,
            null);
    return new Entry(
        other,
        List.of(),
        entry.importance(),
        entry.along().stream().map(at -> moved(at, copy)).toList());
  }

  /** One in four keeps its name, as there is a Hauptstraße everywhere. */
  private static String renamed(String name, int copy) {
    var random = new Random(name.hashCode() * 31L + copy);
    if (name.length() < 4 || random.nextInt(4) == 0) {
      return name;
    }
    String syllables = "ba ko lin tur mel ste wo fra ing hau ger ros ne dim schu pa";
    String[] parts = syllables.split(" ", -1);
    return parts[random.nextInt(parts.length)]
        + parts[random.nextInt(parts.length)]
        + name.substring(3);
  }

  private static Coordinates moved(Coordinates at, int copy) {
    return new Coordinates(at.lat() - copy / 10 * 0.2, at.lon() + copy % 10 * 0.35);
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static double millis(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6;
  }
}
