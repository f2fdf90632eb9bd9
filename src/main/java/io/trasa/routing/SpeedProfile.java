package io.trasa.routing;

import io.trasa.common.InvalidInputException;
import io.trasa.common.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Certain hours of certain days in which ways take another time than on empty roads. */
@Entity
@Table(name = "routing_speed_profile")
public class SpeedProfile extends Stored {

  /**
   * What describes it.
   *
   * @param territoryId where it counts; null means everywhere
   * @param days of the week, at least one
   * @param to after from, on the same day
   * @param percent of the time on empty roads, 50 to 400: 125 is a quarter longer
   */
  public record Details(
      String name,
      @Nullable UUID territoryId,
      Collection<DayOfWeek> days,
      LocalTime from,
      LocalTime to,
      int percent) {

    public Details {
      if (!from.isBefore(to)) {
        throw new InvalidInputException(
            "to",
            to,
            "is not after %s".formatted(from),
            "Maybe the two are swapped; a span over midnight needs two profiles.");
      }
    }
  }

  private String name = "";
  private @Nullable UUID territoryId;

  /** Monday is the lowest bit. */
  private int days;

  @Column(name = "from_time")
  private LocalTime from = LocalTime.MIN;

  @Column(name = "to_time")
  private LocalTime to = LocalTime.MAX;

  private int percent = 100;

  protected SpeedProfile() {}

  SpeedProfile(Details details) {
    describe(details);
  }

  final void describe(Details details) {
    name = details.name();
    territoryId = details.territoryId();
    days = details.days().stream().mapToInt(SpeedProfile::bit).reduce(0, (a, b) -> a | b);
    from = details.from();
    to = details.to();
    percent = details.percent();
  }

  private static int bit(DayOfWeek day) {
    return 1 << day.ordinal();
  }

  public String name() {
    return name;
  }

  /** Where it counts; null means everywhere. */
  public @Nullable UUID territoryId() {
    return territoryId;
  }

  public Set<DayOfWeek> days() {
    var set = EnumSet.noneOf(DayOfWeek.class);
    Arrays.stream(DayOfWeek.values()).filter(day -> (days & bit(day)) != 0).forEach(set::add);
    return set;
  }

  public LocalTime from() {
    return from;
  }

  public LocalTime to() {
    return to;
  }

  /** Of the time on empty roads. */
  public int percent() {
    return percent;
  }

  boolean countsOn(LocalDate date) {
    return (days & bit(date.getDayOfWeek())) != 0;
  }
}
