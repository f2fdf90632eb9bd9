package io.trasa.fieldwork;

import io.trasa.common.Stored;
import io.trasa.orders.JobSheet;
import io.trasa.orders.Order;
import io.trasa.orders.OrderLine;
import io.trasa.orders.OrderService;
import io.trasa.orders.Visit;
import io.trasa.orders.VisitStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what was done on site. */
@Service
@Transactional(readOnly = true)
public class FieldworkService {

  private static final Set<VisitStatus> DONE =
      EnumSet.of(VisitStatus.DONE, VisitStatus.SETTLED, VisitStatus.INVOICED);

  private final ActionLog log;
  private final TimeBook times;
  private final OrderService orders;

  FieldworkService(ActionLog log, TimeBook times, OrderService orders) {
    this.log = log;
    this.times = times;
    this.orders = orders;
  }

  /**
   * All work of an order: times with corrections, without those still running; what was said of
   * operations, and each operation of the order that nobody said anything about as agreed, once a
   * visit is done; what was bought.
   *
   * @throws io.trasa.common.NotFoundException if there is no such order
   */
  public WorkDone of(UUID orderId) {
    var order = orders.get(orderId);
    var facts = factsByVisit(log.appliedToOrder(orderId));
    return new WorkDone(countedTimes(orderId), operations(order, facts), purchases(facts));
  }

  /** What is known of each visit; visits about which nothing was told are there too. */
  public Map<UUID, VisitFacts> factsOf(Set<UUID> visitIds) {
    var told =
        log.appliedTo(List.copyOf(visitIds)).stream()
            .collect(Collectors.groupingBy(FieldAction::visitId));
    return visitIds.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), id -> VisitFacts.of(told.getOrDefault(id, List.of()))));
  }

  /** What was told of a visit and refused, the first one first. */
  public List<FieldAction> refusedOf(UUID visitId) {
    return log.refusedOf(visitId);
  }

  /** How far a technician is with each visit: by own taps, the lead also by the visit's status. */
  public Map<UUID, Stage> stagesOf(List<JobSheet> sheets, UUID technicianId) {
    var applied =
        log.appliedTo(sheets.stream().map(sheet -> sheet.visitId()).toList()).stream()
            .collect(Collectors.groupingBy(FieldAction::visitId));
    return sheets.stream()
        .collect(
            Collectors.toMap(
                JobSheet::visitId,
                sheet -> {
                  var taps = applied.getOrDefault(sheet.visitId(), List.of());
                  var own = ActionApplier.stageByTaps(taps, technicianId, sheet);
                  boolean lead = sheet.technicianIds().getFirst().equals(technicianId);
                  return lead || Stage.of(sheet.status()) == Stage.FAILED
                      ? own.orFurther(Stage.of(sheet.status()))
                      : own;
                }));
  }

  private static Map<UUID, VisitFacts> factsByVisit(List<FieldAction> applied) {
    return applied.stream()
        .collect(
            Collectors.groupingBy(
                FieldAction::visitId,
                LinkedHashMap::new,
                Collectors.collectingAndThen(Collectors.toList(), VisitFacts::of)));
  }

  private List<WorkDone.Time> countedTimes(UUID orderId) {
    return times.ofOrder(orderId).stream()
        .flatMap(
            time ->
                time.counted().stream()
                    .map(
                        span ->
                            new WorkDone.Time(
                                time.visitId(),
                                time.technicianId(),
                                time.kind(),
                                span.start(),
                                span.end())))
        .filter(time -> time.end().isAfter(time.start()))
        .toList();
  }

  private static List<WorkDone.Operation> operations(Order order, Map<UUID, VisitFacts> facts) {
    var operations = new ArrayList<WorkDone.Operation>();
    var spoken = new LinkedHashSet<String>();
    facts.forEach(
        (visitId, known) ->
            known
                .operations()
                .forEach(
                    said -> {
                      spoken.add(said.key());
                      if (said.quantity().signum() > 0) {
                        operations.add(
                            new WorkDone.Operation(
                                visitId,
                                said.technicianId(),
                                said.operationId(),
                                said.text(),
                                said.quantity()));
                      }
                    }));
    order.visits().stream()
        .filter(visit -> DONE.contains(visit.status()) && !visit.technicianIds().isEmpty())
        .max(Comparator.comparing(FieldworkService::finished).thenComparing(Stored::id))
        .ifPresent(last -> operations.addAll(asAgreed(order, last, spoken)));
    return operations;
  }

  private static Instant finished(Visit visit) {
    var at = visit.progress().finishedAt();
    return at == null ? Instant.EPOCH : at;
  }

  private static List<WorkDone.Operation> asAgreed(Order order, Visit visit, Set<String> spoken) {
    return order.lines().stream()
        .filter(line -> line.kind() == OrderLine.Kind.OPERATION)
        .filter(line -> !spoken.contains(VisitFacts.keyOf(line.itemId(), line.text())))
        .map(
            line ->
                new WorkDone.Operation(
                    visit.id(),
                    visit.technicianIds().getFirst(),
                    line.itemId(),
                    line.text(),
                    line.quantity()))
        .toList();
  }

  private static List<WorkDone.Purchase> purchases(Map<UUID, VisitFacts> facts) {
    return facts.entrySet().stream()
        .flatMap(
            visit ->
                visit.getValue().purchases().stream()
                    .map(
                        bought ->
                            new WorkDone.Purchase(
                                bought.id(),
                                visit.getKey(),
                                bought.technicianId(),
                                bought.text(),
                                bought.quantity(),
                                bought.cost(),
                                bought.receiptFileId())))
        .toList();
  }
}
