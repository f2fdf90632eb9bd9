package io.trasa.demo;

import io.trasa.common.NotFoundException;
import io.trasa.orders.OrderService;
import io.trasa.people.PeopleService;
import io.trasa.people.Technician;
import io.trasa.routing.Bounds;
import io.trasa.security.CurrentUser;
import io.trasa.security.Role;
import io.trasa.security.UserService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database with the demo company, all of it or nothing, and gives it new days to
 * plan when it is started again later. A company with users of its own is never touched.
 */
@Component
@Order(0)
public class DemoCompany implements ApplicationRunner {

  /** Known to everybody: it opens nothing but the made-up company. */
  private static final String PASSWORD = "trasa-demo";

  private static final String MAKER = "demo";
  private static final int HOMES = 20;
  private static final int SITES = 90;
  private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);

  private final DemoSettings settings;
  private final DemoPlaces places;
  private final DemoPeople demoPeople;
  private final DemoCustomers customers;
  private final DemoRegister register;
  private final DemoStock stock;
  private final DemoDays days;
  private final DemoHistory history;
  private final UserService users;
  private final PeopleService people;
  private final OrderService orders;
  private final CurrentUser currentUser;
  private final TransactionTemplate transaction;
  private final ZoneId zone;
  private final Clock clock;

  DemoCompany(
      DemoSettings settings,
      DemoPlaces places,
      DemoPeople demoPeople,
      DemoCustomers customers,
      DemoRegister register,
      DemoStock stock,
      DemoDays days,
      DemoHistory history,
      UserService users,
      PeopleService people,
      OrderService orders,
      CurrentUser currentUser,
      TransactionTemplate transaction,
      ZoneId zone,
      Clock clock) {
    this.settings = settings;
    this.places = places;
    this.demoPeople = demoPeople;
    this.customers = customers;
    this.register = register;
    this.stock = stock;
    this.days = days;
    this.history = history;
    this.users = users;
    this.people = people;
    this.orders = orders;
    this.currentUser = currentUser;
    this.transaction = transaction;
    this.zone = zone;
    this.clock = clock;
  }

  /** A way into the demo company. */
  public record Login(String username, String password, Role role) {}

  /** One login per role; none where the demo is off or the company is a real one. */
  public List<Login> logins() {
    return settings.enabled() && isDemo()
        ? Arrays.stream(Role.values())
            .map(role -> new Login(username(role), PASSWORD, role))
            .toList()
        : List.of();
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (settings.enabled()) {
      boolean isNew = users.isEmpty();
      currentUser.actAs(MAKER, () -> transaction.executeWithoutResult(status -> fill()));
      if (isNew) {
        history.create(
            today(), customers.sites(), register.contents(), new Random(settings.seed() + 1));
        log.info("The demo company has a past of {} days.", DemoHistory.DAYS);
      }
    }
  }

  private void fill() {
    LocalDate today = today();
    if (users.isEmpty()) {
      company();
      days.create(today, customers.sites(), register.contents(), new Random(settings.seed()));
      log.info("The demo company is ready: {} visits to plan from {} on.", DemoDays.VISITS, today);
    } else if (isDemo() && orders.visitsFor(today, DemoDays.DAYS).isEmpty()) {
      days.create(
          today,
          customers.sites(),
          register.contents(),
          new Random(settings.seed() + today.toEpochDay()));
      log.info("The demo company has new visits to plan from {} on.", today);
    }
  }

  private void company() {
    var random = new Random(settings.seed());
    var all = new java.util.ArrayList<>(places.places(random));
    Collections.shuffle(all, random);
    Bounds box = DemoPlaces.boxOf(all);
    demoPeople.create(all.subList(0, HOMES), box);
    customers.create(all.subList(HOMES, HOMES + SITES));
    register.create(today(), customers.sites(), random);
    stock.create(DemoPlaces.middlemost(all.subList(HOMES + SITES, all.size()), box));
    for (Role role : Role.values()) {
      users.create(username(role), PASSWORD, profile(role));
    }
  }

  private UserService.Profile profile(Role role) {
    Technician technician = role == Role.TECHNICIAN ? people.activeTechnicians().getFirst() : null;
    @Nullable UUID technicianId = technician == null ? null : technician.id();
    String word = role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
    return new UserService.Profile(
        technician == null ? "Demo " + word : technician.name(), Set.of(role), "en", technicianId);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(zone));
  }

  private boolean isDemo() {
    try {
      return MAKER.equals(users.getByName(username(Role.DISPATCHER)).createdBy());
    } catch (NotFoundException noSuchUser) {
      return false;
    }
  }

  private static String username(Role role) {
    return role == Role.ADMINISTRATOR ? "admin" : role.name().toLowerCase(Locale.ROOT);
  }
}
