package io.trasa.planning;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.planning.rules.Policy;
import io.trasa.planning.rules.Rule;
import io.trasa.security.CurrentUser;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the planning policies. The wishes' weights are edited here; what hard rules and priorities
 * weigh stays in solver-config/policy.properties, which also seeds the first policies.
 */
@Service
@Transactional
public class PolicyService implements SmartInitializingSingleton {

  static final long MAX_WEIGHT = 100_000;
  private static final int MAX_POLICIES = 50;

  /** What the seeded policies weigh otherwise than the file. */
  private static final Map<String, Map<Rule, Long>> SEEDS =
      Map.of(
          "Standard",
          Map.of(),
          "Keep promises",
          Map.of(Rule.PROMISE, 20L, Rule.LATENESS, 10L, Rule.RISK, 4L, Rule.PREFERRED_TIME, 2L),
          "Least driving",
          Map.of(
              Rule.PREFERRED_TECHNICIAN, 300L,
              Rule.PREFERRED_TIME, 0L,
              Rule.EARLIEST_DAY, 0L,
              Rule.OVERQUALIFIED, 0L,
              Rule.WORKLOAD, 0L,
              Rule.RISK, 0L),
          "Fair load",
          Map.of(Rule.WORKLOAD, 3L, Rule.FAIRNESS, 2L));

  private final PlanningPolicies policies;
  private final PolicyFile file;
  private final EntityManager entities;
  private final CurrentUser currentUser;
  private final PlatformTransactionManager transactions;
  private final Clock clock;

  PolicyService(
      PlanningPolicies policies,
      PolicyFile file,
      EntityManager entities,
      CurrentUser currentUser,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.policies = policies;
    this.file = file;
    this.entities = entities;
    this.currentUser = currentUser;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A policy with its weights. */
  public record Weighted(PlanningPolicy policy, PolicyRevision latest) {}

  /** Puts the first policies into an empty database. */
  @Override
  public void afterSingletonsInstantiated() {
    try {
      new TransactionTemplate(transactions).executeWithoutResult(status -> seed());
    } catch (DataIntegrityViolationException another) {
      // Another node was faster; what it stored is there now.
      if (policies.count() == 0) {
        throw another;
      }
    }
  }

  private void seed() {
    if (policies.count() == 0) {
      SEEDS.forEach(
          (name, weights) -> store(new PlanningPolicy(name, weights.isEmpty()), fill(weights)));
    }
  }

  @Transactional(readOnly = true)
  public List<Weighted> all() {
    return policies.findAllByOrderByName().stream().map(this::weighted).toList();
  }

  @Transactional(readOnly = true)
  public Weighted get(UUID id) {
    return weighted(find(id));
  }

  /** All that a policy ever was, the latest first. */
  @Transactional(readOnly = true)
  public List<PolicyRevision> revisions(UUID id) {
    return policies.revisions(find(id).id());
  }

  /**
   * What to plan with.
   *
   * @param id null takes the one that is the default
   */
  @Transactional(readOnly = true)
  public PolicyRevision latest(@Nullable UUID id) {
    PlanningPolicy policy =
        id == null
            ? policies
                .findByStandardTrue()
                .orElseThrow(() -> new NotFoundException("planning policy", "that is the default"))
            : find(id);
    return weighted(policy).latest();
  }

  /** A revision that something was begun with. */
  @Transactional(readOnly = true)
  PolicyRevision revision(UUID revisionId) {
    PolicyRevision revision = entities.find(PolicyRevision.class, revisionId);
    if (revision == null) {
      throw new NotFoundException("policy revision", revisionId);
    }
    return revision;
  }

  /** The weights in the engine's form: the revision's wishes, the file's other rules. */
  Policy policy(PolicyRevision revision) {
    var weights = new EnumMap<>(file.policy().weights());
    weights.putAll(revision.weights());
    return new Policy(weights);
  }

  /** The wishes' weights in the file, to which an edit can go back. */
  public Map<Rule, Long> fileWeights() {
    return fill(Map.of());
  }

  /**
   * @param weights of soft rules; those left out weigh as in the file
   * @throws InvalidInputException if the name is taken or a weight is out of bounds
   */
  public Weighted create(String name, Map<Rule, Long> weights) {
    requireWeights(weights);
    requireFree(name, null);
    if (policies.count() >= MAX_POLICIES) {
      throw new ConflictException(
          "too-many-policies",
          "There are %d planning policies already.".formatted(MAX_POLICIES),
          "Edit one that is not used any more.");
    }
    return store(new PlanningPolicy(name, false), fill(weights));
  }

  /**
   * Edits a policy: a new revision, which later plans are made with.
   *
   * @param weights of soft rules; those left out stay as they are
   * @param standard whether it is the default from now on; the default itself cannot step down, for
   *     there is always one
   * @throws ConflictException with code {@code changed-meanwhile}
   */
  public Weighted change(
      UUID id, long version, String name, Map<Rule, Long> weights, boolean standard) {
    requireWeights(weights);
    PlanningPolicy policy = find(id);
    policy.requireVersion(version);
    requireFree(name, id);
    if (policy.isStandard() && !standard) {
      throw new InvalidInputException(
          "standard", false, "leaves no default policy", "Make another policy the default.");
    }
    var merged = new EnumMap<>(weighted(policy).latest().weights());
    merged.putAll(weights);
    if (standard && !policy.isStandard()) {
      policies.findByStandardTrue().ifPresent(before -> before.beStandard(false));
      policies.flush();
      policy.beStandard(true);
    }
    policy.edit(name);
    return store(policy, merged);
  }

  private Weighted store(PlanningPolicy policy, Map<Rule, Long> weights) {
    PlanningPolicy stored = policies.saveAndFlush(policy);
    var revision = new PolicyRevision(stored, weights, clock.instant(), currentUser.name());
    entities.persist(revision);
    return new Weighted(stored, revision);
  }

  private Map<Rule, Long> fill(Map<Rule, Long> weights) {
    var all = new EnumMap<Rule, Long>(Rule.class);
    file.policy()
        .weights()
        .forEach(
            (rule, weight) -> {
              if (rule.level() == Rule.Level.SOFT) {
                all.put(rule, weights.getOrDefault(rule, weight));
              }
            });
    return all;
  }

  private Weighted weighted(PlanningPolicy policy) {
    return new Weighted(policy, policies.revision(policy.id(), policy.revision()).orElseThrow());
  }

  private PlanningPolicy find(UUID id) {
    return policies.findById(id).orElseThrow(() -> new NotFoundException("planning policy", id));
  }

  private void requireFree(String name, @Nullable UUID self) {
    policies
        .findByNameIgnoreCase(name)
        .filter(holder -> !holder.id().equals(self))
        .ifPresent(
            holder -> {
              throw new InvalidInputException(
                  "name", name, "is taken", "Choose another, or edit that one.");
            });
  }

  private static void requireWeights(Map<Rule, Long> weights) {
    weights.forEach(
        (rule, weight) -> {
          if (rule.level() != Rule.Level.SOFT) {
            throw new InvalidInputException(
                "weights." + rule,
                weight,
                "is not a wish",
                "Only soft rules are weighed by a policy; leave it out.");
          }
          if (weight < 0 || weight > MAX_WEIGHT) {
            throw new InvalidInputException(
                "weights." + rule,
                weight,
                "is not between 0 and " + MAX_WEIGHT,
                "0 turns the rule off; 1 makes a second of it as dear as a second of driving.");
          }
        });
  }
}
