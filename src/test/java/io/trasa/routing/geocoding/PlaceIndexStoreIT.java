package io.trasa.routing.geocoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.routing.Extract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceIndexStoreIT {

  /** A village of its own: a street in two pieces, a house beside it, a house with a courtyard. */
  private static final String VILLAGE =
      """
      <osm version="0.6">
        <node id="1" lat="42.0000" lon="23.0000"/>
        <node id="2" lat="42.0010" lon="23.0010"/>
        <node id="3" lat="42.0020" lon="23.0020"/>
        <node id="4" lat="42.0005" lon="23.0005">
          <tag k="addr:housenumber" v="5"/><tag k="addr:street" v="улица Раковски"/>
          <tag k="addr:postcode" v="2600"/></node>
        <node id="5" lat="42.0015" lon="23.0005">
          <tag k="place" v="village"/><tag k="name" v="Долно село"/>
          <tag k="name:en" v="Lower Village"/></node>
        <way id="10"><nd ref="1"/><nd ref="2"/>
          <tag k="highway" v="residential"/><tag k="name" v="улица Раковски"/></way>
        <way id="11"><nd ref="2"/><nd ref="3"/>
          <tag k="highway" v="residential"/><tag k="name" v="улица Раковски"/></way>
        <way id="12"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/></way>
        <relation id="20"><member type="way" ref="12" role="outer"/>
          <tag k="type" v="multipolygon"/><tag k="building" v="yes"/>
          <tag k="addr:housenumber" v="7а"/><tag k="addr:street" v="улица Раковски"/></relation>
      </osm>
      """;

  @TempDir Path folder;
  private final List<String> progress = new ArrayList<>();

  @Test
  void latinFindsCyrillicAndPiecesAreOneStreet() throws IOException {
    try (PlaceIndex index = open(VILLAGE)) {
      assertThat(index.size()).isEqualTo(4);
      Place street = search(index, "ul. Rakovski").getFirst();
      assertThat(street.street()).isEqualTo("улица Раковски");
      assertThat(street.city()).isEqualTo("Долно село");
      assertThat(street.postcode()).isEqualTo("2600");
      assertThat(search(index, "Rakovski 5, Dolno selo").getFirst().houseNumber()).isEqualTo("5");
      assertThat(search(index, "Раковски 7а").getFirst().houseNumber()).isEqualTo("7а");
      assertThat(search(index, "lower vilage").getFirst().name()).isEqualTo("Долно село");
    }
  }

  @Test
  void isMadeOnce() throws IOException {
    open(VILLAGE).close();
    progress.clear();
    open(VILLAGE).close();
    assertThat(progress).isEmpty();
    open(VILLAGE.replace("Долно", "Горно")).close();
    assertThat(progress).isNotEmpty();
    assertThat(indexes()).hasSize(2);
  }

  @Test
  void aDamagedOneIsMadeAnew() throws IOException {
    open(VILLAGE).close();
    try (var files = Files.list(indexes().getFirst())) {
      for (Path file : files.filter(file -> file.toString().contains("segments")).toList()) {
        Files.writeString(file, "damaged");
      }
    }
    try (PlaceIndex index = open(VILLAGE)) {
      assertThat(index.size()).isEqualTo(4);
    }
  }

  @Test
  void whatACrashLeftDoesNotHinder() throws IOException {
    open(VILLAGE).close();
    Path index = indexes().getFirst();
    Path half = index.resolveSibling(index.getFileName() + ".making");
    Files.move(index, half);
    try (var files = Files.list(half)) {
      Files.delete(files.findFirst().orElseThrow());
    }
    try (PlaceIndex made = open(VILLAGE)) {
      assertThat(made.size()).isEqualTo(4);
    }
    assertThat(indexes()).containsExactly(index);
  }

  @Test
  void aCutOffExtractLeavesNoIndex() {
    assertThatThrownBy(() -> open(VILLAGE.substring(0, VILLAGE.length() / 2)))
        .isInstanceOf(RuntimeException.class);
    assertThat(indexes()).isEmpty();
  }

  private PlaceIndex open(String region) throws IOException {
    Path file = Files.writeString(folder.resolve("village.osm"), region);
    return new PlaceIndexStore(folder.resolve("addresses")).open(Extract.of(file), progress::add);
  }

  private static List<Place> search(PlaceIndex index, String text) {
    return index.search(new PlaceSearch(text, Optional.empty(), 5));
  }

  private List<Path> indexes() {
    try (var entries = Files.list(folder.resolve("addresses"))) {
      return entries.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
