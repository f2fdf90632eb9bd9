package io.trasa.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who works where on some days, and how much of it is still free.
 *
 * @param skills all, by name
 * @param technicians who works on at least one of the days, by name
 * @param areas the territories by name, and last those people who belong to none and may be sent
 *     anywhere, if there are such; who serves several territories counts in each of them
 * @param total all technicians, each counted once
 */
public record Capacity(
    LocalDate from,
    int days,
    List<Named> skills,
    List<Worker> technicians,
    List<Area> areas,
    List<Cell> total) {

  public record Named(UUID id, String name) {}

  /**
   * @param days those on which he works
   */
  public record Worker(UUID id, String name, Set<UUID> skillIds, List<WorkDay> days) {}

  /**
   * A technician's day, absences left out.
   *
   * @param bookedMinutes driving and work on the route of the plan that holds
   */
  public record WorkDay(
      LocalDate day, int availableMinutes, int bookedMinutes, int freeMinutes, int loadPercent) {}

  /**
   * @param territoryId null, as the name, for people without a territory
   */
  public record Area(
      @Nullable UUID territoryId, @Nullable String name, @Nullable String color, List<Cell> days) {}

  /**
   * A territory's day.
   *
   * @param technicianIds who works, by name
   * @param freeMinutes of each technician what is not booked; who is over his time takes nothing
   *     from the others
   * @param loadPercent booked as a share of available
   * @param skills of those that work, the free minutes by skill, whatever its level
   */
  public record Cell(
      LocalDate day,
      List<UUID> technicianIds,
      int availableMinutes,
      int bookedMinutes,
      int freeMinutes,
      int loadPercent,
      List<FreeSkill> skills) {}

  public record FreeSkill(UUID skillId, int technicians, int freeMinutes) {}
}
