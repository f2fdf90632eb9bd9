package io.trasa.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door to reports, in the language of who asks. */
@Service
public class ReportDesk {

  /** Beyond this a spreadsheet is no help either. */
  static final int MAX_EXPORTED = 100_000;

  private final ReportService reports;
  private final Currency currency;

  ReportDesk(ReportService reports, Currency companyCurrency) {
    this.reports = reports;
    this.currency = companyCurrency;
  }

  /** A report in the list of reports. */
  public record Title(String name, String title) {}

  /**
   * A column's head.
   *
   * @param type how the cells' texts are to be shown
   */
  public record Head(String key, String title, ColumnType type) {}

  /** How a cell's text is to be shown. */
  public enum ColumnType {
    TEXT,
    DAY,
    NUMBER,
    MONEY
  }

  public String currency() {
    return currency.getCurrencyCode();
  }

  /** Those that stand on their own. */
  public List<Title> titles(String language) {
    var words = Words.in(language);
    return Reports.ALL.stream()
        .filter(report -> report.partOf() == null)
        .map(report -> new Title(report.name(), words.title(report)))
        .toList();
  }

  public String title(String name, String language) {
    return Words.in(language).title(Reports.get(name));
  }

  /** The report whose lines this one tells. */
  public @Nullable String partOf(String name) {
    return Reports.get(name).partOf();
  }

  public boolean isSearchable(String name) {
    return Reports.get(name).search() != null;
  }

  public List<Head> heads(String name, String language) {
    var words = Words.in(language);
    return Reports.get(name).columns().stream()
        .map(column -> new Head(column.key(), words.title(column), shown(column)))
        .toList();
  }

  /** Rows from an offset on, codes in words. */
  public Answer ask(String name, Question question, String language, int offset, int limit) {
    var report = Reports.get(name);
    var answer = reports.ask(report, question, offset, limit);
    return new Answer(
        inWords(report, answer.rows(), Words.in(language)), answer.totals(), answer.total());
  }

  public void csv(String name, Question question, String language, OutputStream out)
      throws IOException {
    var report = Reports.get(name);
    Export.csv(report.columns(), header(report, language), all(report, question, language), out);
  }

  public void xlsx(String name, Question question, String language, OutputStream out)
      throws IOException {
    var report = Reports.get(name);
    Export.xlsx(
        title(name, language),
        report.columns(),
        header(report, language),
        all(report, question, language),
        out);
  }

  private List<Answer.Row> all(Report report, Question question, String language) {
    return inWords(report, reports.rows(report, question, MAX_EXPORTED), Words.in(language));
  }

  private static List<String> header(Report report, String language) {
    var words = Words.in(language);
    return report.columns().stream().map(words::title).toList();
  }

  private static List<Answer.Row> inWords(Report report, List<Answer.Row> rows, Words words) {
    return rows.stream().map(row -> inWords(report, row, words)).toList();
  }

  private static Answer.Row inWords(Report report, Answer.Row row, Words words) {
    var cells = new ArrayList<Answer.Cell>();
    for (int i = 0; i < row.cells().size(); i++) {
      var cell = row.cells().get(i);
      boolean isCode = report.columns().get(i).type() == Column.Type.CODE && cell.text() != null;
      cells.add(
          isCode
              ? new Answer.Cell(words.code(Objects.requireNonNull(cell.text())), cell.link())
              : cell);
    }
    return new Answer.Row(cells);
  }

  private static ColumnType shown(Column column) {
    return switch (column.type()) {
      case TEXT, CODE -> ColumnType.TEXT;
      case DAY, INSTANT -> ColumnType.DAY;
      case NUMBER -> ColumnType.NUMBER;
      case MONEY -> ColumnType.MONEY;
    };
  }
}
