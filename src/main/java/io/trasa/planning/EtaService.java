package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.common.TimeWindow;
import io.trasa.orders.OrderService;
import io.trasa.orders.VisitBrief;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to live estimates: when the visits that were sent will really begin. */
@Service
@Transactional(readOnly = true)
public class EtaService {

  private final Plans plans;
  private final OrderService orders;
  private final LiveDays liveDays;

  EtaService(Plans plans, OrderService orders, LiveDays liveDays) {
    this.plans = plans;
    this.orders = orders;
    this.liveDays = liveDays;
  }

  /** What was told, and what is to be expected now. */
  record Eta(UUID visitId, Instant plannedStart, Instant estimatedStart) {}

  /** By visit, of one technician: those that were sent and have not begun, in driving order. */
  public Map<UUID, Instant> estimates(UUID technicianId, LocalDate day) {
    var starts = new LinkedHashMap<UUID, Instant>();
    etas(day)
        .getOrDefault(technicianId, List.of())
        .forEach(eta -> starts.put(eta.visitId(), eta.estimatedStart()));
    return starts;
  }

  /** When a technician's breaks of a published day are to be expected, in order. */
  public List<TimeWindow> breaks(UUID technicianId, LocalDate day) {
    Course course = course(technicianId, day);
    List<PlannedBreak> planned = course.route().map(PlannedRoute::breaks).orElse(List.of());
    var now =
        course.live().stream()
            .flatMap(live -> live.breaks().stream())
            .collect(
                Collectors.toMap(LiveDay.Pause::index, p -> new TimeWindow(p.start(), p.end())));
    return IntStream.range(0, planned.size())
        .mapToObj(
            i ->
                now.getOrDefault(
                    i, new TimeWindow(planned.get(i).startsAt(), planned.get(i).endsAt())))
        .toList();
  }

  /**
   * A call at the warehouse.
   *
   * @param time when it is to be expected
   * @param fetched by name
   */
  public record Call(
      TimeWindow time, String address, Coordinates place, List<FetchedPart> fetched) {}

  /** The call that a technician makes on a published day, if one. */
  public Optional<Call> call(UUID technicianId, LocalDate day) {
    Course course = course(technicianId, day);
    return course
        .route()
        .flatMap(
            route ->
                Optional.ofNullable(route.call())
                    .map(
                        call ->
                            new Call(
                                course
                                    .live()
                                    .map(LiveDay::call)
                                    .map(now -> new TimeWindow(now.start(), now.end()))
                                    .orElse(new TimeWindow(call.startsAt(), call.endsAt())),
                                call.address(),
                                call.place(),
                                route.fetched())));
  }

  /** A technician's published day, and how it goes on if anything of it was sent. */
  private record Course(Optional<PlannedRoute> route, Optional<LiveDay> live) {}

  private Course course(UUID technicianId, LocalDate day) {
    var routes =
        plans
            .current(day)
            .filter(plan -> plan.published(day).isPresent())
            .map(plan -> plans.routes(plan, day))
            .orElse(List.of());
    Optional<PlannedRoute> own =
        routes.stream().filter(route -> route.technicianId().equals(technicianId)).findFirst();
    boolean pauses = own.filter(r -> !r.breaks().isEmpty() || r.call() != null).isPresent();
    return new Course(
        own,
        pauses
            ? liveDays.of(day, routes, sent(day).values()).stream()
                .filter(live -> live.technicianId().equals(technicianId))
                .findFirst()
            : Optional.empty());
  }

  private Map<UUID, VisitBrief> sent(LocalDate day) {
    return orders.visitsFor(day, 1).stream()
        .filter(visit -> LiveDays.SENT.contains(visit.status()))
        .collect(Collectors.toMap(VisitBrief::id, visit -> visit));
  }

  /** The starts of visits, of all technicians who have something to do that day. */
  Map<UUID, List<Eta>> etas(LocalDate day) {
    var routes = plans.current(day).map(plan -> plans.routes(plan, day)).orElse(List.of());
    Map<UUID, VisitBrief> sent = sent(day);
    return liveDays.of(day, routes, sent.values()).stream()
        .collect(
            Collectors.toMap(
                LiveDay::technicianId,
                live ->
                    live.estimates().stream()
                        .map(estimate -> eta(estimate, sent.get(estimate.visitId())))
                        .flatMap(Optional::stream)
                        .toList()));
  }

  private static Optional<Eta> eta(Estimate estimate, @Nullable VisitBrief visit) {
    return visit == null || visit.plannedStart() == null || visit.progress().startedAt() != null
        ? Optional.empty()
        : Optional.of(new Eta(visit.id(), visit.plannedStart(), estimate.start()));
  }
}
