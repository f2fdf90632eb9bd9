package io.trasa.demo.web;

import io.trasa.demo.DemoCompany;
import io.trasa.routing.Bounds;
import io.trasa.routing.RoadNetwork;
import io.trasa.security.AllowedFor;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the pages need before anybody is logged in. */
@RestController
class SettingsController {

  private final RoadNetwork roads;
  private final DemoCompany demo;
  private final ZoneId zone;
  private final Currency currency;
  private final String rasterUrl;
  private final String attribution;

  SettingsController(
      RoadNetwork roads,
      DemoCompany demo,
      ZoneId zone,
      Currency currency,
      @Value("${trasa.map.raster-url}") String rasterUrl,
      @Value("${trasa.map.attribution}") String attribution) {
    this.roads = roads;
    this.demo = demo;
    this.zone = zone;
    this.currency = currency;
    this.rasterUrl = rasterUrl;
    this.attribution = attribution;
  }

  /**
   * @param currency the one the company counts in, by ISO 4217
   */
  record SettingsView(
      String version,
      String timeZone,
      String currency,
      List<DemoCompany.Login> demoLogins,
      MapView map) {}

  record MapView(String rasterUrl, String attribution, Bounds bounds) {}

  @GetMapping("/api/settings")
  @AllowedFor(everybody = true)
  SettingsView settings() {
    String version = DemoCompany.class.getPackage().getImplementationVersion();
    return new SettingsView(
        version == null ? "development" : version,
        zone.getId(),
        currency.getCurrencyCode(),
        demo.logins(),
        new MapView(rasterUrl, attribution, roads.bounds()));
  }
}
