package io.trasa.bench;

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
import io.trasa.people.PeopleService;
import io.trasa.people.RegisterService;
import io.trasa.people.ShiftService;
import io.trasa.people.SkillLevel;
import io.trasa.people.Technician;
import io.trasa.people.WorkingDay;
import io.trasa.security.Role;
import io.trasa.security.UserService;
import io.trasa.testkit.Browser;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;

/** A company with 50 technicians, five days and 500 visits, of which 4 % are for two. */
final class BigWeek {

  static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  static final int DAYS = 5;
  private static final int TECHNICIANS = 50;
  private static final int VISITS = 500;

  static final String PASSWORD = "a long password";
  private static final List<String> COLORS =
      List.of("#0b63bd", "#c62f3b", "#0f766e", "#7c3aed", "#b45309", "#15803d", "#be185d");
  private static final List<String> REASONS =
      List.of("Boiler service", "Radiators stay cold", "Yearly check", "Lüftung laut", "Няма вода");

  private final CustomerService customers;
  private final OrderService orders;
  private final Random random = new Random(5);
  final List<String> technicians = new ArrayList<>();

  /** Those that one technician does. */
  final List<String> visits = new ArrayList<>();

  BigWeek(ApplicationContext application) {
    customers = application.getBean(CustomerService.class);
    orders = application.getBean(OrderService.class);
    var people = application.getBean(PeopleService.class);
    var shifts = application.getBean(ShiftService.class);
    application
        .getBean(UserService.class)
        .create(
            "dispatcher",
            PASSWORD,
            new UserService.Profile("D", Set.of(Role.DISPATCHER), "en", null));
    UUID gas = application.getBean(RegisterService.class).createSkill("Gas").id();
    for (int i = 0; i < TECHNICIANS; i++) {
      var skills = i % 2 == 0 ? List.of(new SkillLevel(gas, 1 + i % 3)) : List.<SkillLevel>of();
      UUID id = people.create(technician(i, skills)).id();
      technicians.add(id.toString());
      for (int day = 0; day < DAYS; day++) {
        var morning = MONDAY.plusDays(day).atTime(6, 0).toInstant(ZoneOffset.UTC);
        shifts.addShift(id, new TimeWindow(morning, morning.plus(Duration.ofHours(9))));
      }
    }
    UUID customer =
        customers
            .create(new Customer.Details("Big", "", "", "en", Priority.NORMAL, "", Billing.USUAL))
            .id();
    for (int i = 0; i < VISITS; i++) {
      var needs = i % 3 == 0 ? List.of(new RequiredSkill(gas, 1)) : List.<RequiredSkill>of();
      boolean forTwo = i % 25 == 0;
      String id = order(customer, needs, forTwo ? 2 : 1);
      if (!forTwo) {
        visits.add(id);
      }
    }
  }

  private Technician.Details technician(int number, List<SkillLevel> skills) {
    return new Technician.Details(
        "T" + number,
        "",
        "",
        COLORS.get(number % COLORS.size()),
        place(),
        "",
        skills,
        List.of(),
        null,
        Vehicle.CAR,
        true,
        WorkingDay.USUAL);
  }

  private String order(UUID customer, List<RequiredSkill> needs, int crew) {
    var address = new Address("Ring", "1", "17033", "Neubrandenburg");
    var site = customers.addSite(customer, new Site.Details("", address, place(), ""));
    var morning = MONDAY.plusDays(random.nextInt(DAYS)).atTime(6 + random.nextInt(6), 0);
    var start = morning.toInstant(ZoneOffset.UTC);
    var windows =
        random.nextInt(2) == 0
            ? List.of(new TimeWindow(start, start.plus(Duration.ofHours(3))))
            : List.<TimeWindow>of();
    var visit =
        new Visit.Details(
            Duration.ofMinutes(30 + 15 * random.nextInt(6)), windows, needs, crew, null);
    var details =
        new Order.Details(
            OrderType.CALL_OUT,
            customer,
            site.id(),
            null,
            null,
            REASONS.get(random.nextInt(REASONS.size())),
            "",
            Priority.NORMAL,
            null,
            null,
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null);
    return orders.create(details, List.of(visit)).visits().getFirst().id().toString();
  }

  Coordinates place() {
    return new Coordinates(random.nextDouble(53.50, 53.60), random.nextDouble(13.20, 13.32));
  }

  /** Plans the week for ten seconds. */
  static void plan(Browser browser) {
    String wish = "{'from': '%s', 'days': %d, 'seconds': 10}".formatted(MONDAY, DAYS);
    String id = browser.post(wish, "/api/plan-jobs").at("/id");
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> browser.get("/api/plan-jobs/" + id).at("/state").equals("DONE"));
  }
}
