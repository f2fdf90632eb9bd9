package io.trasa.assets;

import java.time.LocalDate;

/**
 * Who bears repairs until when.
 *
 * @param number of the warranty document
 * @param until the last covered day
 */
public record Warranty(
    String number,
    LocalDate from,
    LocalDate until,
    boolean coversLabour,
    boolean coversParts,
    boolean coversTravel) {}
