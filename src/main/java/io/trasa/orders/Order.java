package io.trasa.orders;

import io.trasa.common.ConflictException;
import io.trasa.common.NotFoundException;
import io.trasa.common.Priority;
import io.trasa.common.Stored;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A whole piece of business for a customer: why, where, by when, and the visits that do it. */
@Entity
@Table(name = "orders_order")
public class Order extends Stored {

  static final int MAX_VISITS = 50;
  private static final int MAX_TITLE = 120;

  /**
   * What the office knows of an order; unknown texts are empty.
   *
   * @param payerId who pays, if not the customer
   * @param assetIds the devices it is about, in this order
   * @param lines what was agreed to be done and delivered, with prices
   * @param earliestDate the first day, in the company's zone, on which the work may begin
   * @param dueDate the last day, in the company's zone, on which the work may begin
   * @param contractEnd by when each visit must be done by contract; null if no contract says so
   */
  public record Details(
      OrderType type,
      UUID customerId,
      UUID siteId,
      @Nullable UUID contactId,
      @Nullable UUID payerId,
      String reason,
      String scope,
      Priority priority,
      @Nullable LocalDate earliestDate,
      @Nullable LocalDate dueDate,
      String notes,
      List<ChecklistItem> checklist,
      List<PartToCollect> partsToCollect,
      List<UUID> assetIds,
      List<OrderLine> lines,
      @Nullable Instant contractEnd) {

    /** Of work whose end no contract sets. */
    public Details(
        OrderType type,
        UUID customerId,
        UUID siteId,
        @Nullable UUID contactId,
        @Nullable UUID payerId,
        String reason,
        String scope,
        Priority priority,
        @Nullable LocalDate earliestDate,
        @Nullable LocalDate dueDate,
        String notes,
        List<ChecklistItem> checklist,
        List<PartToCollect> partsToCollect,
        List<UUID> assetIds,
        List<OrderLine> lines) {
      this(
          type,
          customerId,
          siteId,
          contactId,
          payerId,
          reason,
          scope,
          priority,
          earliestDate,
          dueDate,
          notes,
          checklist,
          partsToCollect,
          assetIds,
          lines,
          null);
    }
  }

  /** What an order came of; nothing for one that was simply written down. */
  record Origin(@Nullable UUID requestId, @Nullable UUID quoteId) {
    static final Origin NONE = new Origin(null, null);
  }

  @Column(updatable = false)
  private String number;

  @Column(updatable = false)
  private @Nullable UUID requestId;

  @Column(updatable = false)
  private @Nullable UUID quoteId;

  @Enumerated(EnumType.STRING)
  private OrderType type;

