package io.trasa.routing;

import io.trasa.common.Vehicle;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code trasa.routing.*}.
 *
 * @param source where travel times come from
 * @param extract the OpenStreetMap file, relative to the working folder
 * @param cacheFolder where imported road graphs are kept, one folder each
 * @param vehicles whose ways are prepared; leave out those nobody has, import gets faster
 * @param maxSnapMetres a place farther than this from any road is unreachable
 * @param detourFactor how much longer than the straight line a way is (source straight-line)
 * @param straightLineKmh the speed along it, in km/h (source straight-line)
 */
@Validated
@ConfigurationProperties("trasa.routing")
public record RoutingSettings(
    @DefaultValue("roads") Source source,
    @DefaultValue("osm-data/neubrandenburg.osm.pbf") Path extract,
    @DefaultValue("data/roads") Path cacheFolder,
    @DefaultValue({"car", "van", "truck", "bicycle", "foot"}) @NotEmpty List<Vehicle> vehicles,
    @DefaultValue("2000") @Min(1) int maxSnapMetres,
    @DefaultValue("1.3") @DecimalMin("1") double detourFactor,
    @DefaultValue("40") @Min(1) int straightLineKmh) {

  /** Where travel times come from. */
  public enum Source {
    ROADS,
    STRAIGHT_LINE
  }
}
