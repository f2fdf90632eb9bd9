package io.trasa.planning.web;

import io.trasa.orders.VisitBrief;
import io.trasa.people.Absence;
import io.trasa.people.Shift;
import io.trasa.people.Technician;
import io.trasa.planning.Board;
import io.trasa.planning.BrokenRule;
import io.trasa.planning.Decline;
import io.trasa.planning.Estimate;
import io.trasa.planning.LiveDay;
import io.trasa.planning.PlannedBreak;
import io.trasa.planning.PlannedCall;
import io.trasa.planning.PlannedRoute;
import io.trasa.planning.PlannedVisit;
import io.trasa.planning.Unplanned;
import io.trasa.planning.web.BoardView.AbsenceView;
import io.trasa.planning.web.BoardView.BreakView;
import io.trasa.planning.web.BoardView.CallView;
import io.trasa.planning.web.BoardView.DayView;
import io.trasa.planning.web.BoardView.EstimateView;
import io.trasa.planning.web.BoardView.FindingView;
import io.trasa.planning.web.BoardView.HomeView;
import io.trasa.planning.web.BoardView.LackingPartView;
import io.trasa.planning.web.BoardView.NamedView;
import io.trasa.planning.web.BoardView.PlanView;
import io.trasa.planning.web.BoardView.PublicationView;
import io.trasa.planning.web.BoardView.PublishingView;
import io.trasa.planning.web.BoardView.ReasonView;
import io.trasa.planning.web.BoardView.RouteView;
import io.trasa.planning.web.BoardView.StopView;
import io.trasa.planning.web.BoardView.TechnicianView;
import io.trasa.planning.web.BoardView.TerritoryView;
import io.trasa.planning.web.BoardView.UnassignedView;
import io.trasa.planning.web.BoardView.VisitView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Arranges a board for the page: days under technicians, stops under routes, reasons in words. */
final class BoardAssembly {

  private final Board board;
  private final Map<UUID, List<PlannedRoute>> routes;
  private final Map<UUID, List<Shift>> shifts;
  private final Map<UUID, List<Absence>> absences;
  private final Map<UUID, String> names;
  private final Set<UUID> planned;
  private final Map<UUID, Decline> declines;
  private final Map<RouteKey, LiveDay> live;

  private record RouteKey(UUID technicianId, LocalDate day) {}

  BoardAssembly(Board board) {
    this.board = board;
    this.routes =
        board.routes().stream().collect(Collectors.groupingBy(PlannedRoute::technicianId));
    this.shifts = board.shifts().stream().collect(Collectors.groupingBy(Shift::technicianId));
    this.absences = board.absences().stream().collect(Collectors.groupingBy(Absence::technicianId));
    this.names =
        board.technicians().stream().collect(Collectors.toMap(Technician::id, Technician::name));
    this.planned =
        board.routes().stream()
            .flatMap(route -> route.visits().stream())
            .map(PlannedVisit::visitId)
            .collect(Collectors.toSet());
    this.declines =
        board.declines().stream().collect(Collectors.toMap(Decline::visitId, Function.identity()));
    this.live =
        board.live().stream()
            .collect(
                Collectors.toMap(
                    day -> new RouteKey(day.technicianId(), day.day()), Function.identity()));
  }

  BoardView view() {
    List<VisitBrief> unassigned =
        board.visits().stream().filter(visit -> !planned.contains(visit.id())).toList();
    return new BoardView(
        board.from(),
        board.days(),
        board.zone().getId(),
        board.now(),
        board.plan() == null ? null : PlanView.of(board.plan()),
        board.kpis(),
        board.skills().stream().map(s -> new NamedView(s.id(), s.name())).toList(),
        board.territories().stream()
            .map(t -> new TerritoryView(t.id(), t.name(), t.color()))
            .toList(),
        board.technicians().stream().map(this::technician).toList(),
        board.visits().stream()
            .map(visit -> VisitView.of(visit, declines.get(visit.id()), lackingParts(visit)))
            .toList(),
        reasons(unassigned),
        board.publishing().stream().map(BoardAssembly::publishing).toList());
  }

  /** Only while they can still be brought: what has begun has what it has. */
  private List<LackingPartView> lackingParts(VisitBrief visit) {
    return visit.plannedStart() == null || visit.progress().startedAt() != null
        ? List.of()
        : board.lackingParts().getOrDefault(visit.orderId(), List.of()).stream()
            .map(item -> new LackingPartView(item.name(), item.lacking(), item.unit()))
            .toList();
  }

  private static PublishingView publishing(Board.PublishedDay day) {
    var published = day.published();
    return new PublishingView(
        day.day(),
        day.planId(),
        day.version(),
        published == null ? null : new PublicationView(published.at(), published.by()),
        day.changes());
  }

  private TechnicianView technician(Technician technician) {
    return new TechnicianView(
        technician.id(),
        technician.name(),
        technician.color(),
        technician.home(),
        technician.homeAddress(),
        technician.skills(),
        technician.territoryIds(),
        IntStream.range(0, board.days())
            .mapToObj(i -> day(technician.id(), board.from().plusDays(i)))
            .toList());
  }

