package io.trasa.demo;

import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.customers.Site;
import io.trasa.orders.ChecklistItem;
import io.trasa.orders.Order;
import io.trasa.orders.OrderService;
import io.trasa.orders.OrderType;
import io.trasa.orders.PartToCollect;
import io.trasa.orders.RequiredSkill;
import io.trasa.orders.Visit;
import io.trasa.people.Absence;
import io.trasa.people.PeopleService;
import io.trasa.people.ShiftService;
import io.trasa.people.Skill;
import io.trasa.people.Technician;
import io.trasa.people.WorkWeek;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Three days of work for the demo company: shifts, absences and 110 visits. Most fit, with little
 * to spare; some cannot, each for another reason, so that the board has something to explain.
 */
@Component
class DemoDays {

  static final int DAYS = 3;
  static final int VISITS = 110;
  private static final int[] VISITS_BY_DAY = {39, 34, 31};

  private final PeopleService people;
  private final ShiftService shifts;
  private final OrderService orders;
  private final ZoneId zone;

  DemoDays(PeopleService people, ShiftService shifts, OrderService orders, ZoneId zone) {
    this.people = people;
    this.shifts = shifts;
    this.orders = orders;
    this.zone = zone;
  }

  void create(LocalDate from, List<Site> sites, DemoRegister.Contents contents, Random random) {
    workingHours(from);
    absences(from);
    var filling = new Filling(sites, skills(), contents, random);
    int made = special(from, filling);
    for (int day = 0; day < DAYS; day++) {
      for (int i = 0; i < VISITS_BY_DAY[day] && made < VISITS; i++, made++) {
        usual(from.plusDays(day), from.plusDays(DAYS - 1), filling);
      }
    }
    for (; made < VISITS; made++) {
      usual(from, from.plusDays(DAYS - 1), filling);
    }
  }

  /** What the filling of the days draws from. */
  private record Filling(
      List<Site> sites, Map<String, UUID> skills, DemoRegister.Contents contents, Random random) {
    Site site() {
      return sites.get(random.nextInt(sites.size()));
    }
  }

  private void workingHours(LocalDate from) {
    List<Technician> technicians = people.activeTechnicians();
    for (int i = 0; i < technicians.size(); i++) {
      boolean late = i % 5 == 4;
      shifts.fillWeek(
          technicians.get(i).id(),
          new WorkWeek(
              from,
              from.plusDays(DAYS - 1),
              EnumSet.allOf(DayOfWeek.class),
              late ? LocalTime.of(9, 30) : LocalTime.of(7, 0),
              late ? LocalTime.of(18, 0) : LocalTime.of(15, 30)));
    }
  }

  private void absences(LocalDate from) {
    Map<String, UUID> ids =
        people.activeTechnicians().stream()
            .collect(Collectors.toMap(Technician::name, Technician::id));
    absence(ids.get(DemoPeople.ILL), window(from, 0, 24), Absence.Reason.ILLNESS, "");
    absence(
        ids.get(DemoPeople.AT_THE_DOCTOR),
        window(from.plusDays(1), 10, 12),
        Absence.Reason.OTHER,
        "Doctor's appointment");
    absence(
        ids.get(DemoPeople.ON_HOLIDAY),
        window(from.plusDays(2), 0, 24),
        Absence.Reason.HOLIDAY,
        "");
  }

  private void absence(
      @Nullable UUID technician, TimeWindow time, Absence.Reason reason, String note) {
    if (technician != null) {
      shifts.addAbsence(technician, time, reason, note);
    }
  }

  private Map<String, UUID> skills() {
    return people.skills().stream().collect(Collectors.toMap(Skill::name, Skill::id));
  }

  /** The visits that make the plan interesting; returns how many. */
  private int special(LocalDate from, Filling filling) {
    LocalDate tomorrow = from.plusDays(1);
    order(filling, work("Ammonia plant inspection", DemoWork.COOLING, 5, 120), from, null, 1);
    order(
        filling,
        work("Reverse osmosis fails", DemoWork.WATER, 3, 90),
        from,
        window(from, 8, 11),
        1);
    order(
        filling,
        work("Bakery oven before opening", DemoWork.KITCHENS, 1, 60),
        from,
        window(from, 4, 5),
        1);
    order(
        filling,
        work("Cash desk rewiring after closing", DemoWork.ELECTRICAL, 2, 90),
        tomorrow,
        window(tomorrow, 18, 20),
        1);
    order(filling, work("Whole heating circuit flushed", DemoWork.GAS, 2, 570), tomorrow, null, 1);
    order(
        filling,
        work("Lift in a rooftop unit, crew of two", DemoWork.COOLING, 1, 150),
        tomorrow,
        window(tomorrow, 10, 11),
        2);
    return 6;
  }

  private static DemoWork work(String title, String skill, int level, int minutes) {
    return new DemoWork(title, OrderType.CALL_OUT, skill, level, minutes, Priority.NORMAL);
  }

  private void usual(LocalDate day, LocalDate lastDay, Filling filling) {
    Random random = filling.random();
    DemoWork work = DemoWork.USUAL.get(random.nextInt(DemoWork.USUAL.size()));
    int kind = random.nextInt(100);
    if (kind < 60) {
      int from = 7 + random.nextInt(7);
      order(filling, work, day, window(day, from, from + 2 + random.nextInt(3)), 1);
    } else if (kind < 75) {
      boolean morning = random.nextBoolean();
      order(filling, work, day, morning ? window(day, 7, 12) : window(day, 12, 16), 1);
    } else {
      order(filling, work, kind < 88 ? lastDay : day, null, 1);
    }
  }

  private void order(
      Filling filling, DemoWork work, LocalDate due, @Nullable TimeWindow window, int crew) {
    Site site = filling.site();
    UUID skill = filling.skills().get(work.skill());
    var details =
        new Order.Details(
            work.type(),
            site.customerId(),
            site.id(),
            null,
            null,
            work.title(),
            "",
            work.priority(),
            null,
            due,
            "",
            checklist(work),
            parts(work, filling),
            filling.contents().deviceFor(work, site),
            filling.contents().lines(work));
    var visit =
        new Visit.Details(
            Duration.ofMinutes(work.minutes()),
            window == null ? List.of() : List.of(window),
            skill == null ? List.of() : List.of(new RequiredSkill(skill, work.level())),
            crew,
            null);
    orders.create(details, List.of(visit));
  }

  private static List<ChecklistItem> checklist(DemoWork work) {
    return work.type() == OrderType.PLANNED_MAINTENANCE
        ? List.of(
            new ChecklistItem("Function test", true),
            new ChecklistItem("Photo of the nameplate", true),
            new ChecklistItem("Customer shown how", false))
        : List.of(new ChecklistItem("Fault found and removed", true));
  }

  /** Every second job takes its usual part along. */
  private static List<PartToCollect> parts(DemoWork work, Filling filling) {
    var part = filling.contents().parts().get(work.partCode());
    return part == null || filling.random().nextBoolean()
        ? List.of()
        : List.of(new PartToCollect(part.id(), part.name(), BigDecimal.ONE.setScale(3)));
  }

  private TimeWindow window(LocalDate day, int fromHour, int toHour) {
    Function<Integer, LocalDate> dayOf = hour -> day.plusDays(hour / 24);
    return new TimeWindow(
        dayOf.apply(fromHour).atTime(fromHour % 24, 0).atZone(zone).toInstant(),
        dayOf.apply(toHour).atTime(toHour % 24, 0).atZone(zone).toInstant());
  }
}
