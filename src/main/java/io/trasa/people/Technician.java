package io.trasa.people;

import io.trasa.common.Coordinates;
import io.trasa.common.Stored;
import io.trasa.common.Vehicle;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** Somebody who is sent to customers. Never deleted, since past work names him, but inactive. */
@Entity
@Table(name = "people_technician")
public class Technician extends Stored {

  /**
   * What describes a technician; unknown texts are empty.
   *
   * @param color {@code #rrggbb}, on the board and the map
   * @param home where the day begins and ends
   * @param territoryIds where the technician is sent; empty means anywhere
   */
  public record Details(
      String name,
      String phone,
      String email,
      String color,
      Coordinates home,
      String homeAddress,
      Collection<SkillLevel> skills,
      Collection<UUID> territoryIds,
      @Nullable UUID vanId,
      Vehicle vehicle,
      boolean active,
      WorkingDay workingDay) {

    /** Of somebody whose days are the usual ones. */
    public Details(
        String name,
        String phone,
        String email,
        String color,
        Coordinates home,
        String homeAddress,
        Collection<SkillLevel> skills,
        Collection<UUID> territoryIds,
        @Nullable UUID vanId,
        Vehicle vehicle,
        boolean active) {
      this(
          name,
          phone,
          email,
          color,
          home,
          homeAddress,
          skills,
          territoryIds,
          vanId,
          vehicle,
          active,
          WorkingDay.USUAL);
    }
  }

  private String name = "";
  private String phone = "";
  private String email = "";
  private String color = "";
  private double homeLat;
  private double homeLon;
  private String homeAddress = "";
  private @Nullable UUID vanId;

  @Enumerated(EnumType.STRING)
  private Vehicle vehicle = Vehicle.CAR;

  private boolean active = true;
  private int overtimeMinutes;
  private @Nullable Integer maxDriveMinutes;
  private @Nullable Integer targetMinutes;
  private int hourPercent = 100;
  private int kmPercent = 100;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 500)
  @CollectionTable(
      name = "people_technician_break",
      joinColumns = @JoinColumn(name = "technician_id"))
  private Set<BreakTime> breaks = new HashSet<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 500)
  @CollectionTable(
      name = "people_technician_skill",
      joinColumns = @JoinColumn(name = "technician_id"))
  private Set<SkillLevel> skills = new HashSet<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 500)
  @CollectionTable(
      name = "people_technician_territory",
      joinColumns = @JoinColumn(name = "technician_id"))
  @Column(name = "territory_id")
  private Set<UUID> territoryIds = new HashSet<>();

  /** Made by the database for searching. */
  @Column(insertable = false, updatable = false)
  private @Nullable String search;

  protected Technician() {}

  Technician(Details details) {
    describe(details);
  }

  final void describe(Details details) {
    this.name = details.name();
    this.phone = details.phone();
    this.email = details.email();
    this.color = details.color().toLowerCase(Locale.ROOT);
    this.homeLat = details.home().lat();
    this.homeLon = details.home().lon();
    this.homeAddress = details.homeAddress();
    this.vanId = details.vanId();
    this.vehicle = details.vehicle();
    this.active = details.active();
    WorkingDay day = details.workingDay();
    this.overtimeMinutes = day.overtimeMinutes();
    this.maxDriveMinutes = day.maxDriveMinutes();
    this.targetMinutes = day.targetMinutes();
    this.hourPercent = day.hourPercent();
    this.kmPercent = day.kmPercent();
    replace(this.breaks, day.breaks());
    replace(this.skills, details.skills());
    replace(this.territoryIds, details.territoryIds());
  }

  /** Touches only what differs, so that only that is written. */
  private static <T> void replace(Set<T> present, Collection<T> wanted) {
    present.retainAll(Set.copyOf(wanted));
    present.addAll(wanted);
  }

  /** Somebody just like this one but for id and name, who is only supposed and never stored. */
  public Technician like(UUID otherId, String otherName) {
    return new Supposed(
        otherId,
        new Details(
            otherName,
            phone,
            email,
            color,
            home(),
            homeAddress,
            skills(),
            territoryIds(),
            null,
            vehicle,
            active,
            workingDay()));
  }

  private static final class Supposed extends Technician {
    private final UUID id;

    Supposed(UUID id, Details details) {
      super(details);
      this.id = id;
    }

    @Override
    public UUID id() {
      return id;
    }
  }

  public String name() {
    return name;
  }

  public String phone() {
    return phone;
  }

  public String email() {
    return email;
  }

  /** {@code #rrggbb} in small letters. */
  public String color() {
    return color;
  }

  /** Where the day begins and ends. */
  public Coordinates home() {
    return new Coordinates(homeLat, homeLon);
  }

  public String homeAddress() {
    return homeAddress;
  }

  public Set<SkillLevel> skills() {
    return Set.copyOf(skills);
  }

  /** Where the technician is sent; empty means anywhere. */
  public Set<UUID> territoryIds() {
    return Set.copyOf(territoryIds);
  }

  public @Nullable UUID vanId() {
    return vanId;
  }

  /** What the technician travels with. */
  public Vehicle vehicle() {
    return vehicle;
  }

  /** What a day may be like, and what it costs. */
  public WorkingDay workingDay() {
    return new WorkingDay(
        overtimeMinutes,
        maxDriveMinutes,
        targetMinutes,
        hourPercent,
        kmPercent,
        breaks.stream().sorted(Comparator.comparing(BreakTime::earliest)).toList());
  }

  public boolean isActive() {
    return active;
  }
}
