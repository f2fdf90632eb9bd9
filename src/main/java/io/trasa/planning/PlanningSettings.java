package io.trasa.planning;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param solverConfig folder with solver.xml and policy.properties
 * @param parallelJobs how many plans this node makes at the same time
 */
@ConfigurationProperties("trasa.planning")
record PlanningSettings(
    @DefaultValue("solver-config") Path solverConfig, @DefaultValue("2") int parallelJobs) {}
