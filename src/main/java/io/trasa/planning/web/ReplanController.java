package io.trasa.planning.web;

import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import io.trasa.people.Absence;
import io.trasa.planning.ReplanService;
import io.trasa.planning.ReplanView;
import io.trasa.planning.Trigger;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Replanning today after something happened: a proposal, then accept or discard. */
@RestController
@RequestMapping("/api/replans")
class ReplanController {

  private static final int MOST_MINUTES = 600;
  private static final int LEAST_RADIUS = 20;
  private static final int MOST_RADIUS = 5_000;

  private final ReplanService replans;

  ReplanController(ReplanService replans) {
    this.replans = replans;
  }

  /** What happened. */
  enum Event {
    DELAYS,
    TECHNICIAN_ILL,
    VAN_BROKEN_DOWN,
    TAKES_LONGER,
    CUSTOMER_ABSENT,
    CANCELLED,
    EMERGENCY,
    PARTS_MISSING,
    ROAD_CLOSED
  }

  /**
   * What happened, with what belongs to it.
   *
   * @param technicianId of TECHNICIAN_ILL and VAN_BROKEN_DOWN
   * @param visitId of all that happens to one visit
   * @param minutes how much longer the visit takes
   * @param until when the technician works again, the customer is back, or the emergency must have
   *     begun; left out for: not today, not today, any time today
   * @param reason why it was cancelled
   * @param place the middle of what is closed
   * @param radiusMetres of what is closed
   * @param freezeUntil what starts before stays as it is
   * @param seconds to search at most, 1 to 60; 5 if left out
   */
  record StartReplan(
      @NotNull Event trigger,
      @Nullable UUID technicianId,
      @Nullable UUID visitId,
      @Nullable Integer minutes,
      @Nullable Instant until,
      @Nullable @Size(max = 1000) String reason,
      @Nullable @Valid Coordinates place,
      @Nullable Integer radiusMetres,
      @Nullable Instant freezeUntil,
      @Nullable Integer seconds) {

    Trigger what() {
      return switch (trigger) {
        case DELAYS -> new Trigger.Delays();
        case TECHNICIAN_ILL ->
            new Trigger.TechnicianOut(
                needed("technicianId", technicianId), Absence.Reason.ILLNESS, until);
        case VAN_BROKEN_DOWN ->
            new Trigger.TechnicianOut(
                needed("technicianId", technicianId), Absence.Reason.OTHER, until);
        case TAKES_LONGER ->
            new Trigger.TakesLonger(visit(), bounded("minutes", minutes, 1, MOST_MINUTES));
        case CUSTOMER_ABSENT -> new Trigger.CustomerAbsent(visit(), until);
        case CANCELLED -> {
          String why = needed("reason", reason);
          if (why.isBlank()) {
            throw new InvalidInputException(
                "reason", why, "is blank", "Say why; it stands in the history.");
          }
          yield new Trigger.Cancelled(visit(), why);
        }
        case EMERGENCY -> new Trigger.Emergency(visit(), until);
        case PARTS_MISSING -> new Trigger.PartsMissing(visit());
        case ROAD_CLOSED ->
            new Trigger.RoadClosed(
                needed("place", place),
                bounded("radiusMetres", radiusMetres, LEAST_RADIUS, MOST_RADIUS));
      };
    }

    private UUID visit() {
      return needed("visitId", visitId);
    }

    private <T> T needed(String field, @Nullable T value) {
      if (value == null) {
        throw new InvalidInputException(
            field, null, "is missing", "%s needs it.".formatted(trigger));
      }
      return value;
    }

    private int bounded(String field, @Nullable Integer value, int least, int most) {
      int number = needed(field, value);
      if (number < least || number > most) {
        throw new InvalidInputException(
            field, number, "is not between %d and %d".formatted(least, most), "Name another.");
      }
      return number;
    }
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  @ResponseStatus(HttpStatus.CREATED)
  ReplanView start(@RequestBody @Valid StartReplan wish) {
    return replans.start(wish.what(), wish.freezeUntil(), wish.seconds());
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  ReplanView get(@PathVariable UUID id) {
    return replans.find(id);
  }

  @PostMapping("/{id}/accept")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  ReplanView accept(@PathVariable UUID id) {
    return replans.accept(id);
  }

  @PostMapping("/{id}/discard")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  ReplanView discard(@PathVariable UUID id) {
    return replans.discard(id);
  }
}
