package io.trasa.bench;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of field service, in terms of no solver. Times are seconds of the day.
 *
 * <p>A visit starts in one of its windows, by technicians who have its skill at least at its level;
 * one for several technicians is done by as many, together, or not at all. A technician leaves home
 * no earlier than the shift begins and is home again when it ends. A van holds parts of several
 * kinds that visits use up; one call at the depot a day makes them unlimited from there on. A break
 * begins in its window and is taken before leaving a place, on the way or on arrival; whose last
 * visit is done by the window's end needs none.
 *
 * <p>The cost: driving seconds, and {@link #PER_HECTOMETRE} for each hectometre of each way,
 * rounded; of an urgent visit, the delay against the first window's opening, in its percentage;
 * {@link #PER_POINT} for each point of a visit left out, for each technician that it takes.
 *
 * @param places how many there are
 * @param seconds driving times, {@code from · places + to}
 * @param metres of the same ways
 * @param depot its place
 * @param callSeconds how long a call at the depot lasts
 */
record RichDay(
    String name,
    int places,
    int[] seconds,
    int[] metres,
    int depot,
    int callSeconds,
    List<Technician> technicians,
    List<Visit> visits) {

  static final int PER_HECTOMETRE = 2;
  static final long PER_POINT = 10_000;

  /** From and to, both included. */
  record Window(int from, int to) {}

  /**
   * @param levels by skill; 0 is "has it not"
   * @param parts pieces on the van, by kind
   * @param pause when the break may begin, or null for a day without one
   */
  record Technician(
      int home,
      Window shift,
      int[] levels,
      int[] parts,
      @Nullable Window pause,
      int pauseSeconds) {}

  /**
   * @param windows ascending
   * @param skill index, or −1 for none
   * @param level the least, from 1
   * @param crew how many technicians it takes
   * @param parts pieces used up, by kind
   * @param points what it matters
   * @param urgentPercent what a second of delay costs, in hundredths
   */
  record Visit(
      int place,
      int seconds,
      List<Window> windows,
      int skill,
      int level,
      int crew,
      int[] parts,
      int points,
      int urgentPercent) {

    boolean usesParts() {
      return Arrays.stream(parts).anyMatch(pieces -> pieces > 0);
    }
  }

  /** What a technician does. */
  enum Doing {
    VISIT,
    BREAK,
    CALL
  }

  /**
   * One stop of a route.
   *
   * @param visit index of the visit; −1 for a break or a call
   */
  record Step(Doing doing, int visit, int start) {}

  int kinds() {
    return technicians.getFirst().parts().length;
  }

  int travel(int from, int to) {
    return seconds[from * places + to];
  }

  boolean may(Technician technician, Visit visit) {
    return visit.skill() < 0 || technician.levels()[visit.skill()] >= visit.level();
  }
}
