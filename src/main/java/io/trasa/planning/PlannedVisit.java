package io.trasa.planning;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** One technician's part in one visit, at its place and time in a route. */
@Entity
@Table(name = "planning_visit")
public class PlannedVisit {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  private PlannedRoute route;

  private UUID visitId;
  private int member;
  private int sequence;
  private Instant arrivesAt;
  private Instant startsAt;
  private Instant endsAt;
  private int driveSeconds;
  private int driveMetres;
  private boolean pinned;
  @Embedded private @Nullable Forced forced;

  @ElementCollection
  @BatchSize(size = 500)
  @CollectionTable(
      name = "planning_broken_rule",
      joinColumns = @JoinColumn(name = "planned_visit_id"))
  private List<BrokenRule> brokenRules = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected PlannedVisit() {}

  /** When the visit is reached, begun and ended, and the way there from the visit before. */
  record Times(
      Instant arrivesAt, Instant startsAt, Instant endsAt, int driveSeconds, int driveMetres) {}

  @SuppressWarnings("NullAway.Init")
  PlannedVisit(UUID visitId, int member, int sequence, Times times, boolean pinned) {
    this.visitId = visitId;
    this.member = member;
    this.sequence = sequence;
    this.arrivesAt = times.arrivesAt();
    this.startsAt = times.startsAt();
    this.endsAt = times.endsAt();
    this.driveSeconds = times.driveSeconds();
    this.driveMetres = times.driveMetres();
    this.pinned = pinned;
  }

  void belongTo(PlannedRoute route) {
    this.route = route;
  }

  void pin(boolean pinned) {
    this.pinned = pinned;
  }

  void force(@Nullable Forced mark) {
    forced = mark;
  }

  void breaks(BrokenRule rule) {
    brokenRules.add(rule);
  }

  public PlannedRoute route() {
    return route;
  }

  public UUID visitId() {
    return visitId;
  }

  /** 0 for the lead of a crew and for a visit without a crew. */
  public int member() {
    return member;
  }

  /** Place in the route, from 1. */
  public int sequence() {
    return sequence;
  }

  public Instant arrivesAt() {
    return arrivesAt;
  }

  public Instant startsAt() {
    return startsAt;
  }

  public Instant endsAt() {
    return endsAt;
  }

  public int driveSeconds() {
    return driveSeconds;
  }

  public int driveMetres() {
    return driveMetres;
  }

  public boolean isPinned() {
    return pinned;
  }

  /** The dispatcher's word that it stays where it breaks rules; null where none was needed. */
  public @Nullable Forced forced() {
    return forced;
  }

  Times times() {
    return new Times(arrivesAt, startsAt, endsAt, driveSeconds, driveMetres);
  }

  public int workSeconds() {
    return Math.toIntExact(Duration.between(startsAt, endsAt).toSeconds());
  }

  public List<BrokenRule> brokenRules() {
    return List.copyOf(brokenRules);
  }
}
