package io.trasa.people;

import io.trasa.common.Coordinates;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.common.Stored;
import io.trasa.common.TextSearch;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to technicians, and to who can work where and when. Skills, territories and vans are
 * kept by {@link RegisterService}, shifts and absences by {@link ShiftService}.
 */
@Service
@Transactional
public class PeopleService {

  private static final Sort BY_NAME = Sort.by("name", "id");

  private final Technicians technicians;
  private final Skills skills;
  private final Territories territories;
  private final Vans vans;
  private final Shifts shifts;
  private final Absences absences;
  private final ApplicationEventPublisher events;

  PeopleService(
      Technicians technicians,
      Skills skills,
      Territories territories,
      Vans vans,
      Shifts shifts,
      Absences absences,
      ApplicationEventPublisher events) {
    this.technicians = technicians;
    this.skills = skills;
    this.territories = territories;
    this.vans = vans;
    this.shifts = shifts;
    this.absences = absences;
    this.events = events;
  }

  public Technician create(Technician.Details details) {
    check(details, null);
    var technician = technicians.saveAndFlush(new Technician(details));
    events.publishEvent(new PeopleChanged(technician.id()));
    return technician;
  }

  public Technician change(UUID id, long version, Technician.Details details) {
    var technician = technician(id);
    technician.requireVersion(version);
    check(details, id);
    technician.describe(details);
    events.publishEvent(new PeopleChanged(id));
    return technicians.saveAndFlush(technician);
  }

  /**
   * @throws NotFoundException if there is none
   */
  @Transactional(readOnly = true)
  public Technician technician(UUID id) {
    return technicians.findById(id).orElseThrow(() -> new NotFoundException("technician", id));
  }

  /** True if there is such a technician, who can be sent out. */
  @Transactional(readOnly = true)
  public boolean isActive(UUID technicianId) {
    return technicians.findById(technicianId).filter(Technician::isActive).isPresent();
  }

  /** Technicians whose name, phone or e-mail hold all the words, by name; inactive ones too. */
  @Transactional(readOnly = true)
  public Page<Technician> search(@Nullable String words, Pageable page) {
    var sorted = PageRequest.of(page.getPageNumber(), page.getPageSize(), BY_NAME);
    return technicians.findAll(TextSearch.allWords("search", words), sorted);
  }

  /** Those who can be sent out, by name, complete with skills and territories. */
  @Transactional(readOnly = true)
  public List<Technician> activeTechnicians() {
    return technicians.findByActiveTrueOrderByNameAscIdAsc();
  }

  /** Shifts that share some time with the span, by start. */
  @Transactional(readOnly = true)
  public List<Shift> shifts(Instant from, Instant to) {
    return shifts.touching(from, to, from.minus(Shift.MAX_LENGTH));
  }

  /** Absences that share some time with the span, by start. */
  @Transactional(readOnly = true)
  public List<Absence> absences(Instant from, Instant to) {
    return absences.touching(from, to);
  }

  /** All skills, by name. */
  @Transactional(readOnly = true)
  public List<Skill> skills() {
    return skills.findAllByOrderByName();
  }

  /** All territories, by name. */
  @Transactional(readOnly = true)
  public List<Territory> territories() {
    return territories.findAllByOrderByName();
  }

  /** The territory of a place; where several overlap, the first by name. */
  @Transactional(readOnly = true)
  public Optional<Territory> territoryAt(Coordinates place) {
    return territories().stream().filter(t -> t.contains(place)).findFirst();
  }

  private void check(Technician.Details details, @Nullable UUID self) {
    requireSkills(details.skills().stream().map(SkillLevel::skillId).toList(), "");
    for (var id : details.territoryIds()) {
      if (!territories.existsById(id)) {
        throw unknown("territoryIds", id, "territory");
      }
    }
    if (details.vanId() != null) {
      requireFreeVan(details.vanId(), self);
    }
    requireBreaksInTurn(details.workingDay().breaks());
  }

  private static void requireBreaksInTurn(List<BreakTime> breaks) {
    for (int i = 0; i < breaks.size(); i++) {
      BreakTime pause = breaks.get(i);
      if (pause.latest().isBefore(pause.earliest())) {
        throw new InvalidInputException(
            "breaks[%d].latest".formatted(i),
            pause.latest(),
            "is before " + pause.earliest(),
            "The break begins between the two; a fixed one has the same time twice.");
      }
      for (BreakTime before : breaks.subList(0, i)) {
        if (pause.earliest().equals(before.earliest())) {
          throw new InvalidInputException(
              "breaks[%d].earliest".formatted(i),
              pause.earliest(),
              "is that of another break",
              "Give each break a time of its own.");
        }
      }
    }
  }

  /**
   * Refuses skills that do not exist or are named twice.
   *
   * @param path what goes before the field {@code skills[0].skillId}, such as {@code visits[0].}
   */
  @Transactional(readOnly = true)
  public void requireSkills(List<UUID> skillIds, String path) {
    var known = skills().stream().map(Stored::id).collect(Collectors.toSet());
    var seen = new HashSet<UUID>();
    for (int i = 0; i < skillIds.size(); i++) {
      var field = "%sskills[%d].skillId".formatted(path, i);
      var id = skillIds.get(i);
      if (!known.contains(id)) {
        throw unknown(field, id, "skill");
      }
      if (!seen.add(id)) {
        throw new InvalidInputException(
            field, id, "is named twice", "Name each skill once, with its highest level.");
      }
    }
  }

  private void requireFreeVan(UUID vanId, @Nullable UUID self) {
    if (!vans.existsById(vanId)) {
      throw unknown("vanId", vanId, "van");
    }
    technicians
        .findByVanId(vanId)
        .filter(holder -> !holder.id().equals(self))
        .ifPresent(
            holder -> {
              throw new InvalidInputException(
                  "vanId",
                  vanId,
                  "is driven by " + holder.name(),
                  "Take the van from %s first.".formatted(holder.name()));
            });
  }

  private static InvalidInputException unknown(String field, UUID id, String kind) {
    return new InvalidInputException(
        field,
        id,
        "is not a known " + kind,
        "Maybe it was deleted meanwhile; load the list again.");
  }
}
