package io.trasa.routing.hierarchy;

import java.util.Arrays;

/** A binary heap of ints by weight, lightest first. The same int may be in it several times. */
final class WeightQueue {

  private int size;
  private double[] weights = new double[1024];
  private int[] items = new int[1024];

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  double weight() {
    return weights[0];
  }

  void add(double weight, int item) {
    if (size == items.length) {
      weights = Arrays.copyOf(weights, size * 2);
      items = Arrays.copyOf(items, size * 2);
    }
    int at = size++;
    while (at > 0 && weights[(at - 1) / 2] > weight) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    weights[at] = weight;
    items[at] = item;
  }

  int poll() {
    int first = items[0];
    double weight = weights[--size];
    int item = items[size];
    int at = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && weights[child + 1] < weights[child]) {
        child++;
      }
      if (weights[child] >= weight) {
        break;
      }
      move(child, at);
      at = child;
      child = 2 * at + 1;
    }
    weights[at] = weight;
    items[at] = item;
    return first;
  }

  private void move(int from, int to) {
    weights[to] = weights[from];
    items[to] = items[from];
  }
}
