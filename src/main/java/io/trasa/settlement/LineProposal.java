package io.trasa.settlement;

import io.trasa.common.Text;
import io.trasa.fieldwork.WorkDone;
import io.trasa.orders.Order;
import io.trasa.orders.OrderLine;
import io.trasa.orders.ServicedAsset;
import io.trasa.parts.OrderPart;
import io.trasa.settlement.SettlementLine.Origin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lines that an order would be charged with: what was agreed, in the quantity that was done and
 * used; then what was done, used and bought beside that.
 */
final class LineProposal {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Order order;
  private final LocalDate day;
  private final List<ServicedAsset> devices;
  private final SettlementSettings settings;
  private final List<SettlementLine> lines = new ArrayList<>();

  LineProposal(
      Order order, LocalDate day, List<ServicedAsset> devices, SettlementSettings settings) {
    this.order = order;
    this.day = day;
    this.devices = devices;
    this.settings = settings;
  }

  /**
   * @param catalogue what the register says of operations that were not agreed
   */
  List<SettlementLine> of(WorkDone work, List<OrderPart> parts, Map<UUID, OrderLine> catalogue) {
    var done = new LinkedHashMap<String, BigDecimal>();
    var first = new HashMap<String, WorkDone.Operation>();
    for (var operation : work.operations()) {
      var key = key(operation.operationId(), operation.text());
      done.merge(key, operation.quantity(), BigDecimal::add);
      first.putIfAbsent(key, operation);
    }
    var used = new LinkedHashMap<String, BigDecimal>();
    parts.forEach(part -> used.put(key(part.partId(), ""), part.used()));
    agreed(OrderLine.Kind.OPERATION, done);
    done.forEach((key, quantity) -> extraOperation(first.get(key), quantity, catalogue));
    agreed(OrderLine.Kind.PART, used);
    parts.forEach(part -> extraPart(part, used.get(key(part.partId(), ""))));
    work.purchases().forEach(this::purchase);
    agreed(OrderLine.Kind.TRAVEL, Map.of());
    agreed(OrderLine.Kind.OTHER, Map.of());
    return lines;
  }

  /** Takes what was done of it from the facts; what the facts do not count stays as agreed. */
  private void agreed(OrderLine.Kind kind, Map<String, BigDecimal> facts) {
    var of = order.lines().stream().filter(line -> line.kind() == kind).toList();
    for (int i = 0; i < of.size(); i++) {
      var line = of.get(i);
      boolean counted =
          kind == OrderLine.Kind.OPERATION || kind == OrderLine.Kind.PART && line.itemId() != null;
      if (!counted) {
        add(line, line.quantity(), Origin.AGREED);
        continue;
      }
      var key = key(line.itemId(), line.text());
      var left = facts.getOrDefault(key, BigDecimal.ZERO);
      boolean last =
          of.subList(i + 1, of.size()).stream()
              .noneMatch(other -> key(other.itemId(), other.text()).equals(key));
      var taken = last ? left : left.min(line.quantity());
      if (left.signum() > 0) {
        facts.put(key, left.subtract(taken));
      }
      add(line, taken, origin(taken, line.quantity()));
    }
  }

  private static Origin origin(BigDecimal done, BigDecimal agreed) {
    if (done.signum() == 0) {
      return Origin.NOT_DONE;
    }
    return done.compareTo(agreed) == 0 ? Origin.AGREED : Origin.OTHER_QUANTITY;
  }

  private void extraOperation(
      WorkDone.@Nullable Operation operation, BigDecimal left, Map<UUID, OrderLine> catalogue) {
    if (operation == null || left.signum() <= 0) {
      return;
    }
    var known = operation.operationId() == null ? null : catalogue.get(operation.operationId());
    add(
        known != null
            ? known
            : line(
                OrderLine.Kind.OPERATION,
                operation.operationId(),
                operation.text(),
                "pc",
                BigDecimal.ZERO,
                vatRate()),
        left,
        Origin.NOT_AGREED);
  }

  private void extraPart(OrderPart part, @Nullable BigDecimal left) {
    if (left != null && left.signum() > 0) {
      var line =
          line(
              OrderLine.Kind.PART,
              part.partId(),
              part.code() + " " + part.name(),
              part.unit(),
              part.unitPrice(),
              part.vatRate());
      add(line, left, Origin.NOT_AGREED);
    }
  }

  /** Charged at its cost and the usual markup; as one piece where the price would be broken. */
  private void purchase(WorkDone.Purchase bought) {
    var price =
        bought
            .cost()
            .multiply(HUNDRED.add(settings.purchaseMarkup()))
            .divide(HUNDRED, 2, RoundingMode.HALF_UP);
    var perPiece = price.divide(bought.quantity(), 4, RoundingMode.HALF_UP);
    boolean exact = perPiece.multiply(bought.quantity()).compareTo(price) == 0;
    add(
        line(OrderLine.Kind.PART, null, bought.text(), "pc", exact ? perPiece : price, vatRate()),
        exact ? bought.quantity() : BigDecimal.ONE,
        Origin.PURCHASE);
  }

  /** The highest that was agreed for this order, else the usual one. */
  private BigDecimal vatRate() {
    return order.lines().stream()
        .map(OrderLine::vatRate)
        .max(BigDecimal::compareTo)
        .orElse(settings.vatRate());
  }

  private void add(OrderLine line, BigDecimal quantity, Origin origin) {
    var cover = Cover.of(order.type(), line.kind(), day, devices);
    lines.add(SettlementLine.proposed(line, quantity, origin, cover));
  }

  private static OrderLine line(
      OrderLine.Kind kind,
      @Nullable UUID itemId,
      String text,
      String unit,
      BigDecimal price,
      BigDecimal vatRate) {
    return new OrderLine(kind, itemId, text, BigDecimal.ONE, unit, 0, price, vatRate);
  }

  private static String key(@Nullable UUID itemId, String text) {
    return itemId == null ? Text.orEmpty(text).toLowerCase(Locale.ROOT) : itemId.toString();
  }
}
