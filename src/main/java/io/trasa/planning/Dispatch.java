package io.trasa.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a plan's day does to one visit.
 *
 * @param technicianIds who is to go by the plan, the lead first; empty for one that is recalled
 * @param start when the work is to begin by the plan; null for one that is recalled
 * @param beforeIds who has it on the phone now; empty if nobody has
 * @param startBefore the time they were told; null if nobody was
 * @param brokenRules hard rules that the dispatcher's pin breaks there; it is sent nevertheless
 * @param refusal why it cannot be sent; null but for {@link Kind#REFUSED}
 */
public record Dispatch(
    UUID visitId,
    Kind kind,
    List<UUID> technicianIds,
    @Nullable Instant start,
    List<UUID> beforeIds,
    @Nullable Instant startBefore,
    List<BrokenRule> brokenRules,
    @Nullable Refusal refusal) {

  /** What becomes of the visit. */
  public enum Kind {
    /** Sent; no phone has it yet. */
    NEW,
    /** Sent again: other time or other technicians than they were told. */
    MOVED,
    /** Taken back from the phones: the plan has no place for it any more. */
    RECALLED,
    /** They have it as planned, or somebody is on the way already. */
    UNCHANGED,
    REFUSED
  }

  /** Why a planned visit cannot be sent as planned. */
  public enum Refusal {
    /** On hold, cancelled or failed since the plan was made. */
    NOT_OPEN,
    /** Planned for another day by now. */
    OTHER_DAY,
    /** Its order lacks data that its type demands. */
    INCOMPLETE,
    INACTIVE_TECHNICIAN,
    /** It takes more or fewer technicians by now. */
    CREW_CHANGED,
    /** These technicians declined it; it is sent to them again only if it is named. */
    DECLINED
  }

  boolean isSent() {
    return kind == Kind.NEW || kind == Kind.MOVED;
  }

  /** True if one of these technicians gets, keeps or loses it. */
  boolean concerns(java.util.Collection<UUID> technicians) {
    return technicianIds.stream().anyMatch(technicians::contains)
        || beforeIds.stream().anyMatch(technicians::contains);
  }
}
