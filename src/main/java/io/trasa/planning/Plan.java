package io.trasa.planning;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import io.trasa.common.Stored;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan for some days: every technician's routes, and what stayed out, with the reasons. */
@Entity
@Table(name = "planning_plan")
public class Plan extends Stored {

  private LocalDate firstDay;
  private int days;

  @Enumerated(EnumType.STRING)
  private PlanStatus status = PlanStatus.DRAFT;

  private UUID jobId;

  @ManyToOne private @Nullable PolicyRevision policyRevision;

  private long hardScore;
  private long mediumScore;
  private long softScore;
  private int changes;

  /** Of a scenario: it holds for nothing. */
  private boolean apart;

  @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<PlannedRoute> routes = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "planning_unplanned", joinColumns = @JoinColumn(name = "plan_id"))
  private List<Unplanned> unplanned = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "planning_publication", joinColumns = @JoinColumn(name = "plan_id"))
  private List<Publication> publications = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Plan() {}

  Plan(UUID jobId, LocalDate firstDay, int days, HardMediumSoftScore score) {
    this.jobId = jobId;
    this.firstDay = firstDay;
    this.days = days;
    this.hardScore = score.hardScore();
    this.mediumScore = score.mediumScore();
    this.softScore = score.softScore();
  }

  void setApart() {
    apart = true;
  }

  void madeWith(PolicyRevision policy) {
    this.policyRevision = policy;
  }

  void add(PlannedRoute route) {
    route.belongTo(this);
    routes.add(route);
  }

  void leaveOut(List<Unplanned> reasons) {
    unplanned.addAll(reasons);
  }

  /** These visits have a place by now, or are known otherwise. */
  void takeIn(Set<UUID> visits) {
    unplanned.removeIf(reason -> visits.contains(reason.visitId()));
  }

  void scored(HardMediumSoftScore score) {
    hardScore = score.hardScore();
    mediumScore = score.mediumScore();
    softScore = score.softScore();
  }

  /** Something on its routes was changed by hand: its version counts on. */
  void change() {
    changes++;
  }

  void publish(Publication publication) {
    status = PlanStatus.PUBLISHED;
    publications.add(publication);
  }

  public LocalDate firstDay() {
    return firstDay;
  }

  public int days() {
    return days;
  }

  /** The days that the plan covers. */
  Stream<LocalDate> dates() {
    return firstDay.datesUntil(firstDay.plusDays(days));
  }

  /** Published as soon as one of its days was sent, see {@link #published}. */
  public PlanStatus status() {
    return status;
  }

  public UUID jobId() {
    return jobId;
  }

  /** The policy that it was made with, as it was then; null for plans from before policies. */
  public @Nullable PolicyRevision policy() {
    return policyRevision;
  }

  public HardMediumSoftScore score() {
    return HardMediumSoftScore.of(hardScore, mediumScore, softScore);
  }

  /** The wishes' cost, a minute of driving being 1. */
  public long costMinutes() {
    return -softScore / 60;
  }

  /** The same if these days are all of its; the cost of a part is not known. */
  @Nullable Long costMinutes(Horizon horizon) {
    return dates().allMatch(horizon::covers) ? costMinutes() : null;
  }

  public List<PlannedRoute> routes() {
    return List.copyOf(routes);
  }

  List<PlannedRoute> routesOf(Horizon horizon) {
    return routes.stream().filter(route -> horizon.covers(route.day())).toList();
  }

  /** Reasons of all visits left out, for each visit the most telling first. */
  public List<Unplanned> unplanned() {
    return List.copyOf(unplanned);
  }

  /** The visits on no route of this plan. */
  Set<UUID> leftOut() {
    return unplanned.stream().map(Unplanned::visitId).collect(Collectors.toSet());
  }

  /** All that was sent of it, the latest first. */
  public List<Publication> publications() {
    return publications.stream().sorted(Comparator.comparing(Publication::at).reversed()).toList();
  }

  /** The latest sending of this day; empty while the technicians were told nothing of it. */
  public Optional<Publication> published(LocalDate day) {
    return publications.stream()
        .filter(publication -> publication.day().equals(day))
        .max(Comparator.comparing(Publication::at));
  }
}
