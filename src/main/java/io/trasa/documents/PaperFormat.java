package io.trasa.documents;

import io.trasa.common.Money;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a value into the text that a paper shows, in the paper's language and the company's zone;
 * nothing at all becomes nothing. In a template: {@code ${money.of(line.net)}}.
 */
public final class PaperFormat {

  private final Function<Object, String> format;

  private PaperFormat(Function<Object, String> format) {
    this.format = format;
  }

  /**
   * @throws IllegalArgumentException if this format is for other values
   */
  public String of(@Nullable Object value) {
    // Papers are set in a font without narrow no-break spaces; the wider one reads the same.
    return value == null ? "" : format.apply(value).replace('\u202f', '\u00a0');
  }

  /**
   * {@code money} for {@link Money}, {@code number} for quantities and rates (as many decimals as
   * there are, up to three), {@code price} for prices of one unit (two to four decimals), {@code
   * percent} for rates, {@code unit} for units of which some are ours, {@code iban} in groups of
   * four, {@code day}, {@code time} and {@code dateTime} for instants (days also for {@link
   * LocalDate}), {@code minutes} and {@code duration} as hours and minutes.
   */
  static Map<String, PaperFormat> all(String language, ZoneId zone) {
    Locale locale = locale(language);
    Map<String, PaperFormat> formats = new HashMap<>();
    formats.put("money", new PaperFormat(money(locale)));
    formats.put("number", new PaperFormat(number(locale, "#,##0.###")));
    formats.put("price", new PaperFormat(number(locale, "#,##0.00##")));
    formats.put("percent", new PaperFormat(percent(language, locale)));
    formats.put("unit", new PaperFormat(value -> unit(language, value.toString())));
    formats.put(
        "iban", new PaperFormat(value -> value.toString().replaceAll("(.{4})(?!$)", "$1\u00a0")));
    var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    var time = DateTimeFormatter.ofPattern("HH:mm", locale);
    formats.put("day", new PaperFormat(value -> day.format(dayIn(zone, value))));
    formats.put("time", new PaperFormat(value -> time.format(timeIn(zone, value))));
    formats.put(
        "dateTime",
        new PaperFormat(
            value -> day.format(dayIn(zone, value)) + ", " + time.format(timeIn(zone, value))));
    formats.put(
        "minutes",
        new PaperFormat(
            value -> duration(language, Duration.ofMinutes(((Number) value).longValue()))));
    formats.put("duration", new PaperFormat(value -> duration(language, (Duration) value)));
    return formats;
  }

  /** Where people write dates and numbers as our papers do. */
  private static Locale locale(String language) {
    return switch (language) {
      case "pl" -> Locale.of("pl", "PL");
      case "bg" -> Locale.of("bg", "BG");
      case "es" -> Locale.of("es", "ES");
      default -> Locale.UK;
    };
  }

  /** Grouped from a thousand in every language, so that the columns of a paper look alike. */
  private static Function<Object, String> money(Locale locale) {
    var symbols = DecimalFormatSymbols.getInstance(locale);
    return value -> {
      var money = (Money) value;
      var currency = Currency.getInstance(money.currency());
      var amount = decimals(symbols, currency.getDefaultFractionDigits()).format(money.amount());
      return Locale.UK.equals(locale)
          ? currency.getSymbol(locale).length() == 1
              ? amount.startsWith("-")
                  ? "-" + currency.getSymbol(locale) + amount.substring(1)
                  : currency.getSymbol(locale) + amount
              : amount + "\u00a0" + money.currency()
          : amount + "\u00a0" + currency.getSymbol(locale);
    };
  }

  private static DecimalFormat decimals(DecimalFormatSymbols symbols, int digits) {
    var format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(Math.max(0, digits));
    format.setMaximumFractionDigits(Math.max(0, digits));
    return format;
  }

  private static Function<Object, String> number(Locale locale, String pattern) {
    var symbols = DecimalFormatSymbols.getInstance(locale);
    return value -> new DecimalFormat(pattern, symbols).format(value);
  }

  /** Only Spanish puts a space before the sign. */
  private static Function<Object, String> percent(String language, Locale locale) {
    var number = number(locale, "#,##0.###");
    var sign = "es".equals(language) ? "\u00a0%" : "%";
    return value -> number.apply(value) + sign;
  }

  /** What the office typed stays; the units that Trasa itself puts on lines are translated. */
  private static String unit(String language, String unit) {
    return switch (language + " " + unit) {
      case "pl pc" -> "szt.";
      case "bg pc" -> "бр.";
      case "es pc" -> "ud.";
      case "pl h" -> "godz.";
      case "bg h" -> "ч";
      case "bg km" -> "км";
      default -> unit;
    };
  }

  private static LocalDate dayIn(ZoneId zone, Object value) {
    return value instanceof LocalDate day ? day : ((Instant) value).atZone(zone).toLocalDate();
  }

  private static LocalTime timeIn(ZoneId zone, Object value) {
    return value instanceof LocalTime time ? time : ((Instant) value).atZone(zone).toLocalTime();
  }

  private static String duration(String language, Duration length) {
    var hour = "bg".equals(language) ? "ч" : "h";
    var minute = "bg".equals(language) ? "мин" : "min";
    long minutes = length.toMinutes();
    var rest = minutes % 60 + "\u00a0" + minute;
    return minutes < 60
        ? rest
        : minutes / 60 + "\u00a0" + hour + (minutes % 60 == 0 ? "" : "\u00a0" + rest);
  }
}