  private UUID customerId;
  private UUID siteId;
  private @Nullable UUID contactId;
  private @Nullable UUID payerId;
  private String reason;
  private String scope;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private @Nullable LocalDate earliestDate;
  private @Nullable LocalDate dueDate;
  private @Nullable Instant contractEnd;
  private String notes;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 500)
  @CollectionTable(name = "orders_checklist_item", joinColumns = @JoinColumn(name = "order_id"))
  @OrderColumn(name = "position")
  private List<ChecklistItem> checklist = new ArrayList<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 500)
  @CollectionTable(name = "orders_part_to_collect", joinColumns = @JoinColumn(name = "order_id"))
  @OrderColumn(name = "position")
  private List<PartToCollect> partsToCollect = new ArrayList<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 500)
  @CollectionTable(name = "orders_order_line", joinColumns = @JoinColumn(name = "order_id"))
  @OrderColumn(name = "position")
  private List<OrderLine> lines = new ArrayList<>();

  private List<UUID> assetIds = List.of();

  @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST, fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 500)
  @OrderBy("id")
  private List<Visit> visits = new ArrayList<>();

  /**
   * A copy of {@link #status()} for lists to filter by. Written past this entity (see {@link
   * Orders#keepStatus}), so that a visit's step does not outdate the order that somebody edits.
   */
  @Enumerated(EnumType.STRING)
  @Column(name = "status", updatable = false)
  private VisitStatus keptStatus = VisitStatus.NEW;

  /** Made by the database for searching. */
  @Column(insertable = false, updatable = false)
  private @Nullable String search;

  @SuppressWarnings("NullAway") // filled from the database
  protected Order() {}

  @SuppressWarnings("NullAway.Init") // describe fills the rest
  Order(String number, Origin origin, Details details) {
    this.number = number;
    this.requestId = origin.requestId();
    this.quoteId = origin.quoteId();
    describe(details);
  }

  final void describe(Details details) {
    this.type = details.type();
    this.customerId = details.customerId();
    this.siteId = details.siteId();
    this.contactId = details.contactId();
    this.payerId = details.payerId();
    this.reason = details.reason();
    this.scope = details.scope();
    this.priority = details.priority();
    this.earliestDate = details.earliestDate();
    this.dueDate = details.dueDate();
    this.contractEnd = details.contractEnd();
    this.notes = details.notes();
    replace(this.checklist, details.checklist());
    replace(this.partsToCollect, details.partsToCollect());
    replace(this.lines, details.lines());
    this.assetIds = List.copyOf(details.assetIds());
  }

  private static <T> void replace(List<T> present, List<T> wanted) {
    if (!present.equals(wanted)) {
      present.clear();
      present.addAll(wanted);
    }
  }

  Visit addVisit(Visit.Details details) {
    if (visits.size() >= MAX_VISITS) {
      throw new ConflictException(
          "too-many-visits",
          "Order %s has %d visits already.".formatted(number, MAX_VISITS),
          "Make another order.");
    }
    var visit = new Visit(this, details);
    visits.add(visit);
    return visit;
  }

  @PrePersist
  void keepStatus() {
    keptStatus = status();
  }

  /**
   * Where the order stands, which follows from its visits alone:
   *
   * <ul>
   *   <li>while somebody works or is on the way: that, work before travel;
   *   <li>else, while a visit is on hold: on hold;
   *   <li>else the status of the visit that is least far on its ordinary way: an order is done when
   *       all of its visits are;
   *   <li>cancelled and failed visits count only when there are no others: an order with failed
   *       ones has failed, one with cancelled ones only is cancelled, one without visits is new.
   * </ul>
   */
  public VisitStatus status() {
    var statuses = visits.stream().map(Visit::status).toList();
    return Stream.of(VisitStatus.IN_PROGRESS, VisitStatus.TRAVELLING, VisitStatus.ON_HOLD)
        .filter(statuses::contains)
        .findFirst()
        .or(() -> statuses.stream().filter(Order::isOnOrdinaryWay).min(VisitStatus::compareTo))
        .or(() -> statuses.stream().max(VisitStatus::compareTo))
        .orElse(VisitStatus.NEW);
  }

  private static boolean isOnOrdinaryWay(VisitStatus status) {
    return status.compareTo(VisitStatus.INVOICED) <= 0;
  }

  /** The fields that must be filled before anything is planned, dispatched or finished. */
  public List<String> missing() {
    return Stream.concat(type.needs().stream(), Stream.of(OrderType.Need.VISIT))
        .filter(need -> !need.isMet(this))
        .map(need -> need.field)
        .toList();
  }

  /** The heavier of the order's and the customer's priority. */
  public Priority effectivePriority(Priority ofCustomer) {
    return priority.max(ofCustomer);
  }

  /** A few words that tell one order from another on the board. */
  public String title() {
    return title(number, reason, scope);
  }

  static String title(String number, String reason, String scope) {
    return Stream.of(reason, scope)
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> line.length() <= MAX_TITLE ? line : line.substring(0, MAX_TITLE) + "…")
        .findFirst()
        .orElse(number);
  }

  Visit visit(UUID visitId) {
    return visits.stream()
        .filter(v -> v.id().equals(visitId))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("visit", visitId));
  }

  /** Such as {@code 26-00042}: the year it was made in, and a number that is never given twice. */
  public String number() {
    return number;
  }

  /** The request it came of; its files belong to the order, too. */
  public @Nullable UUID requestId() {
    return requestId;
  }

  /** The quote it came of. */
  public @Nullable UUID quoteId() {
    return quoteId;
  }

  public OrderType type() {
    return type;
  }

  public UUID customerId() {
    return customerId;
  }

  public UUID siteId() {
    return siteId;
  }

  public @Nullable UUID contactId() {
    return contactId;
  }

  /** Who pays, if not the customer. */
  public @Nullable UUID payerId() {
    return payerId;
  }

  /** The complaint, in the customer's words. */
  public String reason() {
    return reason;
  }

  /** What is to be done. */
  public String scope() {
    return scope;
  }

  /** The order's own; see {@link #effectivePriority}. */
  void makeUrgent() {
    priority = Priority.URGENT;
  }

  public Priority priority() {
    return priority;
  }

  /** The first day, in the company's zone, on which the work may begin. */
  public @Nullable LocalDate earliestDate() {
    return earliestDate;
  }

  /** By when each visit must be done by contract; null if no contract says so. */
  public @Nullable Instant contractEnd() {
    return contractEnd;
  }

  /** The last day, in the company's zone, on which the work may begin. */
  public @Nullable LocalDate dueDate() {
    return dueDate;
  }

  public String notes() {
    return notes;
  }

  public List<ChecklistItem> checklist() {
    return List.copyOf(checklist);
  }

  public List<PartToCollect> partsToCollect() {
    return List.copyOf(partsToCollect);
  }

  /** The devices it is about. */
  public List<UUID> assetIds() {
    return assetIds;
  }

  /** What was agreed to be done and delivered, with prices. */
  public List<OrderLine> lines() {
    return List.copyOf(lines);
  }

  public List<Visit> visits() {
    return List.copyOf(visits);
  }

  /** Those that are neither cancelled nor failed. */
  List<Visit> liveVisits() {
    return visits.stream().filter(v -> isOnHoldOrOrdinary(v.status())).toList();
  }

  private static boolean isOnHoldOrOrdinary(VisitStatus status) {
    return status == VisitStatus.ON_HOLD || isOnOrdinaryWay(status);
  }
}
