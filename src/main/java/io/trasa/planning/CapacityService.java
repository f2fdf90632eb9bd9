package io.trasa.planning;

import io.trasa.common.InvalidInputException;
import io.trasa.people.Absence;
import io.trasa.people.PeopleService;
import io.trasa.people.Shift;
import io.trasa.people.Skill;
import io.trasa.people.SkillLevel;
import io.trasa.people.Technician;
import io.trasa.people.Territory;
import io.trasa.planning.Capacity.Cell;
import io.trasa.planning.Capacity.FreeSkill;
import io.trasa.planning.Capacity.WorkDay;
import io.trasa.planning.problem.Break;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells who works where, from shifts, absences and the plans that hold. */
@Service
@Transactional(readOnly = true)
public class CapacityService {

  private final PeopleService people;
  private final Plans plans;
  private final ZoneId zone;

  CapacityService(PeopleService people, Plans plans, ZoneId zone) {
    this.people = people;
    this.plans = plans;
    this.zone = zone;
  }

  /**
   * @throws InvalidInputException if the days are out of bounds
   */
  public Capacity of(LocalDate from, int days) {
    return new Reckoning(new Horizon(from, days, zone)).capacity();
  }

  /** A technician with his days; in seconds, so that shares are as exact as on the board. */
  private record Working(Technician technician, Map<LocalDate, Seconds> days) {}

  private record Seconds(int available, int booked) {}

  private final class Reckoning {
    private final Horizon horizon;
    private final List<Skill> skills = people.skills();
    private final Map<RouteKey, PlannedRoute> routes;
    private final Map<UUID, List<Shift>> shifts;
    private final Map<UUID, List<Absence>> absences;

    Reckoning(Horizon horizon) {
      this.horizon = horizon;
      this.routes =
          horizon
              .dates()
              .flatMap(
                  day ->
                      plans.current(day).stream().flatMap(plan -> plans.routes(plan, day).stream()))
              .collect(Collectors.toMap(RouteKey::of, route -> route));
      this.shifts =
          people.shifts(horizon.start(), horizon.end()).stream()
              .collect(Collectors.groupingBy(Shift::technicianId));
      this.absences =
          people.absences(horizon.start(), horizon.end()).stream()
              .collect(Collectors.groupingBy(Absence::technicianId));
    }

    Capacity capacity() {
      List<Working> working =
          people.activeTechnicians().stream()
              .map(technician -> new Working(technician, days(technician)))
              .filter(one -> !one.days().isEmpty())
              .toList();
      var areas = new ArrayList<Capacity.Area>();
      for (Territory territory : people.territories()) {
        areas.add(
            new Capacity.Area(
                territory.id(),
                territory.name(),
                territory.color(),
                cells(working, t -> t.territoryIds().contains(territory.id()))));
      }
      if (working.stream().anyMatch(one -> one.technician().territoryIds().isEmpty())) {
        areas.add(
            new Capacity.Area(null, null, null, cells(working, t -> t.territoryIds().isEmpty())));
      }
      return new Capacity(
          horizon.from(),
          horizon.days(),
          skills.stream().map(s -> new Capacity.Named(s.id(), s.name())).toList(),
          working.stream().map(this::worker).toList(),
          areas,
          cells(working, t -> true));
    }

    /** The days on which he is there, or has work all the same. */
    private Map<LocalDate, Seconds> days(Technician technician) {
      Map<LocalDate, List<Shift>> own =
          shifts.getOrDefault(technician.id(), List.of()).stream()
              .collect(Collectors.groupingBy(shift -> horizon.dayOf(shift.time().start())));
      var days = new HashMap<LocalDate, Seconds>();
      for (LocalDate day : horizon.dates().toList()) {
        PlannedRoute route = routes.get(new RouteKey(technician.id(), day));
        int booked =
            route == null || route.visits().isEmpty()
                ? 0
                : route.driveSeconds() + route.workSeconds();
        int available = available(technician, day, own.getOrDefault(day, List.of()));
        if (available > 0 || booked > 0) {
          days.put(day, new Seconds(available, booked));
        }
      }
      return days;
    }

    /** Breaks are nobody's to book. */
    private int available(Technician technician, LocalDate day, List<Shift> ofDay) {
      if (ofDay.isEmpty()) {
        return 0;
      }
      var oneDay = new Horizon(day, 1, zone);
      var presence =
          Presence.of(
              oneDay,
              ofDay.stream().map(Shift::time).toList(),
              absences.getOrDefault(technician.id(), List.of()).stream()
                  .map(Absence::time)
                  .toList());
      int from = presence.shift().from();
      int to = presence.shift().to();
      int breaks =
          DayBreaks.of(technician, day, presence, oneDay).stream().mapToInt(Break::seconds).sum();
      return Math.max(0, to - from - presence.absences().overlap(from, to) - breaks);
    }

    private Capacity.Worker worker(Working one) {
      return new Capacity.Worker(
          one.technician().id(),
          one.technician().name(),
          one.technician().skills().stream().map(SkillLevel::skillId).collect(Collectors.toSet()),
          horizon
              .dates()
              .filter(one.days()::containsKey)
              .map(day -> workDay(day, one.days().get(day)))
              .toList());
    }

    private List<Cell> cells(List<Working> all, Predicate<Technician> belongs) {
      List<Working> here = all.stream().filter(one -> belongs.test(one.technician())).toList();
      return horizon
          .dates()
          .map(day -> cell(day, here.stream().filter(one -> one.days().containsKey(day)).toList()))
          .toList();
    }

    private Cell cell(LocalDate day, List<Working> there) {
      List<Seconds> seconds = there.stream().map(one -> one.days().get(day)).toList();
      int available = seconds.stream().mapToInt(Seconds::available).sum();
      int booked = seconds.stream().mapToInt(Seconds::booked).sum();
      return new Cell(
          day,
          there.stream().map(one -> one.technician().id()).toList(),
          available / 60,
          Math.ceilDiv(booked, 60),
          free(day, there),
          share(booked, available),
          skills.stream()
              .map(skill -> free(skill.id(), day, there))
              .filter(free -> free.technicians() > 0)
              .toList());
    }

    private FreeSkill free(UUID skill, LocalDate day, List<Working> there) {
      List<Working> able =
          there.stream()
              .filter(
                  one ->
                      one.technician().skills().stream().anyMatch(s -> s.skillId().equals(skill)))
              .toList();
      return new FreeSkill(skill, able.size(), free(day, able));
    }

    private static int free(LocalDate day, Collection<Working> there) {
      return there.stream().mapToInt(one -> workDay(day, one.days().get(day)).freeMinutes()).sum();
    }

    private static WorkDay workDay(LocalDate day, @Nullable Seconds of) {
      if (of == null) {
        return new WorkDay(day, 0, 0, 0, 0);
      }
      int available = of.available() / 60;
      int booked = Math.ceilDiv(of.booked(), 60);
      int load = share(of.booked(), of.available());
      return new WorkDay(day, available, booked, Math.max(0, available - booked), load);
    }

    /** In percent, as {@link PlanKpis} has it; who has work and no time is full. */
    private static int share(int booked, int available) {
      if (available == 0) {
        return booked > 0 ? 100 : 0;
      }
      return Math.round(100f * booked / available);
    }
  }
}
