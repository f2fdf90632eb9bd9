package io.trasa.planning.search;

import org.jspecify.annotations.Nullable;

/**
 * Places what is tied to other routes: crews, which start together, and units that wait for others.
 * Ties are kept by bounds: a time is agreed on when the unit is placed, the one side starts no
 * sooner and the other ends no later, so that each route goes on being judged alone. The time is
 * agreed on anew whenever the unit is placed anew.
 */
final class Ties {

  private static final int FREE = Integer.MIN_VALUE;
  private static final int ROUND_SECONDS = 300;

  private final Model model;
  private final Routes routes;
  private final Dice dice;

  Ties(Routes routes, Dice dice) {
    this.model = routes.model;
    this.routes = routes;
    this.dice = dice;
  }

  /**
   * Places all of a unit or nothing; what it waits for is placed.
   *
   * @param blinking null for no blinks
   */
  boolean place(int unit, @Nullable Dice blinking, double blink) {
    int[] members = model.members[unit];
    int earliest = earliest(unit);
    routes.places.onlyPerson = person(unit);
    boolean placed =
        members.length == 1 && model.takenTechnicians[unit].length == 0
            ? placeFrom(members[0], earliest, blinking, blink, members)
            : meet(members, earliest, blinking, blink);
    routes.places.onlyPerson = -1;
    if (placed && !isInOrder(unit)) {
      takeAll(members, members.length);
      return false;
    }
    if (placed) {
      agree(unit);
    }
    return placed;
  }

  /** Takes out what stands before what it waits for. */
  void takeOutOfOrder() {
    boolean again = true;
    while (again) {
      again = false;
      for (int unit = 0; unit < model.members.length; unit++) {
        again |= takeIfOutOfOrder(unit);
      }
    }
  }

  /** Agrees on what is placed already, all in order. */
  void agreeAll() {
    for (int unit = 0; unit < model.members.length; unit++) {
      if (routes.day[model.members[unit][0]] >= 0) {
        agree(unit);
      }
    }
  }

  private boolean takeIfOutOfOrder(int unit) {
    int[] members = model.members[unit];
    if (model.waits[unit] == null || routes.day[members[0]] < 0 || isReady(unit)) {
      return false;
    }
    takeAll(members, members.length);
    return true;
  }

  private boolean isReady(int unit) {
    Model.Waits waits = model.waits[unit];
    for (int i = 0; waits != null && i < waits.before().length; i++) {
      int[] before = model.members[waits.before()[i]];
      for (int member : before) {
        boolean wrong =
            routes.day[member] < 0
                || (waits.samePerson()[i]
                    && model.technician[routes.day[member]]
                        != model.technician[routes.day[model.members[unit][0]]]);
        if (wrong) {
          return false;
        }
      }
    }
    return isInOrder(unit);
  }

  /**
   * True if the unit is on these routes with all that it is tied to: others of it may be on routes
   * that another thread has.
   */
  boolean isWhole(int unit) {
    return routes.isPlaced(unit)
        && (!model.isTied(unit) || (isAmongOthers(unit) && isBeforeOthers(unit)));
  }

