package io.trasa.routing.hierarchy;

import java.util.Arrays;

/** A map from non-negative ints to ints, by open addressing; cheap to empty and to use again. */
final class IntTable {

  static final int ABSENT = -1;

  private int[] keys;
  private int[] values;
  private int size;

  IntTable() {
    keys = new int[1 << 10];
    values = new int[1 << 10];
    Arrays.fill(keys, ABSENT);
  }

  void clear() {
    Arrays.fill(keys, ABSENT);
    size = 0;
  }

  int get(int key) {
    int at = find(key);
    return keys[at] == key ? values[at] : ABSENT;
  }

  void put(int key, int value) {
    int at = find(key);
    if (keys[at] != key) {
      if (2 * ++size > keys.length) {
        grow();
        at = find(key);
      }
      keys[at] = key;
    }
    values[at] = value;
  }

  private int find(int key) {
    int mask = keys.length - 1;
    // Fibonacci hashing: neighbouring keys are spread.
    int at = (key * 0x9E3779B9) >>> (32 - Integer.numberOfTrailingZeros(keys.length));
    while (keys[at] != key && keys[at] != ABSENT) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    Arrays.fill(keys, ABSENT);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != ABSENT) {
        int at = find(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }
}
