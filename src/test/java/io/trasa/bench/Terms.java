package io.trasa.bench;

/**
 * On what terms a solver searches, alike for all of them.
 *
 * @param seconds for everything from the problem in memory to the answer, building included
 * @param threads it may use; some use fewer
 * @param seed for its chances; where a solver takes none, the order of what it is given is shuffled
 */
record Terms(int seconds, int threads, long seed) {

  Terms {
    if (seconds < 1 || threads < 1) {
      throw new IllegalArgumentException("seconds and threads are at least 1.");
    }
  }
}
