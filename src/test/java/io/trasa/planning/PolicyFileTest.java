package io.trasa.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trasa.common.Priority;
import io.trasa.planning.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("policy.properties"), text);
  }

  @Test
  void readsWeightsAndKeepsDefaults() throws IOException {
    var policy = PolicyFile.read(file("rule.TRAVEL = 3\npoints.URGENT = 100\n"));
    assertThat(policy.policy().weights()).containsEntry(Rule.TRAVEL, 3L);
    assertThat(policy.policy().weights()).containsEntry(Rule.SKILL, Rule.SKILL.defaultWeight());
    assertThat(policy.points()).containsEntry(Priority.URGENT, 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rule.TRAVEL = much", "rule.TRAVEL = -1", "rule.TRAVEL = 1000001"})
  void namesTheNumberItCannotUse(String line) throws IOException {
    var file = file(line);
    assertThatThrownBy(() -> PolicyFile.read(file))
        .hasMessageContaining(file.toString())
        .hasMessageContaining(line);
  }

  @Test
  void namesTheKeyItDoesNotKnow() throws IOException {
    var file = file("rule.TRAVLE = 1");
    assertThatThrownBy(() -> PolicyFile.read(file))
        .hasMessageContaining(file.toString())
        .hasMessageContaining("rule.TRAVLE")
        .hasMessageContaining("Maybe");
  }

  @Test
  void namesTheFileThatIsMissing() {
    assertThatThrownBy(() -> PolicyFile.read(folder.resolve("none")))
        .hasMessageContaining(folder.resolve("none").toString());
  }
}
