package io.trasa.orders;

import io.trasa.common.InvalidInputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;

/**
 * The days on which a rule of RFC 5545 falls. It counts in days of the calendar, without any zone,
 * so that no change to or from summer time moves it; and each day is reckoned from the start, so
 * that short months and years without a 29th of February do not make it drift.
 */
public final class RecurrenceDates {

  static final int MAX_RULE = 500;
  private static final int LAST_YEAR = 2099;
  private static final Set<Freq> BY_DAYS =
      Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

  private final RecurrenceRule rule;
  private final LocalDate start;

  private RecurrenceDates(RecurrenceRule rule, LocalDate start) {
    this.rule = rule;
    this.start = start;
  }

  /**
   * @param text an RRULE such as {@code FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1}, with or without its
   *     name in front
   * @param start the first day it may fall on, and the day from which intervals are counted
   * @throws InvalidInputException for the field {@code rule}, if it is not a rule that falls on at
   *     least one day of this century
   */
  public static RecurrenceDates of(String text, LocalDate start) {
    var plain = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "");
    var dates = new RecurrenceDates(parse(plain), start);
    if (!dates.fallsOnADay()) {
      throw invalid(plain, "falls on no day from %s to %d".formatted(start, LAST_YEAR));
    }
    return dates;
  }

  private boolean fallsOnADay() {
    try {
      return !from(start, 1).isEmpty();
    } catch (IllegalArgumentException searchedTooLong) {
      return false;
    }
  }

  private static RecurrenceRule parse(String text) {
    if (text.length() > MAX_RULE) {
      throw invalid(text.substring(0, 40) + "…", "is longer than %d letters".formatted(MAX_RULE));
    }
    RecurrenceRule rule;
    try {
      rule = new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_STRICT);
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      throw invalid(text, "is not a rule: " + e.getMessage());
    }
    // Part must be named after RecurrenceRule: their static parts need each other in that order.
    if (!BY_DAYS.contains(rule.getFreq())
        || Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND).anyMatch(rule::hasPart)) {
      throw invalid(text, "counts hours or less");
    }
    if (rule.getUntil() != null && !rule.getUntil().isAllDay()) {
      throw invalid(text, "ends at a time of day; UNTIL is a day such as 20291231");
    }
    return rule;
  }

  private static InvalidInputException invalid(String rule, String reason) {
    return new InvalidInputException(
        "rule", rule, reason, "A rule of RFC 5545 such as FREQ=YEARLY;INTERVAL=1 is expected.");
  }

  /** The rule, without its name, in capitals. */
  public String rule() {
    return rule.toString();
  }

  /** True if it goes on for ever. */
  public boolean isEndless() {
    return rule.isInfinite();
  }

  /** The first so many days from this one on; fewer if it ends before. */
  public List<LocalDate> from(LocalDate first, int atMost) {
    return between(first, LocalDate.of(LAST_YEAR, 12, 31), atMost);
  }

  /** The first so many days of this span, both ends included. */
  public List<LocalDate> between(LocalDate first, LocalDate last, int atMost) {
    var found = new ArrayList<LocalDate>();
    var days =
        rule.iterator(
            new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
    while (found.size() < atMost && days.hasNext()) {
      var next = days.nextDateTime();
      var day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
      if (day.isAfter(last)) {
        break;
      }
      if (!day.isBefore(first)) {
        found.add(day);
      }
    }
    return found;
  }
}
