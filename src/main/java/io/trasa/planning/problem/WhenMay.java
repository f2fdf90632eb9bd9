package io.trasa.planning.problem;

import io.trasa.planning.problem.Spans.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a visit may start, and when it should; seconds since the horizon's start.
 *
 * @param windows in which the work must start; never empty
 * @param latestEnd the work must be done by then, by contract; {@link #EVER} if there is no such
 * @param dueEnd the work should be done by then; {@link #EVER} if there is no such
 * @param promised what the customer was told: the work should start in it
 * @param preferred when the customer would like the work to start
 * @param urgencyPercent how much a second of delay costs, in hundredths; 0 for no hurry
 */
public record WhenMay(
    Spans windows,
    int latestEnd,
    int dueEnd,
    @Nullable Span promised,
    @Nullable Span preferred,
    int urgencyPercent) {

  /** So late that it never is. */
  public static final int EVER = Integer.MAX_VALUE;

  public static WhenMay in(Spans windows) {
    return new WhenMay(windows, EVER, EVER, null, null, 0);
  }

  /** The same within other windows. */
  public WhenMay within(Spans others) {
    return new WhenMay(others, latestEnd, dueEnd, promised, preferred, urgencyPercent);
  }

  /** The same from that moment on; at that moment if no window is left. */
  WhenMay notBefore(int first) {
    Spans left = windows.notBefore(first);
    return within(left.isEmpty() ? Spans.of(List.of(new Span(first, first))) : left);
  }

  public WhenMay doneBy(int end) {
    return new WhenMay(windows, end, dueEnd, promised, preferred, urgencyPercent);
  }

  public WhenMay due(int end) {
    return new WhenMay(windows, latestEnd, end, promised, preferred, urgencyPercent);
  }

  public WhenMay promisedIn(@Nullable Span span) {
    return new WhenMay(windows, latestEnd, dueEnd, span, preferred, urgencyPercent);
  }

  public WhenMay ratherIn(@Nullable Span span) {
    return new WhenMay(windows, latestEnd, dueEnd, promised, span, urgencyPercent);
  }

  public WhenMay urgent(int percent) {
    return new WhenMay(windows, latestEnd, dueEnd, promised, preferred, percent);
  }

  /** The last moment at which a start keeps what was promised; {@link #EVER} if nothing was. */
  int latestKeptStart(int serviceSeconds) {
    int byPromise = promised == null ? EVER : promised.to();
    int byDue = Math.min(dueEnd, latestEnd);
    return Math.min(byPromise, byDue == EVER ? EVER : byDue - serviceSeconds);
  }
}
