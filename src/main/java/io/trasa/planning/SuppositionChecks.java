package io.trasa.planning;

import io.trasa.common.InvalidInputException;
import io.trasa.orders.OrderService;
import io.trasa.orders.RequiredSkill;
import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.people.PeopleService;
import io.trasa.people.Technician;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Refuses what cannot be supposed, by its field. */
@Component
class SuppositionChecks {

  static final int MOST = 100;
  static final int MOST_TECHNICIANS = 20;
  private static final int MOST_MINUTES = 24 * 60;
  private static final int MOST_LEVEL = 5;

  /** What has not begun can be taken out. */
  private static final Set<VisitStatus> OPEN =
      EnumSet.of(
          VisitStatus.NEW, VisitStatus.PLANNED, VisitStatus.DISPATCHED, VisitStatus.ACCEPTED);

  private final PeopleService people;
  private final OrderService orders;

  SuppositionChecks(PeopleService people, OrderService orders) {
    this.people = people;
    this.orders = orders;
  }

  /** What somebody wants to suppose, in his own words. */
  record Wish(
      List<Suppositions.Away> away,
      List<Suppositions.Hours> hours,
      List<Suppositions.ExtraTechnician> technicians,
      List<UUID> leftOut,
      List<Suppositions.ExtraVisit> added) {}

  /**
   * @return the same with names and territories
   * @throws InvalidInputException if it names what is not there, or is out of bounds
   */
  Suppositions checked(Horizon horizon, Wish wish) {
    Set<UUID> known =
        people.activeTechnicians().stream().map(Technician::id).collect(Collectors.toSet());
    for (int i = 0; i < wish.away().size(); i++) {
      Suppositions.Away one = wish.away().get(i);
      String field = "away[%d].".formatted(i);
      requireKnown(known, field + "technicianId", one.technicianId());
      requireDays(horizon, field, one.from(), one.to());
    }
    var hours = new HashSet<Hour>();
    for (int i = 0; i < wish.hours().size(); i++) {
      Suppositions.Hours one = wish.hours().get(i);
      String field = "hours[%d].".formatted(i);
      requireKnown(known, field + "technicianId", one.technicianId());
      requireDays(horizon, field, one.from(), one.to());
      if (!one.end().isAfter(one.start())) {
        throw new InvalidInputException(
            field + "end",
            one.end(),
            "is not after " + one.start(),
            "A supposed shift ends on the day on which it begins.");
      }
      requireOnce(hours, field, one);
    }
    requireTechnicians(known, wish.technicians());
    var supposed =
        new Suppositions(
            wish.away(),
            wish.hours(),
            wish.technicians(),
            leftOut(horizon, wish.leftOut()),
            added(wish.added()));
    if (supposed.count() > MOST) {
      throw new InvalidInputException(
          "supposed", supposed.count(), "is more than " + MOST, "Make two scenarios of it.");
    }
    return supposed;
  }

  private record Hour(UUID technician, LocalDate day) {}

  private static void requireOnce(Set<Hour> seen, String field, Suppositions.Hours hours) {
    for (LocalDate day : hours.from().datesUntil(hours.to().plusDays(1)).toList()) {
      if (!seen.add(new Hour(hours.technicianId(), day))) {
        throw new InvalidInputException(
            field + "from",
            hours.from(),
            "gives the technician second hours on " + day,
            "Name the hours of a day once.");
      }
    }
  }

  private static void requireKnown(Set<UUID> known, String field, UUID technician) {
    if (!known.contains(technician)) {
      throw new InvalidInputException(
          field,
          technician,
          "is no technician who can be sent",
          "Choose one of /api/technicians who is active.");
    }
  }

  private static void requireDays(Horizon horizon, String field, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new InvalidInputException(
          field + "to", to, "is before " + from, "Maybe the two are swapped.");
    }
    if (!horizon.covers(from) || !horizon.covers(to)) {
      throw new InvalidInputException(
          field + (horizon.covers(from) ? "to" : "from"),
          horizon.covers(from) ? to : from,
          "is no day of the scenario",
          "Name days from %s to %s."
              .formatted(horizon.from(), horizon.from().plusDays(horizon.days() - 1)));
    }
  }

  private static void requireTechnicians(
      Set<UUID> known, List<Suppositions.ExtraTechnician> technicians) {
    if (technicians.size() > MOST_TECHNICIANS) {
      throw new InvalidInputException(
          "technicians",
          technicians.size(),
          "is more than " + MOST_TECHNICIANS,
          "Suppose fewer people.");
    }
    for (int i = 0; i < technicians.size(); i++) {
      requireKnown(known, "technicians[%d].like".formatted(i), technicians.get(i).like());
    }
  }

  private List<Suppositions.LeftOutVisit> leftOut(Horizon horizon, List<UUID> visits) {
    if (visits.isEmpty()) {
      return List.of();
    }
    Map<UUID, VisitBrief> open =
        orders.visitsFor(horizon.from(), horizon.days()).stream()
            .filter(visit -> OPEN.contains(visit.status()))
            .collect(Collectors.toMap(VisitBrief::id, Function.identity()));
    for (int i = 0; i < visits.size(); i++) {
      if (!open.containsKey(visits.get(i))) {
        throw new InvalidInputException(
            "leftOut[%d]".formatted(i),
            visits.get(i),
            "is no visit of these days that could still be left out",
            "Maybe it has begun meanwhile; take it off the list.");
      }
    }
    return visits.stream()
        .distinct()
        .flatMap(id -> open.values().stream().filter(visit -> visit.id().equals(id)))
        .map(v -> new Suppositions.LeftOutVisit(v.id(), v.orderNumber(), v.title()))
        .toList();
  }

  private List<Suppositions.ExtraVisit> added(List<Suppositions.ExtraVisit> visits) {
    for (int i = 0; i < visits.size(); i++) {
      Suppositions.ExtraVisit visit = visits.get(i);
      String field = "added[%d].".formatted(i);
      if (visit.durationMinutes() < 1 || visit.durationMinutes() > MOST_MINUTES) {
        throw new InvalidInputException(
            field + "durationMinutes",
            visit.durationMinutes(),
            "is not between 1 and " + MOST_MINUTES,
            "Say how long the work takes, without the drive.");
      }
      people.requireSkills(visit.skills().stream().map(RequiredSkill::skillId).toList(), field);
      for (int s = 0; s < visit.skills().size(); s++) {
        int level = visit.skills().get(s).level();
        if (level < 1 || level > MOST_LEVEL) {
          throw new InvalidInputException(
              "%sskills[%d].level".formatted(field, s),
              level,
              "is not between 1 and " + MOST_LEVEL,
              "Choose one of the levels.");
        }
      }
    }
    return visits.stream().map(this::inItsTerritory).toList();
  }

  private Suppositions.ExtraVisit inItsTerritory(Suppositions.ExtraVisit visit) {
    return new Suppositions.ExtraVisit(
        visit.id(),
        visit.title(),
        visit.place(),
        people.territoryAt(visit.place()).map(territory -> territory.id()).orElse(null),
        visit.durationMinutes(),
        visit.priority(),
        visit.skills(),
        visit.windows());
  }
}
