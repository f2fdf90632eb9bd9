package io.trasa.parts;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for goods that come from suppliers, and for counting what is really there. */
@Service
@Transactional
public class GoodsService {

  /** How much of a part came. */
  public record Line(UUID partId, BigDecimal quantity) {}

  /**
   * Goods came to the warehouse.
   *
   * @param id made by the sender, so that a repeated message counts once; becomes the paper's
   * @param note supplier, delivery note; may be empty
   */
  public record Receipt(UUID id, String note, List<Line> lines) {}

  /**
   * How much of a part was found.
   *
   * @param seen what the books said when it was counted
   */
  public record Counted(UUID partId, BigDecimal seen, BigDecimal counted) {}

  /**
   * The own stock of the warehouse or of a van was counted; what is held for orders is not in it.
   *
   * @param id as in {@link Receipt}
   * @param locationId {@link Account#WAREHOUSE} or a van's
   * @param reason why it was counted, or what explains the difference; not empty
   */
  public record Count(UUID id, UUID locationId, String reason, List<Counted> lines) {}

  private final Ledger ledger;
  private final Locations locations;
  private final StockDocuments documents;
  private final PartService catalogue;
  private final Clock clock;

  GoodsService(
      Ledger ledger,
      Locations locations,
      StockDocuments documents,
      PartService catalogue,
      Clock clock) {
    this.ledger = ledger;
    this.locations = locations;
    this.documents = documents;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Takes goods into the warehouse, and issues the goods receipt. */
  public StockDocument receive(Receipt receipt) {
    Quantities.requireLines(receipt.lines());
    Quantities.require(receipt.lines(), Line::quantity);
    var partIds = receipt.lines().stream().map(Line::partId).toList();
    return once(
        receipt.id(),
        StockDocument.Kind.RECEIPT,
        partIds,
        () -> {
          var parts = catalogue.parts(partIds);
          var lines =
              receipt.lines().stream()
                  .map(line -> described(parts, line.partId(), line.quantity(), null))
                  .toList();
          var document = issue(receipt.id(), StockDocument.Kind.RECEIPT, "", receipt.note(), lines);
          ledger.post(
              receipt.lines().stream()
                  .map(
                      line ->
                          Movement.of(
                                  Movement.Kind.RECEIPT,
                                  line.partId(),
                                  line.quantity(),
                                  Account.OF_SUPPLIER,
                                  Account.OF_WAREHOUSE,
                                  clock.instant())
                              .under(receipt.id(), receipt.note()))
                  .toList());
          return document;
        });
  }

  /**
   * Sets a location's own stock to what was found, and issues the paper about it.
   *
   * @throws ConflictException with code {@code moved-meanwhile} if the books say something else
   *     than when it was counted
   */
  public StockDocument count(Count count) {
    Quantities.requireLines(count.lines());
    requireOnceEach(count.lines());
    locations.requireCountable(count.locationId());
    var partIds = count.lines().stream().map(Counted::partId).toList();
    return once(
        count.id(),
        StockDocument.Kind.COUNT,
        partIds,
        () -> {
          var parts = catalogue.parts(partIds);
          var own = Account.ownOf(count.locationId());
          var lines = new ArrayList<StockDocument.Line>();
          var movements = new ArrayList<Movement>();
          for (var line : count.lines()) {
            requireUnmoved(line, ledger.balance(line.partId(), own), parts);
            var difference = line.counted().subtract(line.seen());
            lines.add(described(parts, line.partId(), difference, line.seen()));
            if (difference.signum() != 0) {
              movements.add(
                  Movement.of(
                          Movement.Kind.ADJUST,
                          line.partId(),
                          difference.abs(),
                          difference.signum() > 0 ? Account.OF_CORRECTION : own,
                          difference.signum() > 0 ? own : Account.OF_CORRECTION,
                          clock.instant())
                      .under(count.id(), count.reason()));
            }
          }
          var document =
              issue(
                  count.id(),
                  StockDocument.Kind.COUNT,
                  locations.vanName(count.locationId()),
                  count.reason(),
                  lines);
          ledger.post(movements);
          return document;
        });
  }

  private StockDocument once(
      UUID id, StockDocument.Kind kind, List<UUID> partIds, Supplier<StockDocument> work) {
    ledger.lock(partIds);
    return documents.repeated(id, kind).orElseGet(work);
  }

  private StockDocument issue(
      UUID id, StockDocument.Kind kind, String van, String note, List<StockDocument.Line> lines) {
    return documents.issue(id, new StockDocuments.Draft(kind, null, "", van, null, note, lines));
  }

  private static StockDocument.Line described(
      Map<UUID, Part> parts, UUID partId, BigDecimal quantity, @Nullable BigDecimal before) {
    var part = Objects.requireNonNull(parts.get(partId));
    return new StockDocument.Line(
        partId, part.code(), part.name(), part.unit(), quantity, null, "", before);
  }

  private static void requireOnceEach(List<Counted> lines) {
    var named = new HashSet<UUID>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (!named.add(line.partId())) {
        throw new InvalidInputException(
            "lines[%d].partId".formatted(i),
            line.partId(),
            "is named twice",
            "Add the counts of one part up.");
      }
      if (line.counted().signum() != 0) {
        Quantities.require("lines[%d].counted".formatted(i), line.counted());
      }
    }
  }

  private static void requireUnmoved(Counted line, BigDecimal now, Map<UUID, Part> parts) {
    if (now.compareTo(line.seen()) != 0) {
      var part = Objects.requireNonNull(parts.get(line.partId()));
      throw new ConflictException(
          "moved-meanwhile",
          "Of %s %s there were %s when you counted, now there are %s."
              .formatted(part.code(), part.name(), Ledger.plain(line.seen()), Ledger.plain(now)),
          "Load the stock again and count this part once more.");
    }
  }
}
