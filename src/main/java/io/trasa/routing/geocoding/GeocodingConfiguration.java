package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import io.trasa.common.UnavailableException;
import io.trasa.routing.Extract;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The geocoder that {@code trasa.geocoding.source} names. */
@Configuration(proxyBeanMethods = false)
class GeocodingConfiguration {

  /** Stands in where there is no extract to read addresses from. */
  private static final class NoGeocoder implements Geocoder {
    @Override
    public List<Place> search(PlaceSearch search) {
      throw missing();
    }

    @Override
    public Optional<Place> reverse(Coordinates spot) {
      throw missing();
    }

    private static UnavailableException missing() {
      return new UnavailableException(
          "places-missing",
          "There is no address search without a road extract. Set the pin on the map, or set"
              + " trasa.geocoding.source to photon or nominatim.");
    }
  }

  @Bean
  Geocoder geocoder(GeocodingSettings settings, Optional<Extract> extract) {
    return switch (settings.source()) {
      case EXTRACT ->
          extract
              .<Geocoder>map(region -> new ExtractGeocoder(region, settings.folder()))
              .orElseGet(NoGeocoder::new);
      case PHOTON -> new PhotonGeocoder(new JsonService(url(settings), settings.timeout()));
      case NOMINATIM -> new NominatimGeocoder(new JsonService(url(settings), settings.timeout()));
    };
  }

  @Bean
  Places places(Geocoder geocoder) {
    return new Places(geocoder);
  }

  /** Once the application is up, so that it delays no start. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> addressPreparation(Geocoder geocoder) {
    return ready -> {
      if (geocoder instanceof ExtractGeocoder ours) {
        ours.prepare();
      }
    };
  }

  private static URI url(GeocodingSettings settings) {
    URI url = settings.url();
    if (url == null || url.getHost() == null || !url.toString().startsWith("http")) {
      throw new IllegalArgumentException(
          "trasa.geocoding.url is %s. With trasa.geocoding.source=%s it must say where that answers, such as https://geocoder.example.org."
              .formatted(url, settings.source().name().toLowerCase(Locale.ROOT)));
    }
    return url;
  }
}