  private DayView day(UUID technician, LocalDate day) {
    Instant start = day.atStartOfDay(board.zone()).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(board.zone()).toInstant();
    return new DayView(
        day,
        shifts.getOrDefault(technician, List.of()).stream()
            .map(Shift::time)
            .filter(time -> !time.start().isBefore(start) && time.start().isBefore(end))
            .toList(),
        absences.getOrDefault(technician, List.of()).stream()
            .filter(a -> a.time().start().isBefore(end) && a.time().end().isAfter(start))
            .map(a -> new AbsenceView(a.time().start(), a.time().end(), a.reason()))
            .toList(),
        routes.getOrDefault(technician, List.of()).stream()
            .filter(route -> route.day().equals(day) && !route.visits().isEmpty())
            .findFirst()
            .map(this::route)
            .orElse(null));
  }

  private RouteView route(PlannedRoute route) {
    LiveDay day = live.get(new RouteKey(route.technicianId(), route.day()));
    Map<UUID, Estimate> estimates =
        day == null
            ? Map.of()
            : day.estimates().stream()
                .collect(Collectors.toMap(Estimate::visitId, Function.identity()));
    return new RouteView(
        route.departsAt(),
        route.homeAt(),
        route.driveSeconds(),
        route.driveMetres(),
        route.workSeconds(),
        route.waitSeconds(),
        route.loadPercent(),
        route.driveHomeSeconds(),
        route.driveHomeMetres(),
        day == null ? null : new HomeView(day.home(), day.overtimeSeconds()),
        findings(route.brokenRules()),
        route.visits().stream().map(v -> stop(v, estimates.get(v.visitId()))).toList(),
        breaks(route, day),
        call(route, day == null ? null : day.call()));
  }

  private static @Nullable CallView call(PlannedRoute route, LiveDay.@Nullable Pause now) {
    PlannedCall call = route.call();
    return call == null
        ? null
        : new CallView(
            call.startsAt(),
            call.endsAt(),
            now == null ? null : now.start(),
            now == null ? null : now.end(),
            call.driveSeconds(),
            call.driveMetres(),
            call.address(),
            call.place(),
            route.fetched());
  }

  private static List<BreakView> breaks(PlannedRoute route, @Nullable LiveDay live) {
    var views = new ArrayList<BreakView>();
    for (PlannedBreak pause : route.breaks()) {
      int index = views.size();
      LiveDay.Pause now =
          live == null
              ? null
              : live.breaks().stream().filter(p -> p.index() == index).findFirst().orElse(null);
      views.add(
          new BreakView(
              pause.startsAt(),
              pause.endsAt(),
              now == null ? null : now.start(),
              now == null ? null : now.end()));
    }
    return views;
  }

  private static StopView stop(PlannedVisit visit, @Nullable Estimate estimate) {
    return new StopView(
        visit.visitId(),
        visit.sequence(),
        visit.arrivesAt(),
        visit.startsAt(),
        visit.endsAt(),
        visit.driveSeconds(),
        visit.driveMetres(),
        visit.isPinned(),
        visit.forced(),
        visit.member() == 0,
        findings(visit.brokenRules()),
        estimate == null ? null : EstimateView.of(estimate));
  }

  private static List<FindingView> findings(List<BrokenRule> broken) {
    return broken.stream()
        .map(rule -> new FindingView(rule.rule(), rule.amount(), rule.rule().unit()))
        .toList();
  }

  private List<UnassignedView> reasons(List<VisitBrief> unassigned) {
    Map<UUID, List<Unplanned>> told =
        board.unplanned().stream().collect(Collectors.groupingBy(Unplanned::visitId));
    return unassigned.stream()
        .map(
            visit ->
                new UnassignedView(
                    visit.id(),
                    told.containsKey(visit.id())
                        ? told.get(visit.id()).stream()
                            .sorted(Comparator.comparingInt(Unplanned::rank))
                            .map(this::reason)
                            .toList()
                        : List.of(notPlanned(visit))))
        .toList();
  }

  private static ReasonView notPlanned(VisitBrief visit) {
    var reason =
        visit.missing().isEmpty() ? Unplanned.Reason.NOT_PLANNED_YET : Unplanned.Reason.INCOMPLETE;
    return new ReasonView(reason, 0, null, null, null);
  }

  private ReasonView reason(Unplanned unplanned) {
    String unit = unit(unplanned.reason());
    long amount = "MINUTES".equals(unit) ? (unplanned.amount() + 59) / 60 : unplanned.amount();
    return new ReasonView(
        unplanned.reason(),
        unplanned.technicians(),
        unit == null ? null : amount,
        unit,
        unplanned.nearestTechnicianId() == null
            ? null
            : names.get(unplanned.nearestTechnicianId()));
  }

  private static @Nullable String unit(Unplanned.Reason reason) {
    return switch (reason) {
      case SHIFT, TIME_WINDOW, PINNED, BREAK, CONTRACT, FROZEN, MAX_DRIVING -> "MINUTES";
      case SKILL -> "COUNT";
      default -> null;
    };
  }
}
