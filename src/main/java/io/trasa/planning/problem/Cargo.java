package io.trasa.planning.problem;

import java.util.BitSet;

/**
 * What a visit takes along, or what a van carries.
 *
 * @param load in the units of the vehicles' capacity
 * @param tools by index; a tool is kept
 * @param parts pieces by kind; a part is used up. Kinds beyond the end are zero.
 */
public record Cargo(int load, BitSet tools, int[] parts) {

  public static final Cargo NOTHING = new Cargo(0, new BitSet(), new int[0]);

  public static Cargo ofLoad(int load) {
    return new Cargo(load, new BitSet(), new int[0]);
  }

  public int pieces(int kind) {
    return kind < parts.length ? parts[kind] : 0;
  }

  /** True if it asks for no tool and no part. */
  public boolean isBare() {
    for (int pieces : parts) {
      if (pieces > 0) {
        return false;
      }
    }
    return tools.isEmpty();
  }
}
