package io.trasa.orders;

import io.trasa.common.ConflictException;
import io.trasa.customers.ContactRemoval;
import io.trasa.people.Removal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Refuses, in the same transaction, the removal of something that open orders still need. */
@Component
class KeepsWhatOrdersNeed {

  private static final Set<Request.Status> OPEN =
      EnumSet.of(Request.Status.NEW, Request.Status.QUOTED);

  private final Visits visits;
  private final Requests requests;
  private final Quotes quotes;

  KeepsWhatOrdersNeed(Visits visits, Requests requests, Quotes quotes) {
    this.visits = visits;
    this.requests = requests;
    this.quotes = quotes;
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
    var users =
        Stream.of(
                visits.ordersWithContact(removal.contactId()),
                requests.withContact(removal.contactId(), OPEN),
                quotes.withContact(removal.contactId()))
            .flatMap(List::stream)
            .limit(5)
            .toList();
    require(removal.name(), users);
  }

  private static void require(String name, List<String> users) {
    if (!users.isEmpty()) {
      throw new ConflictException(
          "in-use",
          "%s is needed by open work: %s.".formatted(name, String.join(", ", users)),
          "Change that first.");
    }
  }
}
