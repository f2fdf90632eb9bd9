package io.trasa.customers;

import java.util.UUID;

/**
 * A contact is about to be removed, in the running transaction. Who still needs the contact throws.
 */
public record ContactRemoval(UUID contactId, String name) {}
