package io.trasa.customers;

import java.util.UUID;

/** A customer, or one of the customer's sites or contacts, is new or different. */
public record CustomerChanged(UUID customerId) {}
