package io.trasa.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded database lives.
 *
 * @param dataFolder the folder of all working files, relative to where Trasa was started
 */
@ConfigurationProperties("trasa")
record DatabaseSettings(@DefaultValue("data") String dataFolder) {

  Path folder() {
    return Path.of(dataFolder).toAbsolutePath().normalize();
  }
}
