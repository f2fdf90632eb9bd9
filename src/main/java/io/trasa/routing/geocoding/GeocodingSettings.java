package io.trasa.routing.geocoding;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code trasa.geocoding.*}.
 *
 * @param source who finds addresses
 * @param folder where the addresses of extracts are kept, one folder each
 * @param url where Photon or Nominatim answers, such as {@code https://photon.example.org}
 * @param timeout how long to wait for its answer
 */
@Validated
@ConfigurationProperties("trasa.geocoding")
public record GeocodingSettings(
    @DefaultValue("extract") @NotNull Source source,
    @DefaultValue("data/addresses") Path folder,
    @Nullable URI url,
    @DefaultValue("3s") Duration timeout) {

  /** Who finds addresses. */
  public enum Source {
    EXTRACT,
    PHOTON,
    NOMINATIM
  }
}
