package io.trasa.orders;

import io.trasa.common.Priority;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the office adds to a request or a quote to make an order of it.
 *
 * @param visits what is needed; none means a single visit as it follows from the rest
 * @param lines what is to be done at which price, for a request; a quote has its own
 */
public record OrderWish(
    OrderType type,
    Priority priority,
    @Nullable LocalDate dueDate,
    List<Visit.Details> visits,
    List<OrderLine> lines) {}
