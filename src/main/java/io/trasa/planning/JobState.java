package io.trasa.planning;

/** The life of a planning job. */
public enum JobState {
  QUEUED,
  RUNNING,
  /** Ended by itself; its best plan is stored. */
  DONE,
  /** Ended by a person; its best plan is stored, unless it had not begun. */
  STOPPED,
  /** Ended by a fault; nothing was stored. */
  FAILED;

  public boolean isActive() {
    return this == QUEUED || this == RUNNING;
  }
}
