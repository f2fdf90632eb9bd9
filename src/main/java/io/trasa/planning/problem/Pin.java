package io.trasa.planning.problem;

/**
 * A dispatcher's word, or a fact: this stop belongs to this technician and starts then.
 *
 * @param technician index of the technician
 * @param start seconds since the horizon's start
 */
public record Pin(int technician, int start) {}
