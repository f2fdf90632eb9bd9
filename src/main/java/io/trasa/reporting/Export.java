package io.trasa.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets want) or XLSX.
 * What people typed never becomes a formula: in CSV such text gets an apostrophe before it, in XLSX
 * it is text by type.
 */
final class Export {

  /** What spreadsheets would take for the start of a formula (OWASP, CSV injection). */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private Export() {}

  /**
   * @param header the columns' titles
   * @param rows codes already in words
   */
  static void csv(
      List<Column> columns, List<String> header, List<Answer.Row> rows, OutputStream out)
      throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    line(writer, header.stream().map(Export::harmless).toList());
    for (var row : rows) {
      var cells = new java.util.ArrayList<String>();
      for (int i = 0; i < columns.size(); i++) {
        var text = Objects.requireNonNullElse(row.cells().get(i).text(), "");
        cells.add(isNumber(columns.get(i)) ? text : harmless(text));
      }
      line(writer, cells);
    }
    writer.flush();
  }

  static void xlsx(
      String title,
      List<Column> columns,
      List<String> header,
      List<Answer.Row> rows,
      OutputStream out)
      throws IOException {
    try (var book = new Workbook(out, "Trasa", "1.0")) {
      Worksheet sheet = book.newWorksheet(title);
      for (int c = 0; c < columns.size(); c++) {
        sheet.value(0, c, header.get(c));
        sheet.style(0, c).bold().set();
      }
      sheet.freezePane(0, 1);
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < columns.size(); c++) {
          cell(sheet, r + 1, c, columns.get(c), rows.get(r).cells().get(c).text());
        }
      }
    }
  }

  private static void cell(Worksheet sheet, int row, int at, Column column, @Nullable String text) {
    if (text == null) {
      return;
    }
    switch (column.type()) {
      case TEXT, CODE -> sheet.value(row, at, text);
      case NUMBER -> sheet.value(row, at, new BigDecimal(text));
      case MONEY -> {
        sheet.value(row, at, new BigDecimal(text));
        sheet.style(row, at).format("#,##0.00").set();
      }
      case DAY, INSTANT -> {
        sheet.value(row, at, LocalDate.parse(text));
        sheet.style(row, at).format("yyyy-mm-dd").set();
      }
    }
  }

  private static boolean isNumber(Column column) {
    return column.type() == Column.Type.NUMBER || column.type() == Column.Type.MONEY;
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static void line(Writer writer, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      writer.write(i == 0 ? "\"" : ",\"");
      writer.write(cells.get(i).replace("\"", "\"\""));
      writer.write('"');
    }
    writer.write("\r\n");
  }
}
