package io.trasa.reporting;

import org.jspecify.annotations.Nullable;

/**
 * A column of a report.
 *
 * @param key names it in addresses, words and answers
 * @param sql an expression over the report's view; a constant of ours, never typed by anybody
 * @param summed that it is added up: within a row of the group, and below the list
 * @param link where a click leads, with names of the view's columns in braces; null for nowhere
 */
record Column(String key, String sql, Type type, boolean summed, @Nullable String link) {

  /** How values are shown. Money and numbers are decimals with a point, days ISO. */
  enum Type {
    TEXT,
    /** A code that the words translate, such as a status. */
    CODE,
    DAY,
    /** An instant, shown as a day in the company's zone. */
    INSTANT,
    NUMBER,
    MONEY
  }

  static Column of(String key, Type type) {
    return new Column(key, key, type, false, null);
  }

  static Column sum(String key, Type type) {
    return new Column(key, key, type, true, null);
  }

  Column to(String address) {
    return new Column(key, sql, type, summed, address);
  }
}
