package io.trasa.assets;

import jakarta.persistence.Embeddable;

/** Something measured or set on a device, such as {@code Gas pressure: 20 mbar}. */
@Embeddable
public record Characteristic(String name, String value) {}
