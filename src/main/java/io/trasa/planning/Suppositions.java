package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.orders.Progress;
import io.trasa.orders.RequiredSkill;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.people.Technician;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario supposes to be otherwise than it is.
 *
 * @param away technicians who are not there
 * @param hours that technicians work, on those days instead of their own
 * @param technicians who are there, too
 * @param leftOut visits that are not to be done
 * @param added visits that nobody ordered
 */
public record Suppositions(
    List<Away> away,
    List<Hours> hours,
    List<ExtraTechnician> technicians,
    List<LeftOutVisit> leftOut,
    List<ExtraVisit> added) {

  static final Suppositions NONE =
      new Suppositions(List.of(), List.of(), List.of(), List.of(), List.of());

  /** A technician is not there on these days, both included. */
  public record Away(UUID technicianId, LocalDate from, LocalDate to) {}

  /** A technician works from then till then on each of these days, both included. */
  public record Hours(
      UUID technicianId, LocalDate from, LocalDate to, LocalTime start, LocalTime end) {}

  /**
   * One more technician.
   *
   * @param id by which the routes name him; nobody else has it
   * @param like whose home, skills, territories, vehicle and shifts he has
   */
  public record ExtraTechnician(UUID id, UUID like, String name) {}

  /** A visit that is not to be done, as it was called when that was supposed. */
  public record LeftOutVisit(UUID visitId, String orderNumber, String title) {}

  /**
   * One more visit.
   *
   * @param id by which the routes name it; no order has it
   * @param territoryId in which the place is; null if in none
   * @param windows in which it may begin; none means at any time
   */
  public record ExtraVisit(
      UUID id,
      String title,
      Coordinates place,
      @Nullable UUID territoryId,
      int durationMinutes,
      Priority priority,
      List<RequiredSkill> skills,
      List<TimeWindow> windows) {

    VisitBrief toVisit() {
      return new VisitBrief(
          id,
          0,
          id,
          "",
          title,
          "",
          "",
          "",
          place,
          priority,
          VisitStatus.NEW,
          Duration.ofMinutes(durationMinutes),
          windows,
          skills,
          1,
          territoryId,
          null,
          null,
          null,
          List.of(),
          List.of(),
          null,
          new Progress(null, null, null, null, null, null, null),
          Set.of(),
          Set.of());
    }
  }

  int count() {
    return away.size() + hours.size() + technicians.size() + leftOut.size() + added.size();
  }

  /** The visits as they would be. */
  List<VisitBrief> visits(List<VisitBrief> real) {
    Set<UUID> out = leftOut.stream().map(LeftOutVisit::visitId).collect(Collectors.toSet());
    return Stream.concat(
            real.stream().filter(visit -> !out.contains(visit.id())),
            added.stream().map(ExtraVisit::toVisit))
        .toList();
  }

  /** The technicians as they would be. */
  List<Technician> technicians(List<Technician> real) {
    return Stream.concat(
            real.stream(),
            technicians.stream()
                .flatMap(
                    extra ->
                        real.stream()
                            .filter(technician -> technician.id().equals(extra.like()))
                            .map(technician -> technician.like(extra.id(), extra.name()))))
        .toList();
  }

  /** Whose shifts the technician has: his own, or those of the one whom he is like. */
  UUID shiftsOf(UUID technician) {
    return technicians.stream()
        .filter(extra -> extra.id().equals(technician))
        .map(ExtraTechnician::like)
        .findFirst()
        .orElse(technician);
  }

  /** A technician's shifts of a day as they would be. */
  List<TimeWindow> shifts(UUID technician, LocalDate day, ZoneId zone, List<TimeWindow> real) {
    List<TimeWindow> instead =
        hours.stream()
            .filter(h -> h.technicianId().equals(technician) && covers(h.from(), h.to(), day))
            .map(h -> new TimeWindow(at(day, h.start(), zone), at(day, h.end(), zone)))
            .toList();
    return instead.isEmpty() ? real : instead;
  }

  /** A technician's absences as they would be. */
  List<TimeWindow> absences(UUID technician, ZoneId zone, List<TimeWindow> real) {
    return Stream.concat(
            real.stream(),
            away.stream()
                .filter(a -> a.technicianId().equals(technician))
                .map(
                    a ->
                        new TimeWindow(
                            at(a.from(), LocalTime.MIDNIGHT, zone),
                            at(a.to().plusDays(1), LocalTime.MIDNIGHT, zone))))
        .toList();
  }

  boolean isAway(UUID technician, LocalDate day) {
    return away.stream()
        .anyMatch(a -> a.technicianId().equals(technician) && covers(a.from(), a.to(), day));
  }

  private static boolean covers(LocalDate from, LocalDate to, LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
