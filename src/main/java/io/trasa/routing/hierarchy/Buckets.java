package io.trasa.routing.hierarchy;

import java.util.Arrays;

/** At each junction, which targets can be reached from it: flat, sorted by junction by counting. */
final class Buckets {

  private final IntTable bucketAt = new IntTable();

  /** Of each bucket, where its notes begin; one more at the end. */
  final int[] begin;

  /** Index into the columns asked for. */
  final int[] target;

  final int[] label;
  final double[] weight;
  final int[] millis;
  final float[] metres;

  Buckets(Foothold[] targets) {
    int[] counts = count(targets);
    int notes = counts[counts.length - 1];
    begin = counts;
    target = new int[notes];
    label = new int[notes];
    weight = new double[notes];
    millis = new int[notes];
    metres = new float[notes];
    for (int i = targets.length - 1; i >= 0; i--) {
      fill(i, targets[i].arriving());
    }
  }

  int bucket(int node) {
    return bucketAt.get(node);
  }

  /** Of each bucket where its notes end, which filling moves down to where they begin. */
  private int[] count(Foothold[] targets) {
    int buckets = 0;
    int[] counts = new int[1024];
    for (Foothold place : targets) {
      for (int node : place.arriving().node) {
        int bucket = bucketAt.get(node);
        if (bucket == IntTable.ABSENT) {
          bucket = buckets++;
          bucketAt.put(node, bucket);
          counts = bucket < counts.length ? counts : Arrays.copyOf(counts, bucket * 2);
        }
        counts[bucket]++;
      }
    }
    int[] ends = new int[buckets + 1];
    int sum = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      sum += counts[bucket];
      ends[bucket] = sum;
    }
    ends[buckets] = sum;
    return ends;
  }

  private void fill(int index, Climb climb) {
    for (int i = climb.size() - 1; i >= 0; i--) {
      int note = --begin[bucketAt.get(climb.node[i])];
      target[note] = index;
      label[note] = climb.label[i];
      weight[note] = climb.weight[i];
      millis[note] = climb.millis[i];
      metres[note] = climb.metres[i];
    }
  }
}
