package io.trasa.orders;

import io.trasa.common.ConflictException;
import io.trasa.customers.ContactRemoval;
import io.trasa.people.Removal;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Refuses, in the same transaction, the removal of something that recurring orders still need. */
@Component
class RecurrenceNeeds {

  private final Recurrences recurrences;

  RecurrenceNeeds(Recurrences recurrences) {
    this.recurrences = recurrences;
  }

  @EventListener
  void on(Removal removal) {
    if (removal.kind() == Removal.Kind.SKILL) {
      require(removal.name(), recurrences.needingSkill(removal.id()));
    }
  }

  @EventListener
  void on(ContactRemoval removal) {
    require(removal.name(), recurrences.withContact(removal.contactId()));
  }

  private static void require(String name, List<String> users) {
    if (!users.isEmpty()) {
      throw new ConflictException(
          "in-use",
          "%s is needed by recurring orders: %s.".formatted(name, String.join(", ", users)),
          "Change or end those first.");
    }
  }
}
