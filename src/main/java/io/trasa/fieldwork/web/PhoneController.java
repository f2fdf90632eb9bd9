package io.trasa.fieldwork.web;

import io.trasa.fieldwork.FieldAction;
import io.trasa.fieldwork.Payload;
import io.trasa.fieldwork.PhoneInbox;
import io.trasa.security.AllowedFor;
import io.trasa.security.CurrentTechnician;
import io.trasa.security.Role;
import io.trasa.web.LiveStream;
import io.trasa.web.ThisCentury;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What a technician's phone asks and tells. */
@RestController
@RequestMapping("/api/phone")
class PhoneController {

  private final PhoneInbox inbox;
  private final PhoneDays days;
  private final CurrentTechnician technician;
  private final LiveStream live;

  PhoneController(PhoneInbox inbox, PhoneDays days, CurrentTechnician technician, LiveStream live) {
    this.inbox = inbox;
    this.days = days;
    this.technician = technician;
    this.live = live;
  }

  /** Actions in the order they happened. */
  record Batch(@NotNull @Size(min = 1, max = 100) List<@Valid @NotNull Action> actions) {}

  /**
   * Something that happened.
   *
   * @param id made by the phone; sending it again changes nothing
   * @param at when it truly happened
   */
  record Action(
      @NotNull UUID id,
      @NotNull FieldAction.Kind kind,
      @NotNull UUID visitId,
      @NotNull @ThisCentury Instant at,
      @NotNull Payload payload) {

    FieldAction.Sent sent() {
      return new FieldAction.Sent(id, kind, visitId, at, payload);
    }
  }

  /** One outcome for each action, in the same order. */
  record Outcomes(List<Outcome> outcomes) {}

  /**
   * What came of an action.
   *
   * @param at the time it counts for
   * @param clockCorrected the phone's clock is ahead, so the time of arrival was taken
   * @param code why it was refused; null if it was applied
   * @param problem the same in words
   */
  record Outcome(
      UUID id,
      boolean applied,
      Instant at,
      boolean clockCorrected,
      @Nullable String code,
      @Nullable String problem) {

    static Outcome of(FieldAction action) {
      var problem = action.problem();
      return new Outcome(
          action.id(),
          action.isApplied(),
          action.at(),
          action.clockCorrected(),
          problem == null ? null : problem.code(),
          problem == null ? null : problem.text());
    }
  }

  /** The whole day for working without network; today if none is named. */
  @GetMapping("/day")
  @AllowedFor(Role.TECHNICIAN)
  PhoneDayView day(@RequestParam @Nullable @ThisCentury LocalDate day) {
    return days.of(technician.id(), day);
  }

  /** Each action is applied exactly once and answered, refused ones with the reason. */
  @PostMapping("/actions")
  @AllowedFor(Role.TECHNICIAN)
  Outcomes take(@RequestBody @Valid Batch batch) {
    var sent = batch.actions().stream().map(Action::sent).toList();
    return new Outcomes(inbox.take(technician.id(), sent).stream().map(Outcome::of).toList());
  }

  /** Hears of the technician's own visits. */
  @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @AllowedFor(Role.TECHNICIAN)
  SseEmitter listen(HttpServletResponse response) {
    // Proxies would otherwise hold events back until their buffer is full.
    response.setHeader("X-Accel-Buffering", "no");
    response.setHeader("Cache-Control", "no-store");
    return live.subscribe(LiveStream.technician(technician.id()));
  }
}
