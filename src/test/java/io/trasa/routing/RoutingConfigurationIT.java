package io.trasa.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.routing.basemap.BaseMap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;

class RoutingConfigurationIT {

  @ComponentScan(basePackageClasses = BaseMap.class)
  @EnableConfigurationProperties(RoutingSettings.class)
  static class Room {}

  @TempDir Path folder;

  private final ApplicationContextRunner room =
      new ApplicationContextRunner().withUserConfiguration(Room.class, RoutingConfiguration.class);

  @Test
  void startsWithTheDefaultExtract() {
    room.withPropertyValues("trasa.routing.cache-folder=" + folder)
        .run(
            context -> {
              assertThat(context).hasSingleBean(TravelTimes.class).hasSingleBean(BaseMap.class);
              assertThat(context.getBean(RoadNetwork.class).bounds().contains(RoadsForTests.MARKET))
                  .isTrue();
            });
  }

  @Test
  void refusesToStartWithoutItsExtract() {
    Path missing = folder.resolve("missing.osm.pbf");
    room.withPropertyValues("trasa.routing.extract=" + missing)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(ExtractException.class)
                    .hasMessageContaining(missing.toString()));
  }

  @Test
  void straightLinesNeedNoExtract() {
    room.withPropertyValues("trasa.routing.source=straight-line", "trasa.routing.extract=" + folder)
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(TravelTimes.class)
                    .hasSingleBean(RoadNetwork.class)
                    .hasSingleBean(BaseMap.class));
  }

  @Test
  void refusesSettingsWithoutSense() {
    room.withPropertyValues("trasa.routing.max-snap-metres=0")
        .run(context -> assertThat(context).hasFailed());
    room.withPropertyValues("trasa.routing.source=teleport")
        .run(context -> assertThat(context).hasFailed());
  }
}
