package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.common.Vehicle;
import io.trasa.customers.Address;
import io.trasa.customers.Billing;
import io.trasa.customers.Customer;
import io.trasa.customers.CustomerService;
import io.trasa.customers.Site;
import io.trasa.orders.Order;
import io.trasa.orders.OrderService;
import io.trasa.orders.OrderType;
import io.trasa.orders.RequiredSkill;
import io.trasa.orders.Visit;
import io.trasa.people.Absence;
import io.trasa.people.BreakTime;
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.ShiftService;
import io.trasa.people.SkillLevel;
import io.trasa.people.Technician;
import io.trasa.people.Territory;
import io.trasa.people.WorkingDay;
import io.trasa.security.Role;
import io.trasa.security.UserService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Six technicians and 28 visits of a Tuesday, made through the services. Everything fits but for
 * the visits that say why not.
 */
final class SmallCompany {

  static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  /** Half an hour in the forenoon, while everybody has work. */
  static final WorkingDay BREAKFAST =
      WorkingDay.USUAL.pausing(new BreakTime(LocalTime.of(8, 30), LocalTime.of(9, 30), 30));

  private static final double BORDER = 53.558;
  private static final int PLAIN_VISITS = 21;

  private final CustomerService customers;
  private final OrderService orders;
  private final Random random = new Random(7);
  private final UUID customer;
  final UUID needsAMaster;
  final UUID beforeAnyShift;
  final UUID withoutAReason;
  final UUID forTwo;
  final UUID inTheSea;
  final UUID swapped;
  final UUID tooLong;

  SmallCompany(
      CustomerService customers,
      OrderService orders,
      PeopleService people,
      RegisterService register,
      ShiftService shifts) {
    this(customers, orders, people, register, shifts, WorkingDay.USUAL);
  }

  /**
   * @param workingDay of all technicians
   */
  SmallCompany(
      CustomerService customers,
      OrderService orders,
      PeopleService people,
      RegisterService register,
      ShiftService shifts,
      WorkingDay workingDay) {
    this.customers = customers;
    this.orders = orders;
    UUID gas = register.createSkill("Gas").id();
    UUID north = register.createTerritory(area("North", BORDER, 53.62)).id();
    UUID south = register.createTerritory(area("South", 53.43, BORDER)).id();
    var technicians = new ArrayList<UUID>();
    for (int i = 0; i < 6; i++) {
      var territory = List.of(List.of(north), List.of(south), List.<UUID>of()).get(i % 3);
      var skills = i < 3 ? List.of(new SkillLevel(gas, 1 + i)) : List.<SkillLevel>of();
      var vehicle = i == 5 ? Vehicle.BICYCLE : Vehicle.CAR;
      var details =
          new Technician.Details(
              "T" + i,
              "",
              "",
              "#112233",
              place(),
              "",
              skills,
              territory,
              null,
              vehicle,
              true,
              workingDay);
      technicians.add(people.create(details).id());
      shifts.addShift(technicians.get(i), time("06:00", "14:30"));
    }
    shifts.addAbsence(technicians.getFirst(), time("09:00", "10:30"), Absence.Reason.TRAINING, "");
    customer =
        customers
            .create(new Customer.Details("Small", "", "", "en", Priority.NORMAL, "", Billing.USUAL))
            .id();
    for (int i = 0; i < PLAIN_VISITS; i++) {
      var windows = i % 3 == 0 ? List.of(time("08:00", "11:00")) : List.<TimeWindow>of();
      visit("Plain", windows, i % 4 == 0 ? need(gas, 2) : List.of(), 1);
    }
    forTwo = visit("Heavy", List.of(time("11:00", "11:30")), List.of(), 2);
    needsAMaster = visit("Master", List.of(), need(gas, 5), 1);
    beforeAnyShift = visit("Early", List.of(time("05:00", "05:15")), List.of(), 1);
    withoutAReason = visit("", List.of(), List.of(), 1);
    inTheSea = visit("Sea", List.of(), List.of(), 1, new Coordinates(54.6, 14.0));
    swapped = visit("Swapped", List.of(), List.of(), 1, new Coordinates(13.26, 53.55));
    var always = new Visit.Details(Duration.ofHours(9), List.of(), List.of(), 1, null);
    tooLong = visit("Long", always, new Coordinates(53.55, 13.26));
  }

  /** The one of this application, with a dispatcher; made for the first class that asks. */
  static SmallCompany of(ConfigurableApplicationContext application) {
    var beans = application.getBeanFactory();
    String name = SmallCompany.class.getName();
    if (!beans.containsSingleton(name)) {
      beans
          .getBean(UserService.class)
          .create(
              "dispatcher",
              "a long password",
              new UserService.Profile("D", Set.of(Role.DISPATCHER), "en", null));
      beans.registerSingleton(
          name,
          new SmallCompany(
              beans.getBean(CustomerService.class),
              beans.getBean(OrderService.class),
              beans.getBean(PeopleService.class),
              beans.getBean(RegisterService.class),
              beans.getBean(ShiftService.class)));
    }
    return beans.getBean(name, SmallCompany.class);
  }

  /** A visit that anybody could do at any time. */
  UUID oneMore() {
    return visit("One more", List.of(), List.of(), 1);
  }

  /** A visit so long that anybody could do at any time. */
  UUID lasting(Duration duration) {
    return visit("Lasting", new Visit.Details(duration, List.of(), List.of(), 1, null), place());
  }

  private UUID visit(
      String reason, List<TimeWindow> windows, List<RequiredSkill> skills, int crewSize) {
    return visit(reason, windows, skills, crewSize, place());
  }

  private UUID visit(
      String reason,
      List<TimeWindow> windows,
      List<RequiredSkill> skills,
      int crewSize,
      Coordinates place) {
    return visit(
        reason, new Visit.Details(Duration.ofMinutes(45), windows, skills, crewSize, null), place);
  }

  /** A visit of 45 minutes that must be done by then. */
  UUID byContract(Instant end) {
    return visit(
        "Contract",
        new Visit.Details(Duration.ofMinutes(45), List.of(), List.of(), 1, null),
        place(),
        end);
  }

  private UUID visit(String reason, Visit.Details visit, Coordinates place) {
    return visit(reason, visit, place, null);
  }

  private UUID visit(
      String reason, Visit.Details visit, Coordinates place, @Nullable Instant contractEnd) {
    var address = new Address("Ring", "1", "17033", "Neubrandenburg");
    var site = customers.addSite(customer, new Site.Details("", address, place, ""));
    var details =
        new Order.Details(
            OrderType.CALL_OUT,
            customer,
            site.id(),
            null,
            null,
            reason,
            "",
            Priority.NORMAL,
            null,
            null,
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            contractEnd);
    return orders.create(details, List.of(visit)).visits().getFirst().id();
  }

  private Coordinates place() {
    return new Coordinates(random.nextDouble(53.54, 53.575), random.nextDouble(13.24, 13.29));
  }

  private static List<RequiredSkill> need(UUID skill, int level) {
    return List.of(new RequiredSkill(skill, level));
  }

  private static Territory.Details area(String name, double from, double to) {
    return new Territory.Details(
        name,
        "#445566",
        List.of(
            new Coordinates(from, 13.1),
            new Coordinates(from, 13.5),
            new Coordinates(to, 13.5),
            new Coordinates(to, 13.1)));
  }

  private static TimeWindow time(String from, String to) {
    return new TimeWindow(
        Instant.parse(DAY + "T" + from + ":00Z"), Instant.parse(DAY + "T" + to + ":00Z"));
  }
}
