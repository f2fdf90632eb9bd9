package io.trasa.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who can work when or where is different.
 *
 * @param technicianId the technician it concerns; null when it may concern all
 */
public record PeopleChanged(@Nullable UUID technicianId) {}
