package io.trasa.common;

/** What somebody travels with; decides which roads may be taken and how fast. */
public enum Vehicle {
  CAR,
  /** A delivery van of up to 3.5 t. */
  VAN,
  /** A lorry of up to 12 t. */
  TRUCK,
  BICYCLE,
  FOOT
}
