package io.trasa.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a report.
 *
 * @param totals below the columns that are added up, over all rows, not only these
 * @param total how many rows there are
 */
public record Answer(List<Row> rows, List<@Nullable String> totals, long total) {

  /** One row, a cell for each column. */
  public record Row(List<Cell> cells) {}

  /**
   * A value.
   *
   * @param text decimals with a point, days ISO, codes as they are; null for nothing
   * @param link where a click leads
   */
  public record Cell(@Nullable String text, @Nullable String link) {}
}
