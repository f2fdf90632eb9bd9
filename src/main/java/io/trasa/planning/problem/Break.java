package io.trasa.planning.problem;

import io.trasa.planning.problem.Spans.Span;

/**
 * A break of a technician's day.
 *
 * @param place index in the travel matrix, or {@link Stop#ANYWHERE}: where the technician is
 * @param start when it may begin, both ends included; of a fixed break one moment. Whose last visit
 *     is done by then needs none
 */
public record Break(int place, Span start, int seconds) {}
