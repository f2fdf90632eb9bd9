package io.trasa.routing;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Roads or straight lines, as {@code trasa.routing.source} says. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(
      name = "trasa.routing.source",
      havingValue = "roads",
      matchIfMissing = true)
  static class Roads {

    @Bean
    Extract extract(RoutingSettings settings) {
      return Extract.of(settings.extract());
    }

    @Bean
    RoadGraph roadGraph(Extract extract, RoutingSettings settings) {
      return RoadGraph.open(
          extract, settings.cacheFolder(), settings.vehicles(), settings.maxSnapMetres());
    }

    @Bean
    TravelTimes travelTimes(RoadGraph roads) {
      return new RoadTravelTimes(roads, new KnownMatrices());
    }

    @Bean
    RoadNetwork roadNetwork(RoadGraph roads) {
      return new RoadPaths(roads);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "trasa.routing.source", havingValue = "straight-line")
  static class StraightLines {

    @Bean
    StraightLineTravelTimes straightLines(RoutingSettings settings) {
      return new StraightLineTravelTimes(settings.detourFactor(), settings.straightLineKmh());
    }
  }
}
