package io.trasa.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report: which columns of which view, in which order.
 *
 * @param name in addresses
 * @param view of {@code db/migration/reporting}
 * @param period the view's column that the period narrows
 * @param periodIsDay false where that column holds instants
 * @param search the view's folded text to search in; null where there is nothing to search
 * @param filters columns of the view that a drill-down narrows by their exact value
 * @param grouped one row for each combination of the columns that are not summed
 * @param order SQL after {@code order by}
 * @param partOf the report this one tells the lines of; null for one that stands in the list
 */
record Report(
    String name,
    String view,
    String period,
    boolean periodIsDay,
    @Nullable String search,
    List<String> filters,
    boolean grouped,
    List<Column> columns,
    String order,
    @Nullable String partOf) {}
