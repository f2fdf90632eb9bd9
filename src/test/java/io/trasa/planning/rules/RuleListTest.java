package io.trasa.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.testkit.PlanKit;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No rule without its constraint, its test and its row in the documentation. */
class RuleListTest {

  private static final Set<String> TESTED =
      Arrays.stream(RuleBookTest.class.getDeclaredClasses())
          .map(c -> c.getSimpleName().replaceAll("Test$", "").toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());

  @ParameterizedTest
  @EnumSource
  void isTested(Rule rule) {
    assertThat(TESTED).contains(rule.name().replace("_", "").toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource
  void isDocumentedWithItsLevelAndWeight(Rule rule) throws Exception {
    assertThat(Files.readString(Path.of("docs/rules.md")))
        .containsPattern(
            "\\| %s \\| %s \\| [^|]+ \\| %d \\|"
                .formatted(
                    rule.name(),
                    rule.level().name().toLowerCase(Locale.ROOT),
                    rule.defaultWeight()));
  }

  /** The solver refuses weights of constraints that it does not have. */
  @Test
  void eachHasItsConstraint() {
    RoutePlan plan = PlanKit.plan(List.of(PlanKit.day(1).build()), List.of());
    plan.setWeights(Policy.standard().overrides());
    assertThat(plan.getWeights().getKnownConstraintIds())
        .containsExactlyInAnyOrder(
            Arrays.stream(Rule.values()).map(Rule::name).toArray(String[]::new));
    SolutionManager.create(
            SolverFactory.<RoutePlan>createFromXmlFile(new File("solver-config/solver.xml")))
        .update(plan);
    assertThat(plan.getScore()).isNotNull();
  }
}
