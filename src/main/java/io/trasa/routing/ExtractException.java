package io.trasa.routing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The road extract cannot be used: says which file, what is wrong with it, and what to do. */
public final class ExtractException extends RuntimeException {

  private final String action;

  /**
   * @param problem completes the sentence "The road extract … "
   * @param action what to do about it
   */
  ExtractException(Path file, String problem, String action, @Nullable Throwable cause) {
    super("The road extract %s %s.".formatted(file.toAbsolutePath().normalize(), problem), cause);
    this.action = action;
  }

  public String action() {
    return action;
  }
}
