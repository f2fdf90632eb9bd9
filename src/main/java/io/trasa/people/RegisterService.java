package io.trasa.people;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the registers that describe technicians: skills, territories and vans. */
@Service
@Transactional
public class RegisterService {

  private static final int MAX_NAMED = 5;

  private final Skills skills;
  private final Territories territories;
  private final Vans vans;
  private final Technicians technicians;
  private final ApplicationEventPublisher events;

  RegisterService(
      Skills skills,
      Territories territories,
      Vans vans,
      Technicians technicians,
      ApplicationEventPublisher events) {
    this.skills = skills;
    this.territories = territories;
    this.vans = vans;
    this.technicians = technicians;
    this.events = events;
  }

  @Transactional(readOnly = true)
  public Page<Skill> skills(Pageable page) {
    return skills.findAllByOrderByName(page);
  }

  public Skill createSkill(String name) {
    requireFree("name", name, skills.findByNameIgnoreCase(name).map(Skill::id), null);
    return announced(skills.save(new Skill(name)));
  }

  public Skill changeSkill(UUID id, long version, String name) {
    var skill = skill(id);
    skill.requireVersion(version);
    requireFree("name", name, skills.findByNameIgnoreCase(name).map(Skill::id), id);
    skill.rename(name);
    return announced(skills.saveAndFlush(skill));
  }

  /**
   * @throws ConflictException with code {@code in-use} if technicians have it or open visits need
   *     it
   */
  public void removeSkill(UUID id) {
    var skill = skill(id);
    requireUnused(skill.name(), technicians.withSkill(id));
    events.publishEvent(new Removal(Removal.Kind.SKILL, id, skill.name()));
    skills.delete(announced(skill));
  }

  @Transactional(readOnly = true)
  public Page<Territory> territories(Pageable page) {
    return territories.findAllByOrderByName(page);
  }

  public Territory createTerritory(Territory.Details details) {
    var name = details.name();
    requireFree("name", name, territories.findByNameIgnoreCase(name).map(Territory::id), null);
    return announced(territories.save(new Territory(details)));
  }

  public Territory changeTerritory(UUID id, long version, Territory.Details details) {
    var territory = territory(id);
    territory.requireVersion(version);
    var name = details.name();
    requireFree("name", name, territories.findByNameIgnoreCase(name).map(Territory::id), id);
    territory.describe(details);
    return announced(territories.saveAndFlush(territory));
  }

  /**
   * @throws ConflictException with code {@code in-use} if technicians or open visits belong to it
   */
  public void removeTerritory(UUID id) {
    var territory = territory(id);
    requireUnused(territory.name(), technicians.inTerritory(id));
    events.publishEvent(new Removal(Removal.Kind.TERRITORY, id, territory.name()));
    territories.delete(announced(territory));
  }

  @Transactional(readOnly = true)
  public Page<Van> vans(Pageable page) {
    return vans.findAllByOrderByNameAscPlateAsc(page);
  }

  public Van createVan(String name, String plate) {
    requireFree("plate", plate, vans.findByPlateIgnoreCase(plate).map(Van::id), null);
    return vans.save(new Van(name, plate));
  }

  public Van changeVan(UUID id, long version, String name, String plate) {
    var van = van(id);
    van.requireVersion(version);
    requireFree("plate", plate, vans.findByPlateIgnoreCase(plate).map(Van::id), id);
    van.describe(name, plate);
    return vans.saveAndFlush(van);
  }

  /**
   * @throws ConflictException with code {@code in-use} if a technician drives it
   */
  public void removeVan(UUID id) {
    var van = van(id);
    requireUnused(van.name(), technicians.findByVanId(id).stream().toList());
    vans.delete(van);
  }

  private Skill skill(UUID id) {
    return skills.findById(id).orElseThrow(() -> new NotFoundException("skill", id));
  }

  private Territory territory(UUID id) {
    return territories.findById(id).orElseThrow(() -> new NotFoundException("territory", id));
  }

  private Van van(UUID id) {
    return vans.findById(id).orElseThrow(() -> new NotFoundException("van", id));
  }

  private <T> T announced(T changed) {
    events.publishEvent(new PeopleChanged(null));
    return changed;
  }

  private static void requireFree(
      String field, String value, Optional<UUID> holder, @Nullable UUID self) {
    if (holder.isPresent() && !holder.get().equals(self)) {
      throw new InvalidInputException(field, value, "is taken", "Choose another, or use that one.");
    }
  }

  private static void requireUnused(String name, List<Technician> users) {
    if (!users.isEmpty()) {
      var names =
          users.stream().limit(MAX_NAMED).map(Technician::name).collect(Collectors.joining(", "));
      throw new ConflictException(
          "in-use",
          "%s is used by %d technicians: %s%s."
              .formatted(name, users.size(), names, users.size() > MAX_NAMED ? ", …" : ""),
          "Take it from them first.");
    }
  }
}
