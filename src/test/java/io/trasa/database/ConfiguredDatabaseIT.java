package io.trasa.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@TrasaIT
class ConfiguredDatabaseIT {

  @Autowired ApplicationContext application;
  @Autowired JdbcClient database;
  @Autowired Clock clock;
  @Autowired SettableClock settableClock;

  @Test
  void startsNoServerOfItsOwnWhenADatabaseIsConfigured() {
    assertThat(application.getBeansOfType(EmbeddedDatabase.class)).isEmpty();
  }

  @Test
  void keepsSessionsOnUniversalTimeWhateverTheMachinesZone() {
    assertThat(database.sql("SHOW timezone").query(String.class).single()).isEqualTo("UTC");
  }

  @Test
  void tellsTheTimeThatTheTestSets() {
    settableClock.advance(Duration.ofHours(1));

    assertThat(clock.instant()).isEqualTo("2026-11-23T08:00:00Z");
  }
}
