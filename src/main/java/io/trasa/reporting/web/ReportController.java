package io.trasa.reporting.web;

import io.trasa.common.InvalidInputException;
import io.trasa.reporting.Answer;
import io.trasa.reporting.Question;
import io.trasa.reporting.ReportDesk;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.ThisCentury;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports: as a list with drill-down, and as a file. */
@RestController
@RequestMapping("/api/reports")
class ReportController {

  private static final int MAX_VALUE = 500;

  private final ReportDesk desk;

  ReportController(ReportDesk desk) {
    this.desk = desk;
  }

  /** In which format a report is exported. */
  enum Format {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String type;

    Format(String type) {
      this.type = type;
    }
  }

  /**
   * What narrows a report.
   *
   * @param from the first day
   * @param to the last day
   */
  record Narrowing(
      @Nullable @ThisCentury LocalDate from,
      @Nullable @ThisCentury LocalDate to,
      @Nullable String search,
      @Nullable String language) {}

  /** A report's rows of one page; {@code title} and headers in the language asked for. */
  record ReportView(
      String name,
      String title,
      @Nullable String partOf,
      boolean searchable,
      String currency,
      List<ReportDesk.Head> columns,
      List<Answer.Row> rows,
      List<@Nullable String> totals,
      int page,
      int size,
      long total) {}

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.MANAGER, Role.ACCOUNTANT})
  PageView<ReportDesk.Title> list(@RequestParam(defaultValue = "en") String language) {
    return PageView.whole(desk.titles(language));
  }

  @GetMapping("/{name}")
  @AllowedFor({Role.ADMINISTRATOR, Role.MANAGER, Role.ACCOUNTANT})
  ReportView read(
      @PathVariable String name,
      @Validated Narrowing narrowing,
      Paging paging,
      HttpServletRequest request) {
    var part = paging.request();
    var language = language(narrowing);
    var answer =
        desk.ask(
            name,
            question(narrowing, request),
            language,
            (int) Math.min(part.getOffset(), Integer.MAX_VALUE),
            part.getPageSize());
    return new ReportView(
        name,
        desk.title(name, language),
        desk.partOf(name),
        desk.isSearchable(name),
        desk.currency(),
        desk.heads(name, language),
        answer.rows(),
        answer.totals(),
        part.getPageNumber(),
        part.getPageSize(),
        answer.total());
  }

  @GetMapping("/{name}/export")
  @AllowedFor({Role.ADMINISTRATOR, Role.MANAGER, Role.ACCOUNTANT})
  void export(
      @PathVariable String name,
      @RequestParam Format format,
      @Validated Narrowing narrowing,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var language = language(narrowing);
    var question = question(narrowing, request);
    var title = desk.title(name, language);
    response.setContentType(format.type);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(
                "%s.%s".formatted(title, format.name().toLowerCase(Locale.ROOT)),
                java.nio.charset.StandardCharsets.UTF_8)
            .build()
            .toString());
    if (format == Format.CSV) {
      desk.csv(name, question, language, response.getOutputStream());
    } else {
      desk.xlsx(name, question, language, response.getOutputStream());
    }
  }

  private static String language(Narrowing narrowing) {
    return narrowing.language() == null ? "en" : narrowing.language();
  }

  /** Whatever else stands in the query are exact values of the report's filter columns. */
  private static Question question(Narrowing narrowing, HttpServletRequest request) {
    var filters = new HashMap<String, String>();
    request
        .getParameterMap()
        .forEach(
            (key, values) -> {
              if (values[0].length() > MAX_VALUE) {
                throw new InvalidInputException(
                    key,
                    values[0],
                    "is longer than %d characters".formatted(MAX_VALUE),
                    "Shorten it.");
              }
              filters.put(key, values[0]);
            });
    var search = narrowing.search();
    return new Question(
        narrowing.from(),
        narrowing.to(),
        search == null || search.isBlank() ? null : search,
        filters);
  }
}
