package io.trasa.database;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot start; says why, and what the operator can do. */
public final class DatabaseStartException extends RuntimeException {

  private final String action;

  DatabaseStartException(String reason, String action) {
    this(reason, action, null);
  }

  DatabaseStartException(String reason, String action, @Nullable Throwable cause) {
    super(reason, cause);
    this.action = action;
  }

  public String action() {
    return action;
  }
}
