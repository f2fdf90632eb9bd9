package io.trasa.planning;

import java.time.LocalDate;
import java.util.UUID;

/** Which plan holds for a day, in which version. */
public record PlanStamp(LocalDate day, UUID planId, long version) {}
