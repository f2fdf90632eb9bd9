package io.trasa.orders;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.Stored;
import io.trasa.common.TimeWindow;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/**
 * One appointment at the order's site, planned by the engine. It owns its status: {@link VisitStep}
 * names every legal step, and each step taken gives one {@link StatusChange} to be stored.
 */
@Entity
@Table(name = "orders_visit")
public class Visit extends Stored {

  /**
   * What a visit needs.
   *
   * @param windows within which the work must <em>begin</em>, earliest first, not overlapping; none
   *     means at any time until the order is due
   * @param crewSize how many technicians work at the same time; two or more start together
   * @param territoryId which part of the country it belongs to
   */
  public record Details(
      Duration duration,
      List<TimeWindow> windows,
      List<RequiredSkill> skills,
      int crewSize,
      @Nullable UUID territoryId) {}

  @ManyToOne(optional = false, fetch = FetchType.LAZY)
  @JoinColumn(name = "order_id", updatable = false)
  private Order order;

  @Enumerated(EnumType.STRING)
  private VisitStatus status = VisitStatus.NEW;

  private int durationMinutes;
  private int crewSize;
  private @Nullable UUID territoryId;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 500)
  @CollectionTable(name = "orders_visit_window", joinColumns = @JoinColumn(name = "visit_id"))
  @AttributeOverride(name = "start", column = @Column(name = "start_at"))
  @AttributeOverride(name = "end", column = @Column(name = "end_at"))
  @OrderColumn(name = "position")
  private List<TimeWindow> windows = new ArrayList<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 500)
  @CollectionTable(name = "orders_visit_skill", joinColumns = @JoinColumn(name = "visit_id"))
  private Set<RequiredSkill> skills = new HashSet<>();

  private List<UUID> technicianIds = List.of();
  private @Nullable Instant plannedStart;
  private @Nullable Progress progress;

  @SuppressWarnings("NullAway") // filled from the database
  protected Visit() {}

  Visit(Order order, Details details) {
    this.order = order;
    describe(details);
  }

  final void describe(Details details) {
    this.durationMinutes = (int) details.duration().toMinutes();
    this.crewSize = details.crewSize();
    this.territoryId = details.territoryId();
    if (!windows.equals(details.windows())) {
      windows.clear();
      windows.addAll(details.windows());
    }
    skills.retainAll(Set.copyOf(details.skills()));
    skills.addAll(details.skills());
  }

  /**
   * Takes a step.
   *
   * @param at when it truly happened
   * @return what to write into the history
   * @throws ConflictException with code {@code illegal-step}, or {@code incomplete-order}
   * @throws InvalidInputException if the step asks for a reason and there is none
   */
  StatusChange take(VisitStep step, String reason, StepSource source, Instant at) {
    if (!step.isLegalFrom(status)) {
      throw new ConflictException(
          "illegal-step",
          "Visit of order %s is %s; %s is possible from %s only."
              .formatted(order.number(), status, step, step.possibleFrom()),
          "Maybe somebody else was faster; load it again.");
    }
    if (step.asksForReason() && reason.isBlank()) {
      throw new InvalidInputException(
          "reason", reason, "is missing", "Say why; it stands in the history.");
    }
    if (step.asksForCompleteOrder() && !order.missing().isEmpty()) {
      throw new ConflictException(
          "incomplete-order",
          "Order %s lacks %s; %s needs it."
              .formatted(order.number(), String.join(", ", order.missing()), step),
          "Fill it in first.");
    }
    if (step.to() == VisitStatus.PLANNED && plannedStart == null) {
      throw new InvalidInputException(
          "technicianIds", technicianIds, "are missing", "Say who goes, and when.");
    }
    var change = new StatusChange(this, step.to(), reason, source, at);
    status = step.to();
    progress = progress().after(step, at);
    if (step.leavesThePlan()) {
      technicianIds = List.of();
      plannedStart = null;
    }
    return change;
  }

  /** Says who goes and when, before the step that makes it so. The lead is named first. */
  void assign(List<UUID> technicianIds, Instant start) {
    if (technicianIds.isEmpty()
        || technicianIds.size() > crewSize
        || technicianIds.stream().distinct().count() < technicianIds.size()) {
      throw new InvalidInputException(
          "technicianIds",
          technicianIds,
          "are not 1 to %d different technicians".formatted(crewSize),
          "Name the lead first, and each once.");
    }
    this.technicianIds = List.copyOf(technicianIds);
    this.plannedStart = start;
  }

  void received(Instant at) {
    progress = progress().received(at);
  }

  void arrived(Instant at) {
    progress = progress().arrived(at);
  }

  /** The steps that are legal now for somebody at a desk; settling is done with the whole order. */
  public List<VisitStep> officeSteps() {
    return Arrays.stream(VisitStep.values())
        .filter(step -> step.isLegalFrom(status) && step.isForOffice())
        .toList();
  }

  /** How far it really got. */
  public Progress progress() {
    return progress == null ? Progress.NONE : progress;
  }

  public Order order() {
    return order;
  }

  public VisitStatus status() {
    return status;
  }

  /** How long the work takes, without the drive. */
  public Duration duration() {
    return Duration.ofMinutes(durationMinutes);
  }

  /** Within which the work must begin; none means at any time until the order is due. */
  public List<TimeWindow> windows() {
    return List.copyOf(windows);
  }

  public List<RequiredSkill> skills() {
    return List.copyOf(skills);
  }

  /** How many technicians work at the same time. */
  public int crewSize() {
    return crewSize;
  }

  public @Nullable UUID territoryId() {
    return territoryId;
  }

  /** Who goes, the lead first; empty while it is not planned. */
  public List<UUID> technicianIds() {
    return technicianIds;
  }

  /** When the work is to begin; null while it is not planned. */
  public @Nullable Instant plannedStart() {
    return plannedStart;
  }
}
