package io.trasa.reporting;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the views. Only constants of {@link Reports} become SQL; what people type is bound. */
@Service
@Transactional(readOnly = true)
public class ReportService {

  private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

  private final NamedParameterJdbcTemplate jdbc;
  private final ZoneId zone;

  ReportService(NamedParameterJdbcTemplate jdbc, ZoneId companyZone) {
    this.jdbc = jdbc;
    this.zone = companyZone;
  }

  /** The rows from an offset on, with totals over all. */
  Answer ask(Report report, Question question, int offset, int limit) {
    var where = new Condition(report, question);
    var sums = report.columns().stream().filter(Column::summed).toList();
    var rows = rows(report, where, offset, limit);
    var totals =
        jdbc.queryForObject(totalsSql(report, sums, where), where.values, ReportService::numbers);
    return new Answer(
        rows, spread(report, Objects.requireNonNull(totals)), totals.getLast().longValue());
  }

  /** Every row, at most as many. */
  List<Answer.Row> rows(Report report, Question question, int limit) {
    return rows(report, new Condition(report, question), 0, limit);
  }

  private List<Answer.Row> rows(Report report, Condition where, int offset, int limit) {
    Set<String> linked = linked(report);
    String columns =
        Stream.concat(
                report.columns().stream()
                    .map(
                        c ->
                            c.summed() && report.grouped()
                                ? "sum(%s) as %s".formatted(c.sql(), c.key())
                                : c.sql()),
                linked.stream())
            .distinct()
            .collect(Collectors.joining(", "));
    String sql =
        "select %s from %s where %s %s order by %s limit :limit offset :offset"
            .formatted(columns, report.view(), where.sql, groupBy(report, linked), report.order());
    var values = new HashMap<>(where.values);
    values.put("limit", limit);
    values.put("offset", offset);
    return jdbc.query(sql, values, (row, number) -> row(report, row, where.period()));
  }

  private static String groupBy(Report report, Set<String> linked) {
    if (!report.grouped()) {
      return "";
    }
    var keys = new LinkedHashSet<String>();
    report.columns().stream().filter(c -> !c.summed()).map(Column::sql).forEach(keys::add);
    keys.addAll(linked);
    return "group by " + String.join(", ", keys);
  }

  private static String totalsSql(Report report, List<Column> sums, Condition where) {
    String added =
        sums.stream().map(c -> "sum(%s), ".formatted(c.sql())).collect(Collectors.joining());
    if (!report.grouped()) {
      return "select %scount(*) from %s where %s".formatted(added, report.view(), where.sql);
    }
    String outer =
        sums.stream().map(c -> "sum(%s), ".formatted(c.key())).collect(Collectors.joining());
    String inner =
        sums.stream()
            .map(c -> "sum(%s) as %s".formatted(c.sql(), c.key()))
            .collect(Collectors.joining(", "));
    return "select %scount(*) from (select %s from %s where %s %s) as grouped"
        .formatted(outer, inner, report.view(), where.sql, groupBy(report, linked(report)));
  }

  /** The view's columns that links are made of. */
  private static Set<String> linked(Report report) {
    return report.columns().stream()
        .map(Column::link)
        .filter(Objects::nonNull)
        .flatMap(link -> IN_BRACES.matcher(link).results().map(m -> m.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<BigDecimal> numbers(ResultSet row, int number) throws SQLException {
    var numbers = new ArrayList<BigDecimal>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      numbers.add(Objects.requireNonNullElse(row.getBigDecimal(i), BigDecimal.ZERO));
    }
    return numbers;
  }

  private static List<@Nullable String> spread(Report report, List<BigDecimal> sums) {
    var spread = new ArrayList<@Nullable String>();
    var next = sums.iterator();
    for (var column : report.columns()) {
      spread.add(column.summed() ? plain(next.next()) : null);
    }
    return spread;
  }

  private Answer.Row row(Report report, ResultSet row, String period) throws SQLException {
    var cells = new ArrayList<Answer.Cell>();
    for (var column : report.columns()) {
      var text = text(column, row);
      cells.add(new Answer.Cell(text, text == null ? null : link(column, row, period)));
    }
    return new Answer.Row(cells);
  }

  private @Nullable String text(Column column, ResultSet row) throws SQLException {
    return switch (column.type()) {
      case TEXT, CODE -> row.getString(column.key());
      case NUMBER, MONEY -> {
        var number = row.getBigDecimal(column.key());
        yield number == null ? null : plain(number);
      }
      case DAY -> {
        var day = row.getObject(column.key(), LocalDate.class);
        yield day == null ? null : day.toString();
      }
      case INSTANT -> {
        Timestamp at = row.getTimestamp(column.key());
        yield at == null ? null : LocalDate.ofInstant(at.toInstant(), zone).toString();
      }
    };
  }

  private static String plain(BigDecimal number) {
    var plain = number.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
  }

  /** Null where a part of the address is missing, such as an invoice that does not exist yet. */
  private static @Nullable String link(Column column, ResultSet row, String period)
      throws SQLException {
    if (column.link() == null) {
      return null;
    }
    var values = new HashMap<String, String>();
    for (MatchResult name : IN_BRACES.matcher(column.link()).results().toList()) {
      var value = row.getString(name.group(1));
      if (value == null) {
        return null;
      }
      values.put(name.group(1), URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    var link =
        IN_BRACES
            .matcher(column.link())
            .replaceAll(
                name ->
                    java.util.regex.Matcher.quoteReplacement(
                        Objects.requireNonNull(values.get(name.group(1)))));
    return link.startsWith("/reports/") ? link + period : link;
  }

  /** The {@code where} of a question. */
  private final class Condition {
    private final String sql;
    private final Map<String, Object> values = new HashMap<>();
    private final Question question;

    Condition(Report report, Question question) {
      this.question = question;
      var parts = new ArrayList<String>();
      parts.add("true");
      if (question.from() != null) {
        parts.add(report.period() + " >= :from");
        values.put("from", bound(report, question.from()));
      }
      if (question.to() != null) {
        parts.add(report.period() + " < :until");
        values.put("until", bound(report, question.to().plusDays(1)));
      }
      for (var filter : report.filters()) {
        var value = question.filters().get(filter);
        if (value != null) {
          parts.add("%1$s::text = :%1$s".formatted(filter));
          values.put(filter, value);
        }
      }
      if (report.search() != null && question.search() != null) {
        int n = 0;
        for (var word : question.search().strip().split("\\s+", 8)) {
          parts.add("%s like text_fold(:word%d)".formatted(report.search(), n));
          values.put("word" + n++, "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%");
        }
      }
      this.sql = String.join(" and ", parts);
    }

    private Object bound(Report report, LocalDate day) {
      return report.periodIsDay() ? day : Timestamp.from(day.atStartOfDay(zone).toInstant());
    }

    /** The question's period, to go on in the address of a drill-down. */
    String period() {
      return (question.from() == null ? "" : "&from=" + question.from())
          + (question.to() == null ? "" : "&to=" + question.to());
    }
  }
}
