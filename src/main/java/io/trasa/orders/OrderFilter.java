package io.trasa.orders;

import io.trasa.common.Priority;
import io.trasa.web.ThisCentury;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of orders is narrowed to; null narrows nothing.
 *
 * @param technicianId who goes, went or is to go to one of its visits
 * @param assetId the device it is about
 * @param dueBefore due on an earlier day than this one
 * @param createdFrom made on this day of the company or later
 * @param createdTo made on this day of the company or earlier
 * @param search words that must all occur in the order, or all in its customer
 */
public record OrderFilter(
    @Nullable VisitStatus status,
    @Nullable OrderType type,
    @Nullable Priority priority,
    @Nullable UUID customerId,
    @Nullable UUID technicianId,
    @Nullable UUID assetId,
    @Nullable @ThisCentury LocalDate dueBefore,
    @Nullable @ThisCentury LocalDate createdFrom,
    @Nullable @ThisCentury LocalDate createdTo,
    @Nullable Attention attention,
    @Nullable String search) {}
