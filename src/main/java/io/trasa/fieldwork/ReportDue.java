package io.trasa.fieldwork;

import java.util.UUID;

/** Something was told or corrected that the report of a finished, signed visit must say. */
public record ReportDue(UUID visitId) {}
