package io.trasa.planning.web;

import io.trasa.planning.BoardService;
import io.trasa.planning.ChangeService;
import io.trasa.planning.PlanKpis;
import io.trasa.planning.PlanStamp;
import io.trasa.planning.RouteKey;
import io.trasa.planning.RulesBrokenException;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes made to the plan that holds, by hand; undone and redone. */
@RestController
@RequestMapping("/api/plans/changes")
class ChangeController {

  private final ChangeService changes;
  private final BoardService boards;
  private final TransactionTemplate reading;

  ChangeController(
      ChangeService changes, BoardService boards, PlatformTransactionManager transactions) {
    this.changes = changes;
    this.boards = boards;
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /**
   * Changes to make, one after another, all of them or none.
   *
   * @param id made by the page: sent again, it changes nothing more
   * @param plans that the board shows: day, planId and version as in {@code publishing}; refused
   *     with 409 if others hold by now
   * @param reason why it is to be done although it breaks hard rules; without one it is refused
   *     with 422, which names them
   */
  record MakeChanges(
      @NotNull UUID id,
      @NotNull LocalDate from,
      @Nullable Integer days,
      @NotNull @Size(max = 31) List<@NotNull @Valid PlanStamp> plans,
      @NotNull List<AdviceController.@NotNull @Valid Change> changes,
      @Nullable @Size(max = 500) String reason) {}

  /** Which days' latest change to undo or redo; the plans as with {@link MakeChanges}. */
  record Turn(
      @NotNull LocalDate from,
      @Nullable Integer days,
      @NotNull @Size(max = 31) List<@NotNull @Valid PlanStamp> plans) {}

  /**
   * What the board shows after a change.
   *
   * @param id of the change
   * @param plans in their new versions
   * @param routes those that changed; all others are as they were
   * @param visits that stand on these routes or on none
   * @param unassigned all of these days
   * @param undo what would be undone next; null if nothing
   * @param redo what would be redone next; null if nothing
   */
  record ChangedView(
      UUID id,
      List<PlanStamp> plans,
      PlanKpis kpis,
      List<ChangedRoute> routes,
      List<BoardView.VisitView> visits,
      List<BoardView.UnassignedView> unassigned,
      List<BoardView.PublishingView> publishing,
      ChangeService.@Nullable Made undo,
      ChangeService.@Nullable Made redo) {}

  /** A technician's day; null where it has no visit any more. */
  record ChangedRoute(UUID technicianId, LocalDate day, BoardView.@Nullable RouteView route) {}

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  ChangedView change(@RequestBody @Valid MakeChanges wish) {
    int days = days(wish.days());
    var changed =
        changes.change(
            new ChangeService.Wish(
                wish.id(),
                wish.from(),
                days,
                wish.plans(),
                wish.changes().stream().map(AdviceController.Change::toChange).toList(),
                wish.reason()));
    return view(changed, wish.from(), days);
  }

  @PostMapping("/undo")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  ChangedView undo(@RequestBody @Valid Turn turn) {
    int days = days(turn.days());
    return view(changes.undo(turn.from(), days, turn.plans()), turn.from(), days);
  }

  @PostMapping("/redo")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  ChangedView redo(@RequestBody @Valid Turn turn) {
    int days = days(turn.days());
    return view(changes.redo(turn.from(), days, turn.plans()), turn.from(), days);
  }

  /** What was changed by hand in the plans that hold for these days, the latest first. */
  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  ChangeService.Stack stack(
      @RequestParam LocalDate day, @RequestParam(defaultValue = "1") int days) {
    return changes.stack(day, days);
  }

  /** What it would break is listed as in a preview. */
  @ExceptionHandler
  ProblemDetail needsReason(RulesBrokenException fault) {
    var problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    problem.setDetail(fault.getMessage());
    problem.setProperty("code", "rules-broken");
    problem.setProperty("broken", fault.broken());
    return problem;
  }

  private static int days(@Nullable Integer days) {
    return days == null ? 1 : days;
  }

  private ChangedView view(ChangeService.Changed changed, LocalDate from, int days) {
    BoardView board =
        Objects.requireNonNull(
            reading.execute(status -> new BoardAssembly(boards.read(from, days, null)).view()));
    var stack = changes.stack(from, days);
    var routes =
        board.technicians().stream()
            .flatMap(
                technician ->
                    technician.days().stream()
                        .filter(
                            day ->
                                changed.routes().contains(new RouteKey(technician.id(), day.day())))
                        .map(day -> new ChangedRoute(technician.id(), day.day(), day.route())))
            .toList();
    var concerned = new HashSet<UUID>();
    board.unassigned().forEach(visit -> concerned.add(visit.visitId()));
    routes.stream()
        .map(ChangedRoute::route)
        .filter(Objects::nonNull)
        .flatMap(route -> route.stops().stream())
        .forEach(stop -> concerned.add(stop.visitId()));
    return new ChangedView(
        changed.id(),
        board.publishing().stream()
            .map(day -> new PlanStamp(day.day(), day.planId(), day.version()))
            .toList(),
        board.kpis(),
        routes,
        board.visits().stream().filter(visit -> concerned.contains(visit.id())).toList(),
        board.unassigned(),
        board.publishing(),
        stack.undo(),
        stack.redo());
  }
}
