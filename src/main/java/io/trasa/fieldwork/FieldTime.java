package io.trasa.fieldwork;

import io.trasa.common.Stored;
import io.trasa.common.TimeWindow;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** Time one technician spent on a visit, in true instants; corrections stand beside the taps. */
@Entity
@Table(name = "fieldwork_time")
public class FieldTime extends Stored {

  private UUID visitId;
  private UUID orderId;
  private UUID technicianId;

  @Enumerated(EnumType.STRING)
  private WorkDone.TimeKind kind;

  @Column(name = "start_at")
  private Instant start;

  @Column(name = "end_at")
  private @Nullable Instant end;

  private String reason;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 500)
  @CollectionTable(name = "fieldwork_time_correction", joinColumns = @JoinColumn(name = "time_id"))
  @OrderColumn(name = "position")
  private List<TimeCorrection> corrections = new ArrayList<>();

  @SuppressWarnings("NullAway") // filled from the database
  protected FieldTime() {}

  /** Whose time on which visit. */
  record Owner(UUID visitId, UUID orderId, UUID technicianId) {}

  /** A time that runs. */
  FieldTime(Owner owner, WorkDone.TimeKind kind, Instant start) {
    this.visitId = owner.visitId();
    this.orderId = owner.orderId();
    this.technicianId = owner.technicianId();
    this.kind = kind;
    this.start = start;
    this.reason = "";
  }

  /** A time that nobody tapped, written by the office. */
  FieldTime(Owner owner, WorkDone.TimeKind kind, TimeWindow span, String reason) {
    this(owner, kind, span.start());
    this.end = span.end();
    this.reason = reason;
  }

  /** Never ends before it starts, even if the phone's clock was set back meanwhile. */
  void stop(Instant at) {
    end = at.isBefore(start) ? start : at;
  }

  void correct(TimeCorrection correction) {
    corrections.add(correction);
  }

  public UUID visitId() {
    return visitId;
  }

  public UUID orderId() {
    return orderId;
  }

  public UUID technicianId() {
    return technicianId;
  }

  public WorkDone.TimeKind kind() {
    return kind;
  }

  /** As it was tapped. */
  public Instant start() {
    return start;
  }

  /** As it was tapped; null while it runs. */
  public @Nullable Instant end() {
    return end;
  }

  /** Why the office wrote it; empty if it was tapped. */
  public String reason() {
    return reason;
  }

  /** The first one first. */
  public List<TimeCorrection> corrections() {
    return List.copyOf(corrections);
  }

  /** As it counts; empty while it runs. */
  public Optional<TimeWindow> counted() {
    if (!corrections.isEmpty()) {
      var last = corrections.getLast();
      return Optional.of(new TimeWindow(last.start(), last.end()));
    }
    return end == null ? Optional.empty() : Optional.of(new TimeWindow(start, end));
  }
}
