package io.trasa.assets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who bears repairs until when.
 *
 * @param number of the warranty document
 * @param until the last covered day
 */
@Embeddable
public record Warranty(
    String number,
    @Column(name = "valid_from") LocalDate from,
    @Column(name = "valid_until") LocalDate until,
    boolean coversLabour,
    boolean coversParts,
    boolean coversTravel) {

  private static final Comparator<Warranty> BY_LENGTH =
      Comparator.comparing(Warranty::until).thenComparing(Warranty::kindsCovered);

  /** True on the first and the last day, too. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** True if the two have a day in common. */
  boolean overlaps(Warranty other) {
    return !from.isAfter(other.until) && !other.from.isAfter(until);
  }

  /**
   * The one that counts on a day: of those valid then the one that lasts longest; if others of them
   * cover what that one does not, what they cover together, while all of them are valid. Without
   * any valid one, the one that lasts longest.
   */
  static Optional<Warranty> counting(Collection<Warranty> all, LocalDate day) {
    var valid = all.stream().filter(w -> w.isValidOn(day)).toList();
    if (valid.isEmpty()) {
      return all.stream().max(BY_LENGTH);
    }
    var together = together(valid);
    return valid.stream()
        .max(BY_LENGTH)
        .map(longest -> longest.kindsCovered() < together.kindsCovered() ? together : longest);
  }

  /** What all of them cover while all of them are valid. */
  private static Warranty together(Collection<Warranty> valid) {
    return new Warranty(
        valid.stream().map(Warranty::number).distinct().collect(Collectors.joining(", ")),
        valid.stream().map(Warranty::from).max(Comparator.naturalOrder()).orElseThrow(),
        valid.stream().map(Warranty::until).min(Comparator.naturalOrder()).orElseThrow(),
        valid.stream().anyMatch(Warranty::coversLabour),
        valid.stream().anyMatch(Warranty::coversParts),
        valid.stream().anyMatch(Warranty::coversTravel));
  }

  private int kindsCovered() {
    return (coversLabour ? 1 : 0) + (coversParts ? 1 : 0) + (coversTravel ? 1 : 0);
  }
}
