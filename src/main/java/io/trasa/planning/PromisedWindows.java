package io.trasa.planning;

import io.trasa.common.TimeWindow;
import io.trasa.orders.OrderService;
import io.trasa.orders.Visit;
import io.trasa.orders.VisitBrief;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The windows that bookings promise. One comes to its visit with the change by hand that the
 * booking is, goes when that is undone, and comes back when it is redone.
 */
@Component
class PromisedWindows {

  private final Holds holds;
  private final OrderService orders;

  PromisedWindows(Holds holds, OrderService orders) {
    this.holds = holds;
    this.orders = orders;
  }

  /** The held window becomes the visit's only one. */
  void promise(Hold hold, VisitBrief visit) {
    holds.confirm(hold.id(), visit.id(), visit.windows());
    bind(visit, List.of(hold.window()));
  }

  /**
   * With the change, by its id; one that is no booking's promises nothing.
   *
   * @param visits of the days that it is of
   * @param undone whether it was undone or redone
   */
  void turn(UUID change, List<VisitBrief> visits, boolean undone) {
    Hold hold = holds.find(change).orElse(null);
    if (hold == null) {
      return;
    }
    List<TimeWindow> promised = List.of(hold.window());
    List<TimeWindow> free = holds.windowsBefore(change);
    List<TimeWindow> from = undone ? promised : free;
    // What somebody wrote there since is his word.
    visits.stream()
        .filter(visit -> visit.id().equals(hold.visitId()) && visit.windows().equals(from))
        .findFirst()
        .ifPresent(visit -> bind(visit, undone ? free : promised));
  }

  private void bind(VisitBrief visit, List<TimeWindow> windows) {
    orders.changeVisit(
        visit.id(),
        visit.version(),
        new Visit.Details(
            visit.duration(), windows, visit.skills(), visit.crewSize(), visit.territoryId()));
  }
}
