package io.trasa.planning;

import io.trasa.orders.VisitBrief;
import io.trasa.orders.VisitStatus;
import io.trasa.planning.Dispatch.Kind;
import io.trasa.planning.Dispatch.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a plan's day differs from what the technicians have on their phones. */
final class Unsent {

  private static final Set<VisitStatus> ON_PHONES =
      EnumSet.of(VisitStatus.DISPATCHED, VisitStatus.ACCEPTED);

  private static final Set<VisitStatus> NOT_OPEN =
      EnumSet.of(VisitStatus.ON_HOLD, VisitStatus.CANCELLED, VisitStatus.FAILED);

  private static final Set<VisitStatus> FREE = EnumSet.of(VisitStatus.NEW, VisitStatus.PLANNED);

  private final Map<UUID, VisitBrief> visits;
  private final Set<UUID> activeTechnicians;
  private final Map<UUID, List<UUID>> declined;
  private final Predicate<Instant> onTheDay;

  /**
   * @param visits of the day, see {@link io.trasa.orders.OrderService#visitsFor}
   * @param declines of visits that were given back
   * @param onTheDay whether an instant lies on the day
   */
  Unsent(
      Collection<VisitBrief> visits,
      Set<UUID> activeTechnicians,
      Collection<Decline> declines,
      Predicate<Instant> onTheDay) {
    this.visits =
        visits.stream().collect(Collectors.toMap(VisitBrief::id, Function.identity(), (a, b) -> a));
    this.activeTechnicians = activeTechnicians;
    this.declined =
        declines.stream().collect(Collectors.toMap(Decline::visitId, Decline::technicianIds));
    this.onTheDay = onTheDay;
  }

  /**
   * What publishing would do to each visit: those on the routes by their start, then those taken
   * back.
   *
   * @param leftOut visits that the plan knew and found no place for
   */
  List<Dispatch> of(Collection<PlannedRoute> routes, Collection<UUID> leftOut) {
    var dispatches = new ArrayList<Dispatch>();
    var placed =
        routes.stream()
            .flatMap(route -> route.visits().stream())
            .sorted(
                Comparator.comparing(PlannedVisit::startsAt)
                    .thenComparing(PlannedVisit::visitId)
                    .thenComparing(PlannedVisit::member))
            .collect(
                Collectors.groupingBy(
                    PlannedVisit::visitId, LinkedHashMap::new, Collectors.toList()));
    placed.values().forEach(parts -> dispatches.add(sending(parts)));
    leftOut.stream()
        .distinct()
        .filter(id -> !placed.containsKey(id))
        .map(visits::get)
        .filter(visit -> visit != null && isOnPhones(visit) && isOnTheDay(visit))
        .forEach(visit -> dispatches.add(recall(visit)));
    return dispatches;
  }

  private Dispatch sending(List<PlannedVisit> parts) {
    var lead = parts.getFirst();
    var technicians = parts.stream().map(part -> part.route().technicianId()).toList();
    var visit = visits.get(lead.visitId());
    boolean stays =
        visit != null && (isUnderWay(visit) || isTold(visit, technicians, lead.startsAt()));
    Refusal refusal = stays ? null : refusal(visit, technicians);
    boolean known = visit != null && isOnPhones(visit);
    return new Dispatch(
        lead.visitId(),
        stays ? Kind.UNCHANGED : refusal != null ? Kind.REFUSED : known ? Kind.MOVED : Kind.NEW,
        technicians,
        lead.startsAt(),
        visit != null && known ? visit.technicianIds() : List.of(),
        visit != null && known ? visit.plannedStart() : null,
        lead.brokenRules(),
        refusal);
  }

  private @Nullable Refusal refusal(@Nullable VisitBrief visit, List<UUID> technicians) {
    if (visit == null || NOT_OPEN.contains(visit.status())) {
      return Refusal.NOT_OPEN;
    }
    if (visit.plannedStart() != null && !isOnTheDay(visit)) {
      return Refusal.OTHER_DAY;
    }
    if (!visit.missing().isEmpty()) {
      return Refusal.INCOMPLETE;
    }
    if (!activeTechnicians.containsAll(technicians)) {
      return Refusal.INACTIVE_TECHNICIAN;
    }
    if (visit.crewSize() != technicians.size()) {
      return Refusal.CREW_CHANGED;
    }
    return technicians.equals(declined.get(visit.id())) ? Refusal.DECLINED : null;
  }

  private Dispatch recall(VisitBrief visit) {
    return new Dispatch(
        visit.id(),
        Kind.RECALLED,
        List.of(),
        null,
        visit.technicianIds(),
        visit.plannedStart(),
        List.of(),
        null);
  }

  /** Somebody set off, or it is done: no plan changes that. */
  private static boolean isUnderWay(VisitBrief visit) {
    return !FREE.contains(visit.status())
        && !isOnPhones(visit)
        && !NOT_OPEN.contains(visit.status());
  }

  private static boolean isTold(VisitBrief visit, List<UUID> technicians, Instant start) {
    return isOnPhones(visit)
        && visit.technicianIds().equals(technicians)
        && start.equals(visit.plannedStart());
  }

  private static boolean isOnPhones(VisitBrief visit) {
    return ON_PHONES.contains(visit.status());
  }

  private boolean isOnTheDay(VisitBrief visit) {
    return visit.plannedStart() != null && onTheDay.test(visit.plannedStart());
  }
}
