package io.trasa.routing;

/** Whole seconds and metres, rounded in one way so that matrix and drawn route agree. */
final class Rounding {

  private Rounding() {}

  static int seconds(long millis) {
    return Math.toIntExact((millis + 500) / 1000);
  }

  static int metres(double metres) {
    return (int) Math.round(metres);
  }
}
