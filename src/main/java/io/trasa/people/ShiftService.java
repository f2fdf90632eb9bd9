package io.trasa.people;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.common.TimeWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who works when: shifts and absences. */
@Service
@Transactional
public class ShiftService {

  private final Technicians technicians;
  private final Shifts shifts;
  private final Absences absences;
  private final ZoneId companyZone;
  private final ApplicationEventPublisher events;

  ShiftService(
      Technicians technicians,
      Shifts shifts,
      Absences absences,
      ZoneId companyZone,
      ApplicationEventPublisher events) {
    this.technicians = technicians;
    this.shifts = shifts;
    this.absences = absences;
    this.companyZone = companyZone;
    this.events = events;
  }

  /** A technician's shifts that share some time with the span, by start. */
  @Transactional(readOnly = true)
  public List<Shift> shiftsOf(UUID technicianId, Instant from, Instant to) {
    return shifts.touching(technicianId, from, to);
  }

  /**
   * @throws ConflictException with code {@code shift-overlap} if the technician works then already
   */
  public Shift addShift(UUID technicianId, TimeWindow time) {
    requireTechnician(technicianId);
    requireFree(technicianId, time, null);
    events.publishEvent(new PeopleChanged(technicianId));
    return shifts.saveAndFlush(new Shift(technicianId, time));
  }

  /**
   * @throws ConflictException with code {@code shift-overlap} if the technician works then already
   */
  public Shift changeShift(UUID id, long version, UUID technicianId, TimeWindow time) {
    var shift = shift(id);
    shift.requireVersion(version);
    requireTechnician(technicianId);
    requireFree(technicianId, time, id);
    announce(shift.technicianId(), technicianId);
    shift.move(technicianId, time);
    return shifts.saveAndFlush(shift);
  }

  public void removeShift(UUID id) {
    var shift = shift(id);
    events.publishEvent(new PeopleChanged(shift.technicianId()));
    shifts.delete(shift);
  }

  /**
   * Makes the shifts of the week that are missing; days on which the technician has a shift at that
   * time already are left as they are.
   *
   * @return how many were made
   */
  public int fillWeek(UUID technicianId, WorkWeek week) {
    if (!technicians.existsById(technicianId)) {
      throw new NotFoundException("technician", technicianId);
    }
    var wanted = week.in(companyZone);
    if (wanted.isEmpty()) {
      return 0;
    }
    var present =
        shifts.touching(technicianId, wanted.getFirst().start(), wanted.getLast().end()).stream()
            .map(Shift::time)
            .toList();
    var missing =
        wanted.stream()
            .filter(time -> present.stream().noneMatch(time::overlaps))
            .map(time -> new Shift(technicianId, time))
            .toList();
    shifts.saveAllAndFlush(missing);
    events.publishEvent(new PeopleChanged(technicianId));
    return missing.size();
  }

  /** A technician's absences that share some time with the span, by start. */
  @Transactional(readOnly = true)
  public List<Absence> absencesOf(UUID technicianId, Instant from, Instant to) {
    return absences.touching(technicianId, from, to);
  }

  public Absence addAbsence(
      UUID technicianId, TimeWindow time, Absence.Reason reason, String note) {
    requireTechnician(technicianId);
    events.publishEvent(new PeopleChanged(technicianId));
    return absences.save(new Absence(technicianId, time, reason, note));
  }

  public Absence changeAbsence(
      UUID id,
      long version,
      UUID technicianId,
      TimeWindow time,
      Absence.Reason reason,
      String note) {
    var absence = absence(id);
    absence.requireVersion(version);
    requireTechnician(technicianId);
    announce(absence.technicianId(), technicianId);
    absence.describe(technicianId, time, reason, note);
    return absences.saveAndFlush(absence);
  }

  public void removeAbsence(UUID id) {
    var absence = absence(id);
    events.publishEvent(new PeopleChanged(absence.technicianId()));
    absences.delete(absence);
  }

  private void announce(UUID before, UUID after) {
    events.publishEvent(new PeopleChanged(after));
    if (!before.equals(after)) {
      events.publishEvent(new PeopleChanged(before));
    }
  }

  private Shift shift(UUID id) {
    return shifts.findById(id).orElseThrow(() -> new NotFoundException("shift", id));
  }

  private Absence absence(UUID id) {
    return absences.findById(id).orElseThrow(() -> new NotFoundException("absence", id));
  }

  private void requireTechnician(UUID id) {
    if (!technicians.existsById(id)) {
      throw new InvalidInputException(
          "technicianId", id, "is not a known technician", "Choose one from the list.");
    }
  }

  private void requireFree(UUID technicianId, TimeWindow time, @Nullable UUID self) {
    shifts.touching(technicianId, time.start(), time.end()).stream()
        .filter(other -> !other.id().equals(self))
        .findFirst()
        .ifPresent(
            other -> {
              throw new ConflictException(
                  "shift-overlap",
                  "From %s to %s the technician has a shift already (%s to %s)."
                      .formatted(
                          time.start(), time.end(), other.time().start(), other.time().end()),
                  "Change that one instead.");
            });
  }
}
