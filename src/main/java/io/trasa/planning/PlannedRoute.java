package io.trasa.planning;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One technician's day in a plan: leave home, visit after visit with breaks and a call between,
 * come home.
 */
@Entity
@Table(name = "planning_route")
public class PlannedRoute {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  private Plan plan;

  private UUID technicianId;
  private LocalDate day;
  private Instant departsAt;
  private Instant homeAt;
  private int driveHomeSeconds;
  private int driveHomeMetres;
  private int availableSeconds;
  private int overtimeSeconds;

  @OneToMany(mappedBy = "route", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("sequence")
  private List<PlannedVisit> visits = new ArrayList<>();

  @ElementCollection
  @BatchSize(size = 500)
  @CollectionTable(
      name = "planning_route_broken_rule",
      joinColumns = @JoinColumn(name = "planned_route_id"))
  private List<BrokenRule> brokenRules = new ArrayList<>();

  @ElementCollection
  @BatchSize(size = 500)
  @CollectionTable(name = "planning_break", joinColumns = @JoinColumn(name = "route_id"))
  private List<PlannedBreak> breaks = new ArrayList<>();

  @Embedded private @Nullable PlannedCall call;

  @ElementCollection
  @BatchSize(size = 500)
  @CollectionTable(name = "planning_fetched_part", joinColumns = @JoinColumn(name = "route_id"))
  private List<FetchedPart> fetched = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected PlannedRoute() {}

  /** How the day is left and ended. */
  record Frame(
      Instant departsAt,
      Instant homeAt,
      int driveHomeSeconds,
      int driveHomeMetres,
      int availableSeconds,
      int overtimeSeconds) {}

  @SuppressWarnings("NullAway.Init")
  PlannedRoute(UUID technicianId, LocalDate day, Frame frame) {
    this.technicianId = technicianId;
    this.day = day;
    drive(frame);
  }

  final void drive(Frame frame) {
    departsAt = frame.departsAt();
    homeAt = frame.homeAt();
    driveHomeSeconds = frame.driveHomeSeconds();
    driveHomeMetres = frame.driveHomeMetres();
    availableSeconds = frame.availableSeconds();
    overtimeSeconds = frame.overtimeSeconds();
  }

  Frame frame() {
    return new Frame(
        departsAt, homeAt, driveHomeSeconds, driveHomeMetres, availableSeconds, overtimeSeconds);
  }

  /** Takes all off it, to be written anew; the database learns of it first. */
  void clear() {
    visits.clear();
    brokenRules.clear();
    breaks.clear();
    call = null;
    fetched.clear();
  }

  void belongTo(Plan plan) {
    this.plan = plan;
  }

  Plan plan() {
    return plan;
  }

  void add(PlannedVisit visit) {
    visit.belongTo(this);
    visits.add(visit);
  }

  void pause(List<PlannedBreak> times) {
    breaks.addAll(times);
  }

  /**
   * Sends him to the warehouse on the way.
   *
   * @param at null for no call: then nothing is fetched
   */
  void call(@Nullable PlannedCall at, List<FetchedPart> parts) {
    call = at;
    fetched.addAll(parts);
  }

  void breaks(BrokenRule rule) {
    brokenRules.add(rule);
  }

  public UUID technicianId() {
    return technicianId;
  }

  public LocalDate day() {
    return day;
  }

  public Instant departsAt() {
    return departsAt;
  }

  public Instant homeAt() {
    return homeAt;
  }

  public int driveHomeSeconds() {
    return driveHomeSeconds;
  }

  public int driveHomeMetres() {
    return driveHomeMetres;
  }

  /** How long the technician is there that day, without breaks. */
  int availableSeconds() {
    return availableSeconds;
  }

  public int overtimeSeconds() {
    return overtimeSeconds;
  }

  public List<PlannedVisit> visits() {
    return List.copyOf(visits);
  }

  /** In the order in which they are taken. */
  public List<PlannedBreak> breaks() {
    return breaks.stream()
        .sorted(Comparator.comparing(PlannedBreak::startsAt).thenComparing(PlannedBreak::number))
        .toList();
  }

  /** Null if nothing has to be fetched. */
  public @Nullable PlannedCall call() {
    return call;
  }

  /** What is fetched on the call, by name. */
  public List<FetchedPart> fetched() {
    return fetched.stream()
        .sorted(Comparator.comparing(FetchedPart::name).thenComparing(FetchedPart::partId))
        .toList();
  }

  /** Hard rules that the day as a whole breaks: home too late, no break, too much driving. */
  public List<BrokenRule> brokenRules() {
    return List.copyOf(brokenRules);
  }

  /** Driving of the whole day, the way home included. */
  public int driveSeconds() {
    return driveHomeSeconds + visits.stream().mapToInt(PlannedVisit::driveSeconds).sum();
  }

  /** Metres of the whole day, the way home included. */
  public int driveMetres() {
    return driveHomeMetres + visits.stream().mapToInt(PlannedVisit::driveMetres).sum();
  }

  public int workSeconds() {
    return visits.stream().mapToInt(PlannedVisit::workSeconds).sum();
  }

  /** Seconds away from home that are neither driving nor work at customers', breaks included. */
  public int waitSeconds() {
    int away = Math.toIntExact(Duration.between(departsAt, homeAt).toSeconds());
    return Math.max(0, away - driveSeconds() - workSeconds());
  }

  /** Driving and work as a share of the time the technician is there, in percent. */
  public int loadPercent() {
    return availableSeconds == 0
        ? 0
        : Math.round(100f * (driveSeconds() + workSeconds()) / availableSeconds);
  }
}
