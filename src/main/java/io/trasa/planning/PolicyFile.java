package io.trasa.planning;

import io.trasa.common.Priority;
import io.trasa.planning.rules.Policy;
import io.trasa.planning.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The weights of solver-config/policy.properties.
 *
 * @param points what leaving a visit unassigned costs, by priority
 * @param urgencyPercent what a second of delay costs by priority, in hundredths
 */
record PolicyFile(
    Policy policy, Map<Priority, Integer> points, Map<Priority, Integer> urgencyPercent) {

  private static final int MAX_WEIGHT = 1_000_000;

  /**
   * @throws IllegalStateException naming the file, the key and what to do, if a key or value is not
   *     understood
   */
  static PolicyFile read(Path file) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The planning policy %s cannot be read. Maybe trasa.planning.solver-config names a wrong"
                  .formatted(file.toAbsolutePath())
              + " folder.",
          e);
    }
    var weights = new EnumMap<Rule, Long>(Rule.class);
    for (Rule rule : Rule.values()) {
      weights.put(rule, (long) take(file, properties, "rule." + rule, rule.defaultWeight()));
    }
    var points = new EnumMap<Priority, Integer>(Priority.class);
    var urgency = new EnumMap<Priority, Integer>(Priority.class);
    for (Priority priority : Priority.values()) {
      points.put(priority, take(file, properties, "points." + priority, 1));
      urgency.put(priority, take(file, properties, "urgency." + priority, 0));
    }
    refuseRest(file, properties);
    return new PolicyFile(new Policy(weights), points, urgency);
  }

  private static int take(Path file, Properties properties, String key, long whenMissing) {
    Object value = properties.remove(key);
    try {
      long number = value == null ? whenMissing : Long.parseLong(value.toString().strip());
      if (number >= 0 && number <= MAX_WEIGHT) {
        return (int) number;
      }
    } catch (NumberFormatException notANumber) {
      // told below, with the value
    }
    throw new IllegalStateException(
        "%s: %s = %s is not a whole number between 0 and %d."
            .formatted(file.toAbsolutePath(), key, value, MAX_WEIGHT));
  }

  private static void refuseRest(Path file, Properties properties) {
    if (!properties.isEmpty()) {
      throw new IllegalStateException(
          "%s: %s is not known. Maybe it is misspelt; docs/rules.md lists the rules."
              .formatted(file.toAbsolutePath(), new TreeSet<>(properties.keySet())));
    }
  }
}
