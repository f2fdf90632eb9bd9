package io.trasa.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseIT {

  @TempDir Path folder;

  @Test
  void servesTheOrdinaryPoolWhenNoDatabaseIsConfiguredAndStopsAfterIt() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                DataSourceAutoConfiguration.class,
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class))
        .withUserConfiguration(DatabaseConfiguration.class, Settings.class)
        .withPropertyValues("trasa.data-folder=" + folder, "spring.datasource.url=")
        .run(
            application -> {
              var database = application.getBean(JdbcClient.class);
              assertThat(database.sql("SELECT current_user").query(String.class).single())
                  .isEqualTo(EmbeddedDatabase.USER);
              assertThat(database.sql("SHOW application_name").query(String.class).single())
                  .isEqualTo("Trasa");
            });

    assertThat(Files.exists(folder.resolve("database").resolve(Postmaster.PID_FILE))).isFalse();
    assertThat(folder.resolve("database/PG_VERSION")).exists();
  }

  @EnableConfigurationProperties(DatabaseSettings.class)
  static class Settings {}
}
