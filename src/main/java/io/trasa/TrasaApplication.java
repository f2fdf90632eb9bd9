package io.trasa;

import io.trasa.common.BackdatedClock;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** Starts Trasa: one application, one database, the rooms below this package. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Trasa", sharedModules = "common")
public class TrasaApplication {

  public static void main(String[] args) {
    SpringApplication.run(TrasaApplication.class, args);
  }

  /** The only source of "now"; tests replace it by a settable one. */
  @Bean
  Clock clock() {
    return new BackdatedClock(Clock.systemUTC());
  }

  /** The zone in which the company's days begin and end. */
  @Bean
  ZoneId companyZone(@Value("${trasa.time-zone}") ZoneId zone) {
    return zone;
  }

  /** The currency in which the company counts. */
  @Bean
  Currency companyCurrency(@Value("${trasa.currency}") String code) {
    return Currency.getInstance(code);
  }
}
