package io.trasa.orders;

import io.trasa.common.TextSearch;
import io.trasa.customers.CustomerService;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/**
 * Finds orders for lists: their ids by the narrowest index, then a few columns of those on the
 * page. The number of queries is the same for any page.
 */
@Component
class OrderSearch {

  private static final int MAX_CUSTOMERS_SEARCHED = 500;

  private final Orders orders;
  private final OrderRows rows;
  private final EntityManager entities;
  private final CustomerService customers;
  private final CompanyDay day;

  OrderSearch(
      Orders orders,
      OrderRows rows,
      EntityManager entities,
      CustomerService customers,
      CompanyDay day) {
    this.orders = orders;
    this.rows = rows;
    this.entities = entities;
    this.customers = customers;
    this.day = day;
  }

  /** Newest first. */
  Page<OrderRow> find(OrderFilter filter, Pageable page) {
    var found = customers.idsMatching(filter.search(), MAX_CUSTOMERS_SEARCHED);
    var matching = matching(filter, found);
    var ids = ids(matching, page);
    boolean isLastPage =
        ids.size() < page.getPageSize() && (!ids.isEmpty() || page.getOffset() == 0);
    long total = isLastPage ? page.getOffset() + ids.size() : orders.count(matching);
    return new PageImpl<>(rows.of(ids), page, total);
  }

  private List<UUID> ids(Specification<Order> matching, Pageable page) {
    var build = entities.getCriteriaBuilder();
    var query = build.createQuery(UUID.class);
    var row = query.from(Order.class);
    var predicate = matching.toPredicate(row, query, build);
    if (predicate != null) {
      query.where(predicate);
    }
    query.select(row.get("id")).orderBy(build.desc(row.get("id")));
    return entities
        .createQuery(query)
        .setFirstResult((int) page.getOffset())
        .setMaxResults(page.getPageSize())
        .getResultList();
  }

  private Specification<Order> matching(OrderFilter filter, Collection<UUID> foundCustomers) {
    var all = new ArrayList<Specification<Order>>();
    addEqual(all, "keptStatus", filter.status());
    addEqual(all, "type", filter.type());
    addEqual(all, "priority", filter.priority());
    addEqual(all, "customerId", filter.customerId());
    if (filter.technicianId() != null) {
      all.add(goesTo(filter.technicianId()));
    }
    if (filter.assetId() != null) {
      all.add(isAbout(filter.assetId()));
    }
    if (filter.dueBefore() != null) {
      all.add((row, query, build) -> build.lessThan(row.get("dueDate"), filter.dueBefore()));
    }
    if (filter.createdFrom() != null) {
      var from = day.startOf(filter.createdFrom());
      all.add((row, query, build) -> build.greaterThanOrEqualTo(row.get("createdAt"), from));
    }
    if (filter.createdTo() != null) {
      var end = day.startOf(filter.createdTo().plusDays(1));
      all.add((row, query, build) -> build.lessThan(row.get("createdAt"), end));
    }
    if (filter.attention() != null) {
      all.add(needs(filter.attention()));
    }
    if (filter.search() != null && !filter.search().isBlank()) {
      all.add(
          TextSearch.<Order>allWords("search", filter.search())
              .or((row, query, build) -> row.get("customerId").in(foundCustomers)));
    }
    return Specification.allOf(all);
  }

  private Specification<Order> needs(Attention attention) {
    return switch (attention) {
      case OVERDUE ->
          (row, query, build) ->
              build.and(
                  row.get("keptStatus").in(Attention.NOT_BEGUN),
                  build.lessThan(row.get("dueDate"), day.today()));
      case UNSETTLED -> (row, query, build) -> build.equal(row.get("keptStatus"), VisitStatus.DONE);
      case UNACCEPTED -> {
        var latest = day.now().minus(Duration.ofMinutes(Attention.MINUTES_TO_ACCEPT));
        yield (row, query, build) -> {
          var ids = build.createQuery(UUID.class).subquery(UUID.class);
          var visit = ids.from(Visit.class);
          ids.select(visit.get("order").get("id"))
              .where(
                  build.equal(visit.get("status"), VisitStatus.DISPATCHED),
                  build.lessThanOrEqualTo(visit.get("progress").get("dispatchedAt"), latest));
          return row.get("id").in(ids);
        };
      }
    };
  }

  private static Specification<Order> goesTo(UUID technicianId) {
    return (row, query, build) -> {
      var ids = build.createQuery(UUID.class).subquery(UUID.class);
      var visit = ids.from(Visit.class);
      ids.select(visit.get("order").get("id"))
          .where(
              ((HibernateCriteriaBuilder) build)
                  .collectionContains(visit.<Collection<UUID>>get("technicianIds"), technicianId));
      return row.get("id").in(ids);
    };
  }

  private static Specification<Order> isAbout(UUID assetId) {
    return (row, query, build) ->
        ((HibernateCriteriaBuilder) build)
            .collectionContains(row.<Collection<UUID>>get("assetIds"), assetId);
  }

  private static void addEqual(
      List<Specification<Order>> all, String attribute, @Nullable Object value) {
    if (value != null) {
      all.add((row, query, build) -> build.equal(row.get(attribute), value));
    }
  }
}
