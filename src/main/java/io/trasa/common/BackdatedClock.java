package io.trasa.common;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The application's clock, which within {@link #at} shows another time: how a company's past is
 * taken over or made up through the ordinary services. Only the calling thread sees it.
 */
public final class BackdatedClock extends Clock {

  private static final ScopedValue<Instant> THEN = ScopedValue.newInstance();

  private final Clock real;

  public BackdatedClock(Clock real) {
    this.real = real;
  }

  /** Does work at another time. */
  public static void at(Instant then, Runnable work) {
    ScopedValue.where(THEN, then).run(work);
  }

  /** The time that the calling thread lives in; the given one outside of {@link #at}. */
  public static Instant thenOr(Instant now) {
    return THEN.isBound() ? THEN.get() : now;
  }

  @Override
  public Instant instant() {
    return thenOr(real.instant());
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new BackdatedClock(real.withZone(zone));
  }
}
