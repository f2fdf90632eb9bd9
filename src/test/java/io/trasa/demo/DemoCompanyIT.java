package io.trasa.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.common.Vehicle;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitBrief;
import io.trasa.people.PeopleService;
import io.trasa.people.Technician;
import io.trasa.routing.TravelTimes;
import io.trasa.security.Role;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.TestPropertySource;

/** The demo company is whole, can be driven to, and is made once. */
@TrasaIT
@TestPropertySource(properties = "trasa.demo.enabled=true")
class DemoCompanyIT {

  private final DemoCompany demo;
  private final PeopleService people;
  private final OrderService orders;
  private final TravelTimes travelTimes;
  private final LocalDate today;

  @Autowired
  DemoCompanyIT(
      DemoCompany demo,
      PeopleService people,
      OrderService orders,
      TravelTimes travelTimes,
      SettableClock clock,
      ZoneId zone) {
    this.demo = demo;
    this.people = people;
    this.orders = orders;
    this.travelTimes = travelTimes;
    this.today = LocalDate.now(clock.withZone(zone));
  }

  private List<VisitBrief> visits() {
    return orders.visitsFor(today, DemoDays.DAYS);
  }

  @Test
  void hasFourteenTechniciansAndAHundredAndTenCompleteVisitsOneOfThemForACrew() {
    assertThat(people.activeTechnicians()).hasSize(14);
    assertThat(visits()).hasSize(110).allSatisfy(v -> assertThat(v.missing()).isEmpty());
    assertThat(visits()).filteredOn(v -> v.crewSize() > 1).hasSize(1);
  }

  @Test
  void canBeDrivenToFromEveryHome() {
    var places =
        Stream.concat(
                people.activeTechnicians().stream().map(Technician::home),
                visits().stream().map(VisitBrief::coordinates))
            .distinct()
            .toList();
    var matrix = travelTimes.between(places, Vehicle.CAR);
    for (int from = 0; from < places.size(); from++) {
      for (int to = 0; to < places.size(); to++) {
        assertThat(matrix.isReachable(from, to)).as("%s to %s", from, to).isTrue();
      }
    }
  }

  @Test
  void offersALoginForEachRole() {
    assertThat(demo.logins()).extracting(DemoCompany.Login::role).containsExactly(Role.values());
  }

  @Test
  void isMadeOnlyOnce() {
    demo.run(new DefaultApplicationArguments());
    assertThat(people.activeTechnicians()).hasSize(14);
    assertThat(visits()).hasSize(110);
  }
}
