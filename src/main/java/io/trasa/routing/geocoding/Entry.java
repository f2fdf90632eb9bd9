package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import java.util.List;

/**
 * What the index keeps of a place.
 *
 * @param otherNames names in other languages and of other times
 * @param importance 0 to 1, a city 1
 * @param along where it is to be found; a street at each of its bends
 */
record Entry(Place place, List<String> otherNames, float importance, List<Coordinates> along) {}
