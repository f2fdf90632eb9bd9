package io.trasa.parts;

/** The warehouse is elsewhere now, or a call there takes another time. */
public record WarehouseChanged() {}
