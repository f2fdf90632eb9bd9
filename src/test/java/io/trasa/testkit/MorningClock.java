package io.trasa.testkit;

import io.trasa.common.BackdatedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Gives an application a clock that runs as the real one but began on a Tuesday morning: a whole
 * working day lies ahead whenever the tests run, and its browsers show the same time.
 */
@TestConfiguration(proxyBeanMethods = false)
public class MorningClock {

  /** 7:15 in the company's zone, in winter. */
  private static final Instant START = Instant.parse("2026-11-24T06:15:00Z");

  /** How far it is ahead of the real clock; mostly negative. */
  public static final Duration AHEAD = Duration.between(Instant.now(), START);

  @Bean
  @Primary
  Clock runningSinceMorning() {
    return new BackdatedClock(Clock.offset(Clock.systemUTC(), AHEAD));
  }
}
