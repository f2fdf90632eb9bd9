package io.trasa.planning;

import io.trasa.common.Stored;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A what-if: some suppositions about some days, and the plan that was made with them. */
@Entity
@Table(name = "planning_scenario")
public class Scenario extends Stored {

  private String name;
  private LocalDate firstDay;
  private int days;
  private @Nullable UUID policyId;
  private String supposed;
  private @Nullable UUID jobId;
  private @Nullable UUID planId;
  private @Nullable UUID publishedPlanId;

  @SuppressWarnings("NullAway.Init")
  protected Scenario() {}

  @SuppressWarnings("NullAway.Init")
  Scenario(String name, Horizon horizon, @Nullable UUID policyId, String supposed) {
    describe(name, horizon, policyId, supposed);
  }

  /**
   * @param supposed as JSON
   */
  final void describe(String name, Horizon horizon, @Nullable UUID policyId, String supposed) {
    this.name = name;
    this.firstDay = horizon.from();
    this.days = horizon.days();
    this.policyId = policyId;
    this.supposed = supposed;
  }

  void plannedBy(UUID job) {
    jobId = job;
  }

  /** Takes another plan in the place of the one that it had, or none. */
  void setPlan(@Nullable UUID plan) {
    planId = plan;
  }

  void published(UUID plan) {
    publishedPlanId = plan;
  }

  public String name() {
    return name;
  }

  public LocalDate firstDay() {
    return firstDay;
  }

  public int days() {
    return days;
  }

  Horizon horizon(ZoneId zone) {
    return new Horizon(firstDay, days, zone);
  }

  /** What the wishes are weighed by; null for the default. */
  public @Nullable UUID policyId() {
    return policyId;
  }

  String supposed() {
    return supposed;
  }

  /** The latest that planned it; null before there was one. */
  @Nullable UUID jobId() {
    return jobId;
  }

  /** Its plan, which holds for nothing; null before there is one, and since it was edited. */
  @Nullable UUID planId() {
    return planId;
  }

  /** The draft that its routes were made; null before. */
  public @Nullable UUID publishedPlanId() {
    return publishedPlanId;
  }
}
