package io.trasa.reporting;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Titles of reports and columns, and codes in words, in the languages of Trasa. */
final class Words {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;

  private Words(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** English where the language is not spoken. */
  static Words in(String language) {
    return new Words(
        ResourceBundle.getBundle("reporting/words", Locale.forLanguageTag(language), NO_FALLBACK));
  }

  String title(Report report) {
    return word("report." + report.name());
  }

  String title(Column column) {
    return word("column." + column.key());
  }

  String code(String code) {
    try {
      return bundle.getString("code." + code);
    } catch (MissingResourceException unknown) {
      return code;
    }
  }

  private String word(String key) {
    return bundle.getString(key);
  }
}
