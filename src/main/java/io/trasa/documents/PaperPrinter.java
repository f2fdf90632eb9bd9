package io.trasa.documents;

import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Prints papers: a Thymeleaf template of {@code resources/papers}, with the company's header, in
 * one of four languages, to PDF/A-3b. All text is escaped; nothing is loaded from outside.
 */
@Service
public class PaperPrinter {

  /**
   * @param template such as {@code invoice}: {@code papers/invoice.html} with words from {@code
   *     papers/invoice_pl.properties} and {@code papers/common_pl.properties}
   * @param values for the template; {@code company}, {@code language}, {@code zone} and the
   *     formatters {@code money}, {@code number}, {@code day}, {@code time} are added
   * @return the PDF
   */
  public byte[] print(String template, String language, Map<String, ?> values) {
    throw new UnsupportedOperationException();
  }
}
