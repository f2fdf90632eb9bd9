package io.trasa.orders;

import io.trasa.common.ConflictException;
import io.trasa.common.Priority;
import io.trasa.common.Stored;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A rule that makes an order for each day it falls on, and what those orders are like. */
@Entity
@Table(name = "orders_recurrence")
public class Recurrence extends Stored {

  /** Whether it makes orders. */
  public enum State {
    ACTIVE,
    /** Makes none; days that pass meanwhile are not caught up on. */
    PAUSED,
    /** Makes none any more, for good. */
    ENDED
  }

  /**
   * What the office knows of it.
   *
   * @param name becomes the reason of its orders
   * @param rule of RFC 5545, see {@link RecurrenceDates}
   * @param startsOn the first day it may fall on
   * @param leadDays how many days before its due date an order is made
   * @param template what its orders are like
   */
  public record Details(
      String name, String rule, LocalDate startsOn, int leadDays, Template template) {}

  /**
   * What the orders are like; unknown texts are empty.
   *
   * @param duration of the one visit, without the drive
   * @param skills that the visit needs
   */
  public record Template(
      OrderType type,
      UUID customerId,
      UUID siteId,
      @Nullable UUID contactId,
      @Nullable UUID payerId,
      List<UUID> assetIds,
      String scope,
      String notes,
      Priority priority,
      Duration duration,
      List<RequiredSkill> skills,
      List<ChecklistItem> checklist,
      List<PartToCollect> partsToCollect,
      List<OrderLine> lines) {}

  private String name;
  private String rule;
  private LocalDate startsOn;
  private int leadDays;

  @Enumerated(EnumType.STRING)
  private State state = State.ACTIVE;

  private LocalDate notBefore;

  /** Written past this entity, so that a run does not outdate the rule that somebody edits. */
  @Column(updatable = false)
  private @Nullable LocalDate nextDue;

  @Column(updatable = false)
  private String problem = "";

  @Enumerated(EnumType.STRING)
  private OrderType type;

  private UUID customerId;
  private UUID siteId;
  private @Nullable UUID contactId;
  private @Nullable UUID payerId;
  private List<UUID> assetIds = List.of();
  private String scope;
  private String notes;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private int durationMinutes;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 200)
  @CollectionTable(
      name = "orders_recurrence_skill",
      joinColumns = @JoinColumn(name = "recurrence_id"))
  private Set<RequiredSkill> skills = new HashSet<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 200)
  @CollectionTable(
      name = "orders_recurrence_checklist_item",
      joinColumns = @JoinColumn(name = "recurrence_id"))
  @OrderColumn(name = "position")
  private List<ChecklistItem> checklist = new ArrayList<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 200)
  @CollectionTable(
      name = "orders_recurrence_part",
      joinColumns = @JoinColumn(name = "recurrence_id"))
  @OrderColumn(name = "position")
  private List<PartToCollect> partsToCollect = new ArrayList<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 200)
  @CollectionTable(
      name = "orders_recurrence_line",
      joinColumns = @JoinColumn(name = "recurrence_id"))
  @OrderColumn(name = "position")
  private List<OrderLine> lines = new ArrayList<>();

  /** Made by the database for searching. */
  @Column(insertable = false, updatable = false)
  private @Nullable String search;

  @SuppressWarnings("NullAway") // filled from the database
  protected Recurrence() {}

  /**
   * @param today days before this one get no orders
   */
  @SuppressWarnings("NullAway.Init") // describe fills the rest
  Recurrence(Details details, LocalDate today) {
    this.notBefore = today;
    describe(details, today);
    this.nextDue = dates().from(notBefore, 1).stream().findFirst().orElse(null);
  }

  /** A new rule does not reach back: it makes orders from today on. */
  final void describe(Details details, LocalDate today) {
    if (!details.rule().equals(rule) || !details.startsOn().equals(startsOn)) {
      notBefore = today;
    }
    this.name = details.name();
    this.rule = details.rule();
    this.startsOn = details.startsOn();
    this.leadDays = details.leadDays();
    var template = details.template();
    this.type = template.type();
    this.customerId = template.customerId();
    this.siteId = template.siteId();
    this.contactId = template.contactId();
    this.payerId = template.payerId();
    this.assetIds = List.copyOf(template.assetIds());
    this.scope = template.scope();
    this.notes = template.notes();
    this.priority = template.priority();
    this.durationMinutes = (int) template.duration().toMinutes();
    skills.retainAll(Set.copyOf(template.skills()));
    skills.addAll(template.skills());
    replace(checklist, template.checklist());
    replace(partsToCollect, template.partsToCollect());
    replace(lines, template.lines());
  }

  private static <T> void replace(List<T> present, List<T> wanted) {
    if (!present.equals(wanted)) {
      present.clear();
      present.addAll(wanted);
    }
  }

  /**
   * @param today where it makes orders again, those of days that passed are left out
   * @throws ConflictException with code {@code ended}
   */
  void become(State wanted, LocalDate today) {
    if (state == State.ENDED && wanted != State.ENDED) {
      throw new ConflictException("ended", name + " has ended.", "Make a new plan.");
    }
    if (state == State.PAUSED && wanted == State.ACTIVE) {
      notBefore = today;
    }
    state = wanted;
  }

  /** The order that is due that day. */
  Order.Details orderDue(LocalDate day) {
    return new Order.Details(
        type,
        customerId,
        siteId,
        contactId,
        payerId,
        name,
        scope,
        priority,
        day.minusDays(leadDays),
        day,
        notes,
        checklist(),
        partsToCollect(),
        assetIds,
        lines());
  }

  /** The one visit of each order: at any time once orders are usually made, until it is due. */
  Visit.Details visit() {
    return new Visit.Details(duration(), List.of(), skills(), 1, null);
  }

  RecurrenceDates dates() {
    return RecurrenceDates.of(rule, startsOn);
  }

  /** Days before this one get no orders any more. */
  LocalDate notBefore() {
    return notBefore;
  }

  public String name() {
    return name;
  }

  /** Of RFC 5545. */
  public String rule() {
    return rule;
  }

  public LocalDate startsOn() {
    return startsOn;
  }

  /** How many days before its due date an order is made. */
  public int leadDays() {
    return leadDays;
  }

  public State state() {
    return state;
  }

  /** The first day that has no order yet; null if there is none to come. */
  public @Nullable LocalDate nextDue() {
    return nextDue;
  }

  /** Why the last run made no orders; empty when all went well. */
  public String problem() {
    return problem;
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

  public @Nullable UUID payerId() {
    return payerId;
  }

  public List<UUID> assetIds() {
    return assetIds;
  }

  public String scope() {
    return scope;
  }

  public String notes() {
    return notes;
  }

  public Priority priority() {
    return priority;
  }

  public Duration duration() {
    return Duration.ofMinutes(durationMinutes);
  }

  public List<RequiredSkill> skills() {
    return List.copyOf(skills);
  }

  public List<ChecklistItem> checklist() {
    return List.copyOf(checklist);
  }

  public List<PartToCollect> partsToCollect() {
    return List.copyOf(partsToCollect);
  }

  public List<OrderLine> lines() {
    return List.copyOf(lines);
  }
}
