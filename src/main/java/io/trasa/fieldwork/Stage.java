package io.trasa.fieldwork;

import io.trasa.orders.VisitStatus;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far one technician is with a visit; from the first to the last. */
public enum Stage {
  WAITING,
  ACCEPTED,
  TRAVELLING,
  ARRIVED,
  WORKING,
  PAUSED,
  DONE,
  FAILED,
  DECLINED;

  private static final Set<Stage> BEFORE_WORK = EnumSet.of(WAITING, ACCEPTED, TRAVELLING, ARRIVED);

  /**
   * After a tap; leaving out a stage on the way is allowed, since a tap is easily forgotten.
   *
   * @return null if the tap is not possible here
   */
  public @Nullable Stage after(FieldAction.Kind tap) {
    boolean possible =
        switch (tap) {
          case ACCEPT -> this == WAITING;
          case DECLINE -> this == WAITING || this == ACCEPTED;
          case TRAVEL -> this == WAITING || this == ACCEPTED;
          case ARRIVE -> BEFORE_WORK.contains(this) && this != ARRIVED;
          case START -> BEFORE_WORK.contains(this);
          case PAUSE -> this == WORKING;
          case RESUME -> this == PAUSED;
          case FINISH -> this == WORKING || this == PAUSED;
          case FAIL -> BEFORE_WORK.contains(this) || this == WORKING || this == PAUSED;
          default -> false;
        };
    return possible ? to(tap) : null;
  }

  private static Stage to(FieldAction.Kind tap) {
    return switch (tap) {
      case ACCEPT -> ACCEPTED;
      case DECLINE -> DECLINED;
      case TRAVEL -> TRAVELLING;
      case ARRIVE -> ARRIVED;
      case START, RESUME -> WORKING;
      case PAUSE -> PAUSED;
      case FINISH -> DONE;
      default -> FAILED;
    };
  }

  /** What a visit's status says of its lead technician. */
  static Stage of(VisitStatus status) {
    return switch (status) {
      case NEW, PLANNED, DISPATCHED, ON_HOLD, CANCELLED -> WAITING;
      case ACCEPTED -> ACCEPTED;
      case TRAVELLING -> TRAVELLING;
      case IN_PROGRESS -> WORKING;
      case DONE, SETTLED, INVOICED -> DONE;
      case FAILED -> FAILED;
    };
  }

  Stage orFurther(Stage other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
