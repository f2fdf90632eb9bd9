package io.trasa.routing.hierarchy;

/** A place on the roads with its two climbs: all that ways from and to it depend on. */
public record Foothold(Anchor anchor, Climb leaving, Climb arriving) {

  public static Foothold of(Anchor anchor, FlatHierarchy hierarchy) {
    return new Foothold(anchor, hierarchy.climb(anchor, false), hierarchy.climb(anchor, true));
  }

  /** About how many bytes it takes. */
  public int bytes() {
    return 400 + 24 * (leaving.size() + arriving.size());
  }
}
