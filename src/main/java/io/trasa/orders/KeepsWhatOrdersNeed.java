package io.trasa.orders;

import io.trasa.common.ConflictException;
import io.trasa.customers.ContactRemoval;
import io.trasa.people.Removal;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Refuses, in the same transaction, the removal of something that open orders still need. */
@Component
class KeepsWhatOrdersNeed {

  private final Visits visits;

  KeepsWhatOrdersNeed(Visits visits) {
    this.visits = visits;
  }

  @EventListener
  void on(Removal removal) {
    require(
        removal.name(),
        switch (removal.kind()) {
          case SKILL -> visits.ordersNeedingSkill(removal.id());
          case TERRITORY -> visits.ordersInTerritory(removal.id());
        });
  }

  @EventListener
  void on(ContactRemoval removal) {
    require(removal.name(), visits.ordersWithContact(removal.contactId()));
  }

  private static void require(String name, List<String> users) {
    if (!users.isEmpty()) {
      throw new ConflictException(
          "in-use",
          "%s is needed by open orders: %s.".formatted(name, String.join(", ", users)),
          "Change those orders first.");
    }
  }
}
