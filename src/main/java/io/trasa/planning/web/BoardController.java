package io.trasa.planning.web;

import io.trasa.orders.JobSheet;
import io.trasa.planning.BoardService;
import io.trasa.planning.ChangeService;
import io.trasa.routing.RoutePath;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The dispatcher's board. */
@RestController
@RequestMapping("/api/board")
class BoardController {

  private final BoardService boards;
  private final ChangeService changes;

  BoardController(BoardService boards, ChangeService changes) {
    this.boards = boards;
    this.changes = changes;
  }

  /** A leg without a road is an empty line. */
  record PathsView(LocalDate day, List<RouteLegs> routes) {}

  record RouteLegs(UUID technicianId, List<String> legs) {}

  /** Whom to call about a visit: the contact named, else the customer. */
  record VisitContact(UUID visitId, String name, String phone, String accessNotes) {

    static VisitContact of(JobSheet sheet) {
      var person = sheet.contact();
      return new VisitContact(
          sheet.visitId(),
          person == null ? "" : person.name(),
          person == null || person.phone().isBlank() ? sheet.customerPhone() : person.phone(),
          sheet.accessNotes());
    }
  }

  record PinVisit(@NotNull LocalDate day, @NotNull Boolean pinned) {}

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  @Transactional(readOnly = true)
  BoardView board(
      @RequestParam LocalDate day,
      @RequestParam(defaultValue = "1") int days,
      @RequestParam(required = false) @Nullable UUID job) {
    return new BoardAssembly(boards.read(day, days, job)).view();
  }

  /** For paper and calendars: what the board itself has no room for. */
  @GetMapping("/contacts")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  List<VisitContact> contacts(
      @RequestParam LocalDate day, @RequestParam(defaultValue = "1") int days) {
    return boards.sheets(day, days).stream().map(VisitContact::of).toList();
  }

  @GetMapping("/paths")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  PathsView paths(@RequestParam LocalDate day, @RequestParam(required = false) @Nullable UUID job) {
    return new PathsView(
        day,
        boards.paths(day, job).entrySet().stream()
            .map(route -> new RouteLegs(route.getKey(), lines(route.getValue())))
            .toList());
  }

  @PutMapping("/pins/{visitId}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void pin(@PathVariable UUID visitId, @RequestBody @Valid PinVisit wish) {
    changes.pin(visitId, wish.day(), wish.pinned());
  }

  private static List<String> lines(List<Optional<RoutePath>> legs) {
    return legs.stream().map(leg -> leg.map(RoutePath::polyline).orElse("")).toList();
  }
}
