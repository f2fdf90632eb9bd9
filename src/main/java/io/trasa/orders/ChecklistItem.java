package io.trasa.orders;

import jakarta.persistence.Embeddable;

/**
 * Something to do or look at on site.
 *
 * @param required without it the visit cannot be finished
 */
@Embeddable
public record ChecklistItem(String text, boolean required) {}
