package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Coordinates as people paste them, latitude first: {@code 53.55, 13.26}, {@code 53,55 13,26},
 * {@code 53.55 N 13.26 E}, {@code 53°33'18"N 13°15'36"E}, or the address of an online map with
 * {@code @53.55,13.26} in it. The pages read the same in {@code coordinates.ts}.
 */
final class WrittenCoordinates {

  private static final String NUMBER = "[-+]?\\d{1,3}(?:[.,]\\d{1,15})?";
  private static final Pattern MAP_ADDRESS =
      Pattern.compile("^https?:.{0,200}?[@=/](%1$s),(%1$s)".formatted(NUMBER));
  private static final Pattern PAIR =
      Pattern.compile(
          "^\\(?(%1$s)\\s?°?\\s?([NS]?)(?:\\s?[,;]\\s?|\\s)(%1$s)\\s?°?\\s?([EOW]?)\\)?$"
              .formatted(NUMBER),
          Pattern.CASE_INSENSITIVE);
  private static final String SEXAGESIMAL =
      "(\\d{1,3})°\\s?(?:(\\d{1,2})['′’]\\s?)?(?:(\\d{1,2}(?:[.,]\\d{1,9})?)[\"″”]\\s?)?";
  private static final Pattern HALVES =
      Pattern.compile(
          "^%1$s([NS])[\\s,;]{0,3}%1$s([EOW])$".formatted(SEXAGESIMAL), Pattern.CASE_INSENSITIVE);

  private WrittenCoordinates() {}

  /** Nothing if the text is something else, or no such place is on the earth. */
  static Optional<Coordinates> parse(String text) {
    String plain = text.strip().replaceAll("\\s+", " ");
    Matcher pair = MAP_ADDRESS.matcher(plain);
    if (pair.find()) {
      return at(degrees(pair.group(1)), degrees(pair.group(2)));
    }
    pair = PAIR.matcher(plain);
    if (pair.matches()) {
      return at(
          signed(degrees(pair.group(1)), pair.group(2)),
          signed(degrees(pair.group(3)), pair.group(4)));
    }
    Matcher halves = HALVES.matcher(plain);
    return halves.matches() ? at(degrees(halves, 1), degrees(halves, 5)) : Optional.empty();
  }

  private static Optional<Coordinates> at(double lat, double lon) {
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        ? Optional.of(new Coordinates(lat, lon))
        : Optional.empty();
  }

  /** Degrees, minutes, seconds and the letter, from this group on. */
  private static double degrees(Matcher halves, int group) {
    double value = degrees(halves.group(group));
    if (halves.group(group + 1) != null) {
      value += degrees(halves.group(group + 1)) / 60;
    }
    if (halves.group(group + 2) != null) {
      value += degrees(halves.group(group + 2)) / 3600;
    }
    return signed(value, halves.group(group + 3));
  }

  private static double degrees(String number) {
    return Double.parseDouble(number.replace(',', '.'));
  }

  private static double signed(double value, String letter) {
    return letter.equalsIgnoreCase("S") || letter.equalsIgnoreCase("W") ? -value : value;
  }
}
