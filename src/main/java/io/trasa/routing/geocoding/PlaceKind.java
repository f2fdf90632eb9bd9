package io.trasa.routing.geocoding;

/** How exactly a {@link Place} is known. */
public enum PlaceKind {
  /** A house number, or something with a name that stands at one spot. */
  ADDRESS,
  /** A street, without a number. */
  STREET,
  /** A city, village, suburb or hamlet. */
  SETTLEMENT,
  /** Only where it is: nothing with a name is near. */
  SPOT
}
