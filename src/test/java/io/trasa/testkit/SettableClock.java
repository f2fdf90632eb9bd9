package io.trasa.testkit;

import io.trasa.common.BackdatedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; {@link TrasaIT} sets it back to the start. */
public final class SettableClock extends Clock {

  /** A Monday morning, 8:00 in the company's zone. */
  public static final Instant START = Instant.parse("2026-11-23T07:00:00Z");

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  public SettableClock() {
    this(new AtomicReference<>(START), ZoneOffset.UTC);
  }

  private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  public void set(Instant instant) {
    now.set(instant);
  }

  public void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  public void reset() {
    set(START);
  }

  @Override
  public Instant instant() {
    return BackdatedClock.thenOr(now.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** Shows the same, settable time in another zone. */
  @Override
  public Clock withZone(ZoneId other) {
    return new SettableClock(now, other);
  }
}
