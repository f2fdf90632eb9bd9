package io.trasa.parts;

import io.trasa.orders.VisitStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every technician has to take along on a day. */
public record PickList(LocalDate day, List<Tour> tours) {

  /**
   * A technician's day.
   *
   * @param van the van's name; empty without a van, which leaves nothing to carry parts in
   * @param stops in the order of the route; only those that want something
   * @param refills what the van's own stock lacks
   */
  public record Tour(
      UUID technicianId,
      String technician,
      String color,
      String van,
      List<Stop> stops,
      List<Refill> refills) {}

  /** An order; one with several visits on the day is named at the first. */
  public record Stop(
      UUID orderId,
      String orderNumber,
      String title,
      String customer,
      String address,
      VisitStatus status,
      Instant plannedStart,
      List<Item> items) {}

  /**
   * Something to take along.
   *
   * @param partId null for what is not in the catalogue: it is picked by its name, and not counted
   * @param collected what the order has got already, used or not
   * @param toPick what it still needs
   * @param fromWarehouse how much of that the warehouse has for it
   * @param inWarehouse all that lies there
   * @param ownOnVan what the van carries as its own stock
   * @param lacking how much of what is to be picked neither the warehouse nor the van's own stock
   *     has, after those who need it earlier got theirs
   * @param substitutes with free stock; only if something is lacking
   */
  public record Item(
      @Nullable UUID partId,
      String code,
      String name,
      String unit,
      BigDecimal wanted,
      BigDecimal collected,
      BigDecimal toPick,
      BigDecimal fromWarehouse,
      BigDecimal inWarehouse,
      BigDecimal ownOnVan,
      BigDecimal lacking,
      List<Substitute> substitutes) {}

  /** A part that does as well. */
  public record Substitute(UUID partId, String code, String name, String unit, BigDecimal free) {}

  /**
   * A part of which the van carries too little.
   *
   * @param quantity how much would fill it up
   * @param free what the warehouse can spare
   */
  public record Refill(
      UUID partId,
      String code,
      String name,
      String unit,
      BigDecimal onVan,
      BigDecimal quantity,
      BigDecimal free) {}
}
