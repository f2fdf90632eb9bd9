package io.trasa.routing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.InvalidInputException;
import io.trasa.routing.Extract;
import io.trasa.routing.RoadsForTests;
import io.trasa.routing.basemap.BaseMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class MapTileControllerIT {

  private static final String TOWN = "/api/map/tiles/14/8795/5294.mvt";

  private final MockMvcTester mvc =
      MockMvcTester.of(
          new MapTileController(
              new BaseMap(Optional.of(Extract.of(RoadsForTests.DEFAULT_EXTRACT)))));

  @Test
  void givesATileToKeepForAWhile() {
    var answer = mvc.get().uri(TOWN).exchange();
    assertThat(answer)
        .hasStatusOk()
        .hasHeader(HttpHeaders.CONTENT_TYPE, "application/vnd.mapbox-vector-tile")
        .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=3600, private");
    assertThat(answer.getResponse().getContentAsByteArray()).hasSizeGreaterThan(10_000);
  }

  @Test
  void anUnchangedTileIsNotSentAgain() {
    String tag =
        Objects.requireNonNull(
            mvc.get().uri(TOWN).exchange().getResponse().getHeader(HttpHeaders.ETAG));
    var again = mvc.get().uri(TOWN).header(HttpHeaders.IF_NONE_MATCH, tag).exchange();
    assertThat(again).hasStatus(304);
    assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
  }

  @Test
  void isPackedOnceForThoseWhoCanUnpackIt() throws IOException {
    var plain = mvc.get().uri(TOWN).exchange().getResponse();
    var packed =
        mvc.get()
            .uri(TOWN)
            .header(HttpHeaders.ACCEPT_ENCODING, "gzip, br")
            .exchange()
            .getResponse();
    assertThat(packed.getHeader(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
    assertThat(packed.getHeader(HttpHeaders.ETAG))
        .startsWith("\"")
        .isNotEqualTo(plain.getHeader(HttpHeaders.ETAG));
    try (var unpacked =
        new GZIPInputStream(new ByteArrayInputStream(packed.getContentAsByteArray()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain.getContentAsByteArray());
    }
    var refused = mvc.get().uri(TOWN).header(HttpHeaders.ACCEPT_ENCODING, "gzip;q=0").exchange();
    assertThat(refused.getResponse().getHeader(HttpHeaders.CONTENT_ENCODING)).isNull();
  }

  @Test
  void nothingThereIsNoContent() {
    assertThat(mvc.get().uri("/api/map/tiles/14/0/0.mvt")).hasStatus(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"15/0/0", "-1/0/0", "3/8/0", "3/0/-1"})
  void refusesTilesThatDoNotExist(String tile) {
    assertThat(mvc.get().uri("/api/map/tiles/" + tile + ".mvt"))
        .hasFailed()
        .failure()
        .hasRootCauseInstanceOf(InvalidInputException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x/0/0", "3/99999999999/0", "3/0/1.5"})
  void refusesWhatIsNoTile(String tile) {
    assertThat(mvc.get().uri("/api/map/tiles/" + tile + ".mvt")).hasStatus(400);
  }
}
