package io.trasa.planning;

import java.util.List;
import java.util.stream.Collectors;

/** A change breaks hard rules, and nobody said why it is to be done nevertheless. */
public final class RulesBrokenException extends RuntimeException {

  private final transient List<Preview.Broken> broken;

  RulesBrokenException(List<Preview.Broken> broken) {
    super(
        "This breaks %s. Say why in reason, and it is done nevertheless; nothing was changed."
            .formatted(
                broken.stream()
                    .map(b -> "%s by %d %s".formatted(b.rule(), b.amount(), b.unit()))
                    .distinct()
                    .collect(Collectors.joining(", "))));
    this.broken = List.copyOf(broken);
  }

  /** What would be broken more than before. */
  public List<Preview.Broken> broken() {
    return broken;
  }
}
