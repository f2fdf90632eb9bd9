package io.trasa.planning.search;

import java.util.Arrays;

/** Which days have visits, and of those that have none which are worth looking at. */
final class OpenDays {

  private static final int EMPTY = -1;
  private static final int HIDDEN = -2;

  private final int[] kind;

  /** Days with visits, in no order, and where in it each day is. */
  private final int[] used;

  private final int[] usedAt;
  private int usedCount;

  /** Days by kind, the empty ones of each first, and where in it each day is. */
  private final int[] byKind;

  private final int[] byKindAt;
  private final int[] kindBegin;
  private final int[] kindEmpty;

  /** Kinds with an empty day, in no order, and where in it each kind is. */
  private final int[] openKinds;

  private final int[] openKindsAt;
  private int openKindCount;

  /** All are empty. */
  OpenDays(Model model) {
    kind = model.kind;
    used = new int[model.days];
    usedAt = new int[model.days];
    Arrays.fill(usedAt, EMPTY);
    byKind = new int[model.days];
    byKindAt = new int[model.days];
    kindBegin = new int[model.days];
    kindEmpty = new int[model.days];
    openKinds = new int[model.days];
    openKindsAt = new int[model.days];
    for (int k : kind) {
      kindEmpty[k]++;
    }
    int begin = 0;
    for (int k = 0; k < model.days; k++) {
      kindBegin[k] = begin;
      begin += kindEmpty[k];
      kindEmpty[k] = 0;
    }
    for (int d = 0; d < model.days; d++) {
      byKindAt[d] = kindBegin[kind[d]] + kindEmpty[kind[d]];
      byKind[byKindAt[d]] = d;
      offer(d);
    }
  }

  int usedCount() {
    return usedCount;
  }

  /** One of those that have visits. */
  int used(int i) {
    return used[i];
  }

  /** How many kinds of days have an empty one. */
  int kinds() {
    return openKindCount;
  }

  /** An empty day of such a kind. */
  int emptyOf(int i) {
    return byKind[kindBegin[openKinds[i]]];
  }

  /** A day has visits now. */
  void open(int d) {
    if (usedAt[d] >= 0) {
      return;
    }
    usedAt[d] = usedCount;
    used[usedCount++] = d;
    withdraw(d);
  }

  /** A day has none any more. */
  void close(int d) {
    int hole = usedAt[d];
    if (hole >= 0) {
      int last = used[--usedCount];
      used[hole] = last;
      usedAt[last] = hole;
      usedAt[d] = EMPTY;
      offer(d);
    }
  }

  /** An empty day is to be used or, being another's, not. */
  void show(int d, boolean mine) {
    if (mine && usedAt[d] == HIDDEN) {
      usedAt[d] = EMPTY;
      offer(d);
    } else if (!mine && usedAt[d] == EMPTY) {
      usedAt[d] = HIDDEN;
      withdraw(d);
    }
  }

  /** Takes an empty day from those of its kind that wait for a stop. */
  private void withdraw(int d) {
    int k = kind[d];
    swap(d, kindBegin[k] + --kindEmpty[k]);
    if (kindEmpty[k] == 0) {
      int last = openKinds[--openKindCount];
      openKinds[openKindsAt[k]] = last;
      openKindsAt[last] = openKindsAt[k];
    }
  }

  private void offer(int d) {
    int k = kind[d];
    swap(d, kindBegin[k] + kindEmpty[k]);
    if (kindEmpty[k]++ == 0) {
      openKindsAt[k] = openKindCount;
      openKinds[openKindCount++] = k;
    }
  }

  private void swap(int d, int at) {
    int other = byKind[at];
    byKind[byKindAt[d]] = other;
    byKindAt[other] = byKindAt[d];
    byKind[at] = d;
    byKindAt[d] = at;
  }
}
