package io.trasa.planning;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.search.ArraySearchPhase;
import java.io.File;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The solver and the policy, read from the folder solver-config at start. */
@Configuration
class PlanningConfiguration {

  @Bean
  SolverConfig solverConfig(PlanningSettings settings) {
    File file = settings.solverConfig().resolve("solver.xml").toFile();
    if (!file.isFile()) {
      throw new IllegalStateException(
          "The solver's configuration %s is missing. Maybe trasa.planning.solver-config names a"
                  .formatted(file.getAbsolutePath())
              + " wrong folder, or the application was started in another one.");
    }
    return ArraySearchPhase.inSlices(SolverConfig.createFromXmlFile(file));
  }

  @Bean
  SolverFactory<RoutePlan> solverFactory(SolverConfig config) {
    return SolverFactory.create(config);
  }

  @Bean
  PolicyFile policyFile(PlanningSettings settings) {
    return PolicyFile.read(settings.solverConfig().resolve("policy.properties"));
  }
}
