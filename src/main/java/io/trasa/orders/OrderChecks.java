package io.trasa.orders;

import io.trasa.assets.AssetService;
import io.trasa.common.InvalidInputException;
import io.trasa.common.TimeWindow;
import io.trasa.customers.CustomerService;
import io.trasa.customers.Site;
import io.trasa.people.PeopleService;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must fit together when an order or a visit is written down. */
@Component
class OrderChecks {

  private final CustomerService customers;
  private final PeopleService people;
  private final AssetService assets;

  OrderChecks(CustomerService customers, PeopleService people, AssetService assets) {
    this.customers = customers;
    this.people = people;
    this.assets = assets;
  }

  /** Returns the order's site. */
  Site check(Order.Details details) {
    requireCustomer("payerId", details.payerId());
    requireAssets(details.assetIds());
    if (details.earliestDate() != null
        && details.dueDate() != null
        && details.dueDate().isBefore(details.earliestDate())) {
      throw new InvalidInputException(
          "dueDate",
          details.dueDate(),
          "is before the first day",
          "Choose a due date on or after the first day.");
    }
    return check(details.customerId(), details.siteId(), details.contactId());
  }

  void check(Quote.Details details) {
    requireAssets(details.assetIds());
    check(details.customerId(), details.siteId(), details.contactId());
  }

  /** Unlike an order, a request may not know yet for whom and where it is. */
  void check(Request.Details details) {
    requireAssets(details.assetIds());
    if (details.customerId() != null && details.siteId() != null) {
      check(details.customerId(), details.siteId(), details.contactId());
    } else if (details.customerId() != null) {
      requireCustomer("customerId", details.customerId());
      requireContact(details.contactId(), details.customerId());
    } else if (details.siteId() != null || details.contactId() != null) {
      throw new InvalidInputException(
          "customerId", null, "is missing", "Name the customer whose site or contact it is.");
    }
  }

  private Site check(UUID customerId, UUID siteId, @Nullable UUID contactId) {
    requireCustomer("customerId", customerId);
    requireContact(contactId, customerId);
    var site = customers.sites(List.of(siteId)).get(siteId);
    if (site == null || !site.customerId().equals(customerId)) {
      throw new InvalidInputException(
          "siteId",
          siteId,
          "is not a site of this customer",
          "Choose one of the customer's sites, or add it there.");
    }
    return site;
  }

  /** Whose they are does not matter: a tenant may ask for the landlord's boiler. */
  private void requireAssets(List<UUID> ids) {
    var known = assets.briefs(ids).keySet();
    for (int i = 0; i < ids.size(); i++) {
      if (!known.contains(ids.get(i)) || ids.indexOf(ids.get(i)) < i) {
        throw new InvalidInputException(
            "assetIds[%d]".formatted(i),
            ids.get(i),
            "is unknown or named twice",
            "Choose each from the list once.");
      }
    }
  }

  /**
   * Returns the details with a territory: the given one, else the one the site lies in.
   *
   * @param path what goes before the names of fields, such as {@code visits[0].}
   */
  Visit.Details check(Visit.Details details, Site site, String path) {
    checkWindows(details.windows(), path);
    people.requireSkills(details.skills().stream().map(RequiredSkill::skillId).toList(), path);
    return new Visit.Details(
        details.duration(),
        details.windows(),
        details.skills(),
        details.crewSize(),
        territory(details.territoryId(), site, path));
  }

  void checkTechnicians(List<UUID> ids) {
    for (int i = 0; i < ids.size(); i++) {
      if (!people.isActive(ids.get(i))) {
        throw new InvalidInputException(
            "technicianIds[%d]".formatted(i),
            ids.get(i),
            "is not an active technician",
            "Choose another.");
      }
    }
  }

  private @Nullable UUID territory(@Nullable UUID given, Site site, String path) {
    if (given == null) {
      return people.territoryAt(site.coordinates()).map(t -> t.id()).orElse(null);
    }
    if (people.territories().stream().noneMatch(t -> t.id().equals(given))) {
      throw new InvalidInputException(
          path + "territoryId",
          given,
          "is not a known territory",
          "Leave it out to take the one the site lies in.");
    }
    return given;
  }

  private static void checkWindows(List<TimeWindow> windows, String path) {
    for (int i = 1; i < windows.size(); i++) {
      var previous = windows.get(i - 1);
      if (!windows.get(i).start().isAfter(previous.end())) {
        throw new InvalidInputException(
            "%swindows[%d].start".formatted(path, i),
            windows.get(i).start(),
            "is not after the end of the window before, " + previous.end(),
            "Name the windows from early to late, without overlap.");
      }
    }
  }

  private void requireCustomer(String field, @Nullable UUID id) {
    if (id != null && customers.customers(List.of(id)).isEmpty()) {
      throw new InvalidInputException(
          field, id, "is not a known customer", "Choose one from the list.");
    }
  }

  private void requireContact(@Nullable UUID id, UUID customerId) {
    if (id != null && !customers.isContactOf(id, customerId)) {
      throw new InvalidInputException(
          "contactId",
          id,
          "is not a contact of this customer",
          "Choose one of the customer's contacts, or add it there.");
    }
  }
}