  private boolean isAmongOthers(int unit) {
    Model.Waits waits = model.waits[unit];
    for (int i = 0; waits != null && i < waits.before().length; i++) {
      if (!routes.isPlaced(waits.before()[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean isBeforeOthers(int unit) {
    int[] waiting = model.waiting[unit];
    for (int i = 0; waiting != null && i < waiting.length; i++) {
      int then = waiting[i];
      if (!routes.isOut(then) && !isWhole(then)) {
        return false;
      }
    }
    return true;
  }

  /** The first moment at which a unit may start, by the ends of what it waits for. */
  private int earliest(int unit) {
    Model.Waits waits = model.waits[unit];
    int earliest = FREE;
    for (int i = 0; waits != null && i < waits.before().length; i++) {
      for (int member : model.members[waits.before()[i]]) {
        earliest = Math.max(earliest, routes.endOf(member) + waits.gap()[i]);
      }
    }
    return earliest;
  }

  private int person(int unit) {
    Model.Waits waits = model.waits[unit];
    for (int i = 0; waits != null && i < waits.before().length; i++) {
      if (waits.samePerson()[i]) {
        return model.technician[routes.day[model.members[waits.before()[i]][0]]];
      }
    }
    return -1;
  }

  private boolean placeFrom(
      int stop, int earliest, @Nullable Dice blinking, double blink, int[] members) {
    routes.bound(stop, earliest, Integer.MAX_VALUE);
    routes.places.find(stop, blinking, blink, members);
    if (routes.places.bestAfter < 0) {
      routes.unbound(stop);
      return false;
    }
    routes.places.insert(stop);
    return true;
  }

  /**
   * A crew meets when the lead can be there, when a window opens, or some time in between: the
   * first of these that all can keep, in an order that is drawn.
   */
  private boolean meet(int[] members, int earliest, @Nullable Dice blinking, double blink) {
    int[] spans = model.spans[members[0]];
    int first = blinking == null ? 0 : dice.below(3);
    for (int i = 0; i < 3; i++) {
      int time =
          switch ((first + i) % 3) {
            case 0 -> Model.start(spans, Math.max(spans[0], earliest));
            case 1 -> leadStart(members, earliest, blinking, blink);
            default -> someTime(spans, earliest);
          };
      if (time < Model.NEVER && meetAt(time, members, blinking, blink)) {
        return true;
      }
    }
    return false;
  }

  private int leadStart(int[] members, int earliest, @Nullable Dice blinking, double blink) {
    if (!placeFrom(members[0], earliest, blinking, blink, members)) {
      return Model.NEVER;
    }
    int time = routes.startOf(members[0]);
    takeAll(members, 1);
    return time;
  }

  private int someTime(int[] spans, int earliest) {
    int span = 2 * dice.below(spans.length / 2);
    int from = Math.max(spans[span], earliest);
    int length = spans[span + 1] - from;
    if (length < 0) {
      return Model.NEVER;
    }
    int time = from + dice.below(length + 1);
    return Math.max(from, time - time % ROUND_SECONDS);
  }

  private boolean meetAt(int time, int[] members, @Nullable Dice blinking, double blink) {
    for (int i = 0; i < members.length; i++) {
      routes.bound(members[i], time, time);
      routes.places.find(members[i], blinking, blink, members);
      if (routes.places.bestAfter < 0) {
        routes.unbound(members[i]);
        takeAll(members, i);
        return false;
      }
      routes.places.insert(members[i]);
    }
    return true;
  }

  private void takeAll(int[] members, int count) {
    for (int i = 0; i < count; i++) {
      int d = routes.day[members[i]];
      routes.take(members[i]);
      routes.unbound(members[i]);
      routes.refresh(d);
      routes.settle(d);
    }
  }

  /** False if placing the unit has put off what it waits for. */
  private boolean isInOrder(int unit) {
    int earliest = earliest(unit);
    for (int member : model.members[unit]) {
      if (routes.startOf(member) < earliest) {
        return false;
      }
    }
    return true;
  }

  /** The unit starts no sooner than it does now; what it waits for may end just in time for it. */
  private void agree(int unit) {
    Model.Waits waits = model.waits[unit];
    if (waits == null) {
      return;
    }
    for (int member : model.members[unit]) {
      int start = routes.startOf(member);
      routes.bound(member, start, routes.latestAgreedStart(member));
      for (int i = 0; i < waits.before().length; i++) {
        holdBefore(waits.before()[i], start - waits.gap()[i]);
      }
    }
  }

  private void holdBefore(int unit, int end) {
    for (int member : model.members[unit]) {
      int d = routes.day[member];
      int start = end - model.serviceOf(member, d);
      if (start < routes.latestAgreedStart(member)) {
        routes.bound(member, routes.agreedStart(member), start);
        routes.refresh(d);
      }
    }
  }

  /** Lets go of what a unit waited for, as the unit was taken out; its own bounds go too. */
  void release(int unit) {
    for (int member : model.members[unit]) {
      routes.unbound(member);
    }
    Model.Waits waits = model.waits[unit];
    for (int i = 0; waits != null && i < waits.before().length; i++) {
      int before = waits.before()[i];
      for (int member : model.members[before]) {
        if (routes.day[member] >= 0) {
          boolean crewed = model.isCrewed(member);
          int agreed = routes.agreedStart(member);
          routes.bound(member, agreed, crewed ? agreed : Integer.MAX_VALUE);
          routes.refresh(routes.day[member]);
        }
      }
      holdForOthers(before);
    }
  }

  private void holdForOthers(int unit) {
    int[] waiting = model.waiting[unit];
    for (int i = 0; waiting != null && i < waiting.length; i++) {
      Model.Waits waits = model.waits[waiting[i]];
      for (int member : model.members[waiting[i]]) {
        for (int j = 0; waits != null && j < waits.before().length; j++) {
          if (waits.before()[j] == unit && routes.day[member] >= 0) {
            holdBefore(unit, routes.startOf(member) - waits.gap()[j]);
          }
        }
      }
    }
  }
}
