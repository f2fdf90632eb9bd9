package io.trasa.orders;

import java.util.List;

/** What kind of business an order is; the kind decides what must be known before work begins. */
public enum OrderType {
  /** Something is out of order and somebody comes. */
  CALL_OUT(Need.REASON),
  /** As a call-out, but somebody else may pay: the warranty protocol names a person. */
  WARRANTY_REPAIR(Need.REASON, Need.CONTACT),
  /** Work that was agreed long before and is due by a day, or at an agreed time. */
  PLANNED_MAINTENANCE(Need.TIME),
  /** The customer hands the item in. */
  WORKSHOP_REPAIR(Need.REASON),
  /** Reported to the call centre; somebody must be there to call back. */
  INCIDENT(Need.REASON, Need.CONTACT),
  CAR_REPAIR(Need.REASON);

  /** Something that must be known before an order is planned, dispatched or finished. */
  enum Need {
    REASON("reason") {
      @Override
      boolean isMet(Order order) {
        return !order.reason().isBlank();
      }
    },
    CONTACT("contactId") {
      @Override
      boolean isMet(Order order) {
        return order.contactId() != null;
      }
    },
    TIME("dueDate") {
      @Override
      boolean isMet(Order order) {
        return order.dueDate() != null
            || order.liveVisits().stream().noneMatch(v -> v.windows().isEmpty());
      }
    },
    VISIT("visits") {
      @Override
      boolean isMet(Order order) {
        return order.visits().stream().anyMatch(v -> v.status() != VisitStatus.CANCELLED);
      }
    };

    final String field;

    Need(String field) {
      this.field = field;
    }

    abstract boolean isMet(Order order);
  }

  private final List<Need> needs;

  OrderType(Need... needs) {
    this.needs = List.of(needs);
  }

  List<Need> needs() {
    return needs;
  }
}
