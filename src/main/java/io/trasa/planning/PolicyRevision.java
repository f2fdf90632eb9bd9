package io.trasa.planning;

import io.trasa.planning.rules.Rule;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A planning policy as it stood after one edit; it never changes. */
@Entity
@Table(name = "planning_policy_revision")
public class PolicyRevision {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  private UUID policyId;
  private int number;
  private String name;
  private Instant madeAt;
  private String madeBy;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "planning_policy_weight", joinColumns = @JoinColumn(name = "revision_id"))
  @MapKeyColumn(name = "rule")
  @MapKeyEnumerated(EnumType.STRING)
  @Column(name = "weight")
  private Map<Rule, Long> weights = new EnumMap<>(Rule.class);

  @SuppressWarnings("NullAway.Init")
  protected PolicyRevision() {}

  PolicyRevision(PlanningPolicy policy, Map<Rule, Long> weights, Instant madeAt, String madeBy) {
    this.policyId = policy.id();
    this.number = policy.revision();
    this.name = policy.name();
    this.weights.putAll(weights);
    this.madeAt = madeAt;
    this.madeBy = madeBy;
  }

  UUID id() {
    return Objects.requireNonNull(id, "not saved yet");
  }

  public UUID policyId() {
    return policyId;
  }

  /** Counts the policy's edits, from 1. */
  public int number() {
    return number;
  }

  /** The policy's name at that time. */
  public String name() {
    return name;
  }

  public Instant madeAt() {
    return madeAt;
  }

  public String madeBy() {
    return madeBy;
  }

  /** What one unit of each soft rule's amount costs, in seconds of driving. */
  public Map<Rule, Long> weights() {
    return Map.copyOf(weights);
  }
}
