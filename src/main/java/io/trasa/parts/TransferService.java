package io.trasa.parts;

import io.trasa.common.Stored;
import io.trasa.orders.Order;
import io.trasa.orders.OrderService;
import io.trasa.people.PeopleService;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door between warehouse and vans: what is handed over and brought back, with its paper. */
@Service
@Transactional
public class TransferService {

  /**
   * Some of a part changes hands.
   *
   * @param orderId for which order; null for the van's own stock
   */
  public record Line(UUID partId, @Nullable UUID orderId, BigDecimal quantity) {}

  /**
   * A technician takes pieces along.
   *
   * @param id made by the sender, so that a repeated message counts once; becomes the paper's
   * @param day for which they are taken
   * @param note may be empty
   */
  public record HandOver(
      UUID id, UUID technicianId, LocalDate day, List<Line> lines, String note) {}

  /**
   * A technician brings pieces back.
   *
   * @param id as in {@link HandOver}
   */
  public record BringBack(UUID id, UUID technicianId, List<Line> lines, String note) {}

  private final Ledger ledger;
  private final Locations locations;
  private final StockDocuments documents;
  private final PartService catalogue;
  private final OrderService orders;
  private final PeopleService people;
  private final Clock clock;

  TransferService(
      Ledger ledger,
      Locations locations,
      StockDocuments documents,
      PartService catalogue,
      OrderService orders,
      PeopleService people,
      Clock clock) {
    this.ledger = ledger;
    this.locations = locations;
    this.documents = documents;
    this.catalogue = catalogue;
    this.orders = orders;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Moves pieces from the warehouse to the technician's van, and issues the transfer.
   *
   * @throws io.trasa.common.ConflictException with code {@code not-enough} if the warehouse has
   *     less, {@code no-van} if the technician has none
   */
  public StockDocument handOver(HandOver wish) {
    return move(
        StockDocument.Kind.TRANSFER,
        wish.id(),
        wish.technicianId(),
        wish.day(),
        wish.lines(),
        wish.note());
  }

  /**
   * Moves pieces from the technician's van to the warehouse, and issues the return.
   *
   * @throws io.trasa.common.ConflictException with code {@code not-enough} if the van has less
   */
  public StockDocument bringBack(BringBack wish) {
    return move(
        StockDocument.Kind.RETURN, wish.id(), wish.technicianId(), null, wish.lines(), wish.note());
  }

  private StockDocument move(
      StockDocument.Kind kind,
      UUID id,
      UUID technicianId,
      @Nullable LocalDate day,
      List<Line> lines,
      String note) {
    Quantities.requireLines(lines);
    Quantities.require(lines, Line::quantity);
    ledger.lock(lines.stream().map(Line::partId).toList());
    return documents
        .repeated(id, kind)
        .orElseGet(
            () -> {
              var van = locations.vanOf(technicianId);
              var draft =
                  new StockDocuments.Draft(
                      kind,
                      technicianId,
                      people.technician(technicianId).name(),
                      locations.vanName(van),
                      day,
                      note,
                      described(lines));
              var document = documents.issue(id, draft);
              ledger.post(
                  lines.stream()
                      .map(line -> movement(kind, line, van).by(technicianId).under(id, note))
                      .toList());
              return document;
            });
  }

  private Movement movement(StockDocument.Kind kind, Line line, UUID van) {
    var onVan = new Account(van, line.orderId());
    return kind == StockDocument.Kind.TRANSFER
        ? Movement.of(
            Movement.Kind.TRANSFER,
            line.partId(),
            line.quantity(),
            Account.OF_WAREHOUSE,
            onVan,
            clock.instant())
        : Movement.of(
            Movement.Kind.RETURN,
            line.partId(),
            line.quantity(),
            onVan,
            Account.OF_WAREHOUSE,
            clock.instant());
  }

  private List<StockDocument.Line> described(List<Line> lines) {
    var parts = catalogue.parts(lines.stream().map(Line::partId).toList());
    var byId =
        lines.stream()
            .map(Line::orderId)
            .filter(Objects::nonNull)
            .distinct()
            .map(orders::get)
            .collect(Collectors.toMap(Stored::id, Function.identity()));
    return lines.stream()
        .map(
            line -> {
              var part = Objects.requireNonNull(parts.get(line.partId()));
              Order order = line.orderId() == null ? null : byId.get(line.orderId());
              return new StockDocument.Line(
                  part.id(),
                  part.code(),
                  part.name(),
                  part.unit(),
                  line.quantity(),
                  line.orderId(),
                  order == null ? "" : order.number(),
                  null);
            })
        .toList();
  }
}
