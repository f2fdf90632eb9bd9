package io.trasa.fieldwork;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.common.TimeWindow;
import io.trasa.orders.JobSheet;
import io.trasa.orders.JobSheets;
import io.trasa.orders.VisitChanged;
import io.trasa.orders.VisitStatus;
import io.trasa.security.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to times: what taps measured, and how the office corrects it. */
@Service
@Transactional
public class TimeBook {

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Set<VisitStatus> SETTLED =
      EnumSet.of(VisitStatus.SETTLED, VisitStatus.INVOICED);
  private static final Set<VisitStatus> TAKEN_AWAY =
      EnumSet.of(VisitStatus.NEW, VisitStatus.PLANNED, VisitStatus.ON_HOLD, VisitStatus.CANCELLED);

  private final FieldTimes times;
  private final JobSheets sheets;
  private final CurrentUser currentUser;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TimeBook(
      FieldTimes times,
      JobSheets sheets,
      CurrentUser currentUser,
      ApplicationEventPublisher events,
      Clock clock) {
    this.times = times;
    this.sheets = sheets;
    this.currentUser = currentUser;
    this.events = events;
    this.clock = clock;
  }

  /** Times of these visits by start, running ones too. */
  @Transactional(readOnly = true)
  public List<FieldTime> ofVisits(Collection<UUID> visitIds) {
    return visitIds.isEmpty() ? List.of() : times.findByVisitIdInOrderByStartAscIdAsc(visitIds);
  }

  @Transactional(readOnly = true)
  List<FieldTime> ofOrder(UUID orderId) {
    return times.findByOrderIdOrderByStartAscIdAsc(orderId);
  }

  /** Writes down what a tap of the technician starts and ends. */
  void tapped(FieldTime.Owner owner, FieldAction.Kind tap, Instant at) {
    var running =
        times.running(owner.visitId()).stream()
            .filter(time -> time.technicianId().equals(owner.technicianId()))
            .toList();
    running.forEach(time -> time.stop(at));
    times.saveAllAndFlush(running);
    switch (tap) {
      case TRAVEL -> times.save(new FieldTime(owner, WorkDone.TimeKind.TRAVEL, at));
      case START, RESUME -> times.save(new FieldTime(owner, WorkDone.TimeKind.WORK, at));
      default -> {}
    }
  }

  /** Nobody goes on measuring for a visit that was taken away. */
  @EventListener
  void stopWhatWasTakenAway(VisitChanged visit) {
    if (TAKEN_AWAY.contains(visit.to()) && !TAKEN_AWAY.contains(visit.from())) {
      times.running(visit.visitId()).forEach(time -> time.stop(clock.instant()));
    }
  }

  /**
   * Corrects a time; what was tapped stays beside it.
   *
   * @throws ConflictException with code {@code visit-settled}, or {@code changed-meanwhile}
   */
  public FieldTime correct(UUID visitId, UUID id, long version, TimeWindow span, String reason) {
    var time =
        times
            .findById(id)
            .filter(found -> found.visitId().equals(visitId))
            .orElseThrow(() -> new NotFoundException("time", id));
    time.requireVersion(version);
    requireOpen(visitId);
    check(span);
    time.correct(
        new TimeCorrection(span.start(), span.end(), reason, clock.instant(), currentUser.name()));
    var saved = times.saveAndFlush(time);
    events.publishEvent(new ReportDue(visitId));
    return saved;
  }

  /** Writes a time that nobody tapped. */
  public FieldTime add(
      UUID visitId, UUID technicianId, WorkDone.TimeKind kind, TimeWindow span, String reason) {
    var sheet = requireOpen(visitId);
    check(span);
    if (!sheet.technicianIds().contains(technicianId)) {
      throw new InvalidInputException(
          "technicianId", technicianId, "does not go there", "Choose one of the visit's crew.");
    }
    var owner = new FieldTime.Owner(visitId, sheet.orderId(), technicianId);
    var saved = times.saveAndFlush(new FieldTime(owner, kind, span, reason));
    events.publishEvent(new ReportDue(visitId));
    return saved;
  }

  private JobSheet requireOpen(UUID visitId) {
    var sheet = sheets.of(visitId);
    if (SETTLED.contains(sheet.status())) {
      throw new ConflictException(
          "visit-settled",
          "The visit of order %s is settled with its times.".formatted(sheet.orderNumber()),
          "Correct it in the settlement.");
    }
    return sheet;
  }

  private void check(TimeWindow span) {
    if (span.length().compareTo(LONGEST) > 0) {
      throw new InvalidInputException(
          "end", span.end(), "is more than 24 hours after the start", "Maybe the day is wrong.");
    }
    if (span.end().isAfter(clock.instant())) {
      throw new InvalidInputException(
          "end", span.end(), "is in the future", "Maybe the day is wrong.");
    }
  }
}
