package io.trasa.routing.hierarchy;

import java.util.Arrays;

/**
 * What one place reaches (or, against the traffic, is reached from) on its way up the hierarchy: a
 * few hundred junctions even in a large country. The best way between two places is the best
 * meeting of their climbs. Does not depend on any other place. 24 bytes a junction.
 */
public final class Climb {

  final int[] node;
  final int[] label;
  final double[] weight;
  final int[] millis;
  final float[] metres;

  private Climb(int[] node, int[] label, double[] weight, int[] millis, float[] metres) {
    this.node = node;
    this.label = label;
    this.weight = weight;
    this.millis = millis;
    this.metres = metres;
  }

  public int size() {
    return node.length;
  }

  /** Collects what is reached, in the order of weight. */
  static final class Builder {
    private int size;
    private int[] node = new int[256];
    private int[] label = new int[256];
    private double[] weight = new double[256];
    private int[] millis = new int[256];
    private float[] metres = new float[256];

    void clear() {
      size = 0;
    }

    int add(int atNode, int atLabel, double atWeight, int atMillis, float atMetres) {
      if (size == node.length) {
        node = Arrays.copyOf(node, size * 2);
        label = Arrays.copyOf(label, size * 2);
        weight = Arrays.copyOf(weight, size * 2);
        millis = Arrays.copyOf(millis, size * 2);
        metres = Arrays.copyOf(metres, size * 2);
      }
      node[size] = atNode;
      label[size] = atLabel;
      weight[size] = atWeight;
      millis[size] = atMillis;
      metres[size] = atMetres;
      return size++;
    }

    int label(int i) {
      return label[i];
    }

    Climb build() {
      return new Climb(
          Arrays.copyOf(node, size),
          Arrays.copyOf(label, size),
          Arrays.copyOf(weight, size),
          Arrays.copyOf(millis, size),
          Arrays.copyOf(metres, size));
    }
  }
}
