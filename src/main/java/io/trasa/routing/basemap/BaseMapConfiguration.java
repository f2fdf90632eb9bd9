package io.trasa.routing.basemap;

import io.trasa.routing.Extract;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the map once the application is up, so that it delays no start. */
@Configuration(proxyBeanMethods = false)
class BaseMapConfiguration {

  @Bean
  BaseMap baseMap(Optional<Extract> extract) {
    return new BaseMap(extract);
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> baseMapPreparation(BaseMap map) {
    return ready -> map.prepare();
  }
}
