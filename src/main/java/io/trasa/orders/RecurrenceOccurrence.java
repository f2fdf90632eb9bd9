package io.trasa.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** The order that was made for a day on which a rule fell. Written once. */
@Entity
@Table(name = "orders_recurrence_occurrence")
public class RecurrenceOccurrence implements Persistable<RecurrenceOccurrence.Key> {

  /** There is one order for a rule and a day, and never a second. */
  @Embeddable
  public record Key(
      @Column(name = "recurrence_id") UUID recurrenceId, @Column(name = "due_on") LocalDate dueOn)
      implements Serializable {}

  @EmbeddedId private Key key;
  private UUID orderId;

  /** Without this, saving would look for the row first. */
  @Transient private boolean isNew = true;

  @SuppressWarnings("NullAway") // filled from the database
  protected RecurrenceOccurrence() {}

  RecurrenceOccurrence(Key key, UUID orderId) {
    this.key = key;
    this.orderId = orderId;
  }

  @PostLoad
  @PostPersist
  void stored() {
    isNew = false;
  }

  @Override
  public Key getId() {
    return key;
  }

  @Override
  public boolean isNew() {
    return isNew;
  }

  public LocalDate dueOn() {
    return key.dueOn();
  }

  public UUID orderId() {
    return orderId;
  }
}
