package io.trasa.planning.web;

import io.trasa.planning.PolicyRevision;
import io.trasa.planning.PolicyService;
import io.trasa.planning.WeightMeaning;
import io.trasa.planning.rules.Rule;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.OnChange;
import io.trasa.web.PageView;
import io.trasa.web.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Planning policies: what each wish weighs. */
@RestController
@RequestMapping("/api/planning-policies")
class PolicyController {

  private static final int MAX_RULES = 100;

  private final PolicyService policies;

  PolicyController(PolicyService policies) {
    this.policies = policies;
  }

  /** With the weights of its latest revision; the version is for editing. */
  record PolicyView(
      UUID id,
      long version,
      String name,
      boolean standard,
      int revision,
      Instant changedAt,
      String changedBy,
      List<WeightView> weights) {}

  /**
   * @param costMinutes minutes of driving that each {@code per} costs
   * @param fileWeight what it weighs in solver-config/policy.properties
   */
  record WeightView(
      Rule rule,
      String title,
      long weight,
      long fileWeight,
      WeightMeaning.Per per,
      BigDecimal costMinutes,
      String meaning) {}

  record RevisionView(
      int revision, String name, Instant madeAt, String madeBy, Map<Rule, Long> weights) {}

  /** What is left out: on creation as in the file and not the default, on a change as it is. */
  record PolicyForm(
      @NotNull(groups = OnChange.class) Long version,
      @NotBlank @PlainText(max = 100) String name,
      @NotNull @Size(max = MAX_RULES) Map<@NotNull Rule, @NotNull Long> weights,
      @Nullable Boolean standard) {}

  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  PageView<PolicyView> list() {
    return PageView.whole(policies.all().stream().map(this::view).toList());
  }

  @GetMapping("/{id}/revisions")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  PageView<RevisionView> revisions(@PathVariable UUID id) {
    return PageView.whole(
        policies.revisions(id).stream()
            .map(r -> new RevisionView(r.number(), r.name(), r.madeAt(), r.madeBy(), r.weights()))
            .toList());
  }

  @PostMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  @ResponseStatus(HttpStatus.CREATED)
  PolicyView create(@RequestBody @Validated PolicyForm form) {
    return view(policies.create(form.name().strip(), form.weights()));
  }

  @PutMapping("/{id}")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER})
  PolicyView change(
      @PathVariable UUID id, @RequestBody @Validated(OnChange.class) PolicyForm form) {
    boolean standard =
        form.standard() == null ? policies.get(id).policy().isStandard() : form.standard();
    return view(policies.change(id, form.version(), form.name().strip(), form.weights(), standard));
  }

  private PolicyView view(PolicyService.Weighted weighted) {
    PolicyRevision latest = weighted.latest();
    Map<Rule, Long> weights = latest.weights();
    Map<Rule, Long> file = policies.fileWeights();
    return new PolicyView(
        weighted.policy().id(),
        weighted.policy().version(),
        weighted.policy().name(),
        weighted.policy().isStandard(),
        latest.number(),
        latest.madeAt(),
        latest.madeBy(),
        Stream.of(Rule.values())
            .filter(file::containsKey)
            .map(rule -> weight(rule, weights, file.getOrDefault(rule, 0L)))
            .toList());
  }

  /** A rule that is newer than the policy weighs as in the file. */
  private static WeightView weight(Rule rule, Map<Rule, Long> weights, long inFile) {
    long weight = weights.getOrDefault(rule, inFile);
    var meaning = WeightMeaning.of(rule, weight);
    return new WeightView(
        rule,
        rule.title(),
        weight,
        inFile,
        meaning.per(),
        meaning.costMinutes(),
        meaning.sentence());
  }
}
