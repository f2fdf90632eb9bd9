package io.trasa.planning.advice;

import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.Dependency;
import io.trasa.planning.problem.Kind;
import io.trasa.planning.problem.Pin;
import io.trasa.planning.problem.RequiredSkill;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.WhoMay;
import io.trasa.planning.rules.Finding;
import io.trasa.planning.rules.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Allows, one after another, what the rules refuse of a change, and keeps account of it. Of one
 * change.
 */
final class Relaxer {

  /** More of them are no help to anybody. */
  private static final int MAX_ROUNDS = 3;

  private static final int MAX_TOLD = 6;

  /** Whoever is asked for more than a day says no. */
  private static final int MAX_SECONDS = 86_400;

  private final Standing standing;
  private final Trial change;
  private final Stop stop;
  private final int day;
  private final List<Relaxation> told = new ArrayList<>();

  /**
   * @param change with the stop put in; it is relaxed
   * @param day on which it was put in
   */
  Relaxer(Standing standing, Trial change, Stop stop, int day) {
    this.standing = standing;
    this.change = change;
    this.stop = stop;
    this.day = day;
  }

  /**
   * What has to be allowed; empty if the day cannot be relaxed so far, or needs not be. Nothing is
   * told that would not do: the change is measured again with all of it allowed.
   */
  List<Relaxation> told() {
    Relaxation sooner = unfrozen();
    if (sooner != null) {
      return List.of(sooner);
    }
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Outcome outcome = change.outcome();
      if (outcome.keepsHardRules()) {
        return told;
      }
      Route route = outcome.routes().get(day);
      if (route == null || told.size() > MAX_TOLD) {
        return List.of();
      }
      for (Finding broken : brokenAnew(route, outcome.ties())) {
        if (!relax(outcome, route, broken)) {
          return List.of();
        }
      }
    }
    return told.size() <= MAX_TOLD && change.outcome().keepsHardRules() ? told : List.of();
  }

  private record What(Rule rule, @Nullable UUID visit) {}

  private List<Finding> brokenAnew(Route route, List<Finding> ties) {
    Map<What, Long> was =
        Stream.concat(standing.route(day).findings().stream(), standing.ties().stream())
            .collect(
                Collectors.toMap(f -> new What(f.rule(), f.visit()), Finding::amount, Long::sum));
    return Stream.concat(route.findings().stream(), ties.stream())
        .filter(f -> f.rule().level() == Rule.Level.HARD)
        .filter(f -> f.amount() > was.getOrDefault(new What(f.rule(), f.visit()), 0L))
        .toList();
  }

  /** All would do that begins before the moment until which the day is frozen: null if not. */
  private @Nullable Relaxation unfrozen() {
    TechnicianDay.Facts facts = change.day(day).facts();
    if (facts.frozenUntil() <= facts.shift().from()) {
      return null;
    }
    Trial free = change.copy().know(day, facts.frozen(Integer.MIN_VALUE));
    Outcome outcome = free.outcome();
    Route route = outcome.routes().get(day);
    if (!outcome.keepsHardRules() || route == null) {
      return null;
    }
    int first = facts.frozenUntil();
    for (int i = 0; i < route.stops().size(); i++) {
      if (!route.stops().get(i).isPinned()) {
        first = Math.min(first, route.times().start(i));
      }
    }
    return first == facts.frozenUntil() ? null : ofDay(Rule.FROZEN, facts.frozenUntil() - first);
  }

  private static Relaxation ofDay(Rule rule, long amount) {
    return new Relaxation(rule, null, amount, -1, 0, null);
  }

  private boolean relax(Outcome outcome, Route route, Finding broken) {
    if (broken.rule().unit() == Rule.Unit.SECONDS && broken.amount() > MAX_SECONDS) {
      return false;
    }
    UUID visit = broken.visit();
    // What was allowed and is refused again cannot be told as one amount.
    if (visit != null
        && told.stream().anyMatch(r -> r.rule() == broken.rule() && visit.equals(r.visit()))) {
      return false;
    }
    TechnicianDay.Facts facts = change.day(day).facts();
    Stop about = find(route, broken.visit());
    switch (broken.rule()) {
      case SHIFT -> change.know(day, facts.overtime(facts.overtimeSeconds() + seconds(broken)));
      case MAX_DRIVING ->
          change.know(day, facts.drivingAtMost(facts.maxDriveSeconds() + seconds(broken)));
      case CAPACITY, PARTS ->
          change.know(day, facts.carrying(enough(facts.stock(), route, broken.rule())));
      case TERRITORY -> change.know(day, facts.serving(serving(facts, route, broken)));
      case ABSENCE -> change.know(day, facts.absent(without(facts.absences(), route, about)));
      case SKILL -> {
        if (about == null) {
          return false;
        }
        int[] levels = facts.skillLevels().clone();
        for (RequiredSkill required : about.skills()) {
          int lacks = required.level() - levels[required.skill()];
          if (lacks > 0) {
            levels[required.skill()] = required.level();
            told.add(
                new Relaxation(
                    Rule.SKILL, about.visit(), lacks, required.skill(), required.level(), null));
          }
        }
        change.know(day, facts.skilled(levels));
        return true;
      }
      case TIME_WINDOW, CONTRACT, TECHNICIAN, PINNED -> {
        if (about == null || !about.mayBeOn(route.day())) {
          return false;
        }
        int start = route.times().start(route.indexOf(about));
        change.know(new Stop(allowed(about, broken, start, route.day().technician())));
      }
      case FROZEN -> change.know(day, facts.open());
      case BREAK -> {
        return moveBreaks(route);
      }
      case ROAD -> {
        return bringToTheRoad(route, broken);
      }
      case CREW -> {
        return stop.visit().equals(broken.visit()) && putOffTheCrew(outcome);
      }
      case DEPENDENCY -> {
        return waitLess(outcome, Objects.requireNonNull(broken.visit()));
      }
      default -> {
        return false;
      }
    }
    boolean isDays = broken.rule() == Rule.ABSENCE || broken.rule() == Rule.FROZEN;
    told.add(
        new Relaxation(
            broken.rule(), isDays ? null : broken.visit(), broken.amount(), -1, 0, null));
    return true;
  }

  /** Each break may begin when it does; one that comes after the last visit, not at all. */
  private boolean moveBreaks(Route route) {
    var breaks = new ArrayList<>(route.day().breaks());
    int lastVisit = route.stops().size() - 1;
    while (lastVisit >= 0 && !route.stops().get(lastVisit).isVisit()) {
      lastVisit--;
    }
    boolean moved = false;
    for (int i = 0; i < route.stops().size() && lastVisit >= 0; i++) {
      Stop stop = route.stops().get(i);
      if (stop.isBreak() && stop.mayBeOn(route.day())) {
        Break pause = breaks.get(stop.member());
        boolean isTaken = i < lastVisit;
        int begin = isTaken ? route.times().start(i) : route.times().end(lastVisit);
        int early = isTaken ? pause.start().from() - begin : 0;
        int off = Math.max(early, begin - pause.start().to());
        if (off > 0) {
          var span =
              new Span(Math.min(pause.start().from(), begin), Math.max(pause.start().to(), begin));
          breaks.set(stop.member(), new Break(pause.place(), span, pause.seconds()));
          change.know(new Stop(stop.facts().when(stop.when().within(Spans.of(List.of(span))))));
          told.add(new Relaxation(Rule.BREAK, null, off, stop.member(), 0, null));
          moved = true;
        }
      }
    }
    change.know(day, change.day(day).facts().pausing(breaks));
    return moved;
  }

  /** A visit that no road leads to is tried as if it were where the technician comes from. */
  private boolean bringToTheRoad(Route route, Finding broken) {
    for (int i = 0; i < route.stops().size(); i++) {
      Stop stop = route.stops().get(i);
      if (stop.visit().equals(broken.visit())) {
        int lost = stop.missingWays(route.day(), route.day().home()) > 0 ? i : i - 1;
        if (lost < 0 || !route.stops().get(lost).isVisit()) {
          return false;
        }
        Stop off = change.known(route.stops().get(lost));
        int before = route.times().placeBefore(lost);
        int home = route.day().home();
        int near = route.day().travel().isReachable(home, before) ? before : home;
        change.know(new Stop(off.facts().at(near)));
        var word = new Relaxation(Rule.ROAD, off.visit(), 1, -1, 0, null);
        if (!told.contains(word)) {
          told.add(word);
        }
        return true;
      }
    }
    return false;
  }

  /** The pinned members of a crew start when the last of them can. */
  private boolean putOffTheCrew(Outcome outcome) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    var technicians = new BitSet();
    List<Stop> crew =
        change.known(stop.visit()).stream().filter(s -> change.place(s) != null).toList();
    for (Stop member : crew) {
      Timed timed = timed(outcome, member);
      if (technicians.get(timed.technician())) {
        return false;
      }
      technicians.set(timed.technician());
      first = Math.min(first, timed.start());
      last = Math.max(last, timed.start());
    }
    for (Stop member : crew) {
      Pin pin = member.pin();
      if (pin != null && pin.start() < last) {
        change.know(new Stop(member.facts().pinned(new Pin(pin.technician(), last))));
      }
    }
    if (first < last) {
      told.add(new Relaxation(Rule.CREW, stop.visit(), last - first, -1, 0, null));
    }
    return true;
  }

  /** A visit starts so much sooner than those that it waits for allow, or does not wait at all. */
  private boolean waitLess(Outcome outcome, UUID visit) {
    boolean relaxed = false;
    for (Dependency wait : change.dependencies(Set.of(visit))) {
      if (!wait.after().equals(visit)) {
        continue;
      }
      int early = 0;
      boolean inVain = false;
      for (Stop before : change.known(wait.before())) {
        for (Stop after : change.known(visit)) {
          if (change.place(after) == null) {
            continue;
          }
          Timed then = timed(outcome, after);
          if (change.place(before) == null) {
            inVain = true;
          } else {
            Timed first = timed(outcome, before);
            inVain |= wait.sameTechnician() && first.technician() != then.technician();
            early = Math.max(early, first.end() + wait.gapSeconds() - then.start());
          }
        }
      }
      if (inVain || early > 0) {
        change.know(
            wait,
            inVain
                ? null
                : new Dependency(
                    wait.before(), visit, wait.gapSeconds() - early, wait.sameTechnician()));
        told.add(new Relaxation(Rule.DEPENDENCY, visit, inVain ? 0 : early, -1, 0, wait.before()));
        relaxed = true;
      }
    }
    return relaxed;
  }

  private record Timed(int technician, int start, int end) {}

  private Timed timed(Outcome outcome, Stop stop) {
    Standing.Place place = Objects.requireNonNull(change.place(stop));
    Route route = outcome.routes().get(place.day());
    Route on = route == null ? standing.route(place.day()) : route;
    return new Timed(
        on.day().technician(),
        on.times().start(place.position()),
        on.times().end(place.position()));
  }

  private static int seconds(Finding broken) {
    return Math.toIntExact(broken.amount());
  }

  private static @Nullable Stop find(Route route, @Nullable UUID visit) {
    return route.stops().stream()
        .filter(stop -> stop.visit().equals(visit))
        .findFirst()
        .orElse(null);
  }

  private static Stop.Facts allowed(Stop stop, Finding broken, int start, int technician) {
    Stop.Facts facts = stop.facts();
    return switch (broken.rule()) {
      case TIME_WINDOW -> facts.when(stop.when().within(reaching(stop.windows(), start)));
      case CONTRACT -> facts.when(stop.when().doneBy(stop.when().latestEnd() + seconds(broken)));
      case PINNED -> facts.pinned(new Pin(technician, start));
      default -> {
        WhoMay who = stop.who();
        BitSet prohibited = (BitSet) who.prohibited().clone();
        prohibited.clear(technician);
        BitSet required = (BitSet) who.required().clone();
        if (!required.isEmpty()) {
          required.set(technician);
        }
        yield facts.by(who.without(prohibited).only(required));
      }
    };
  }

  /** The windows, of which the nearest is stretched to hold that start. */
  private static Spans reaching(Spans windows, int start) {
    int nearest = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < windows.count(); i++) {
      int off = Math.max(windows.from(i) - start, start - windows.to(i));
      if (off < least) {
        least = off;
        nearest = i;
      }
    }
    var spans = new ArrayList<Span>();
    for (int i = 0; i < windows.count(); i++) {
      spans.add(
          i == nearest
              ? new Span(Math.min(windows.from(i), start), Math.max(windows.to(i), start))
              : new Span(windows.from(i), windows.to(i)));
    }
    return Spans.of(spans);
  }

  private static BitSet serving(TechnicianDay.Facts facts, Route route, Finding broken) {
    BitSet served = (BitSet) facts.territories().clone();
    Stop stop = find(route, broken.visit());
    if (stop != null && stop.territory() >= 0) {
      served.set(stop.territory());
    }
    return served;
  }

  /** The absences without those that the stop's work falls into. */
  private static Spans without(Spans absences, Route route, @Nullable Stop stop) {
    if (stop == null) {
      return absences;
    }
    int at = route.indexOf(stop);
    var left = new ArrayList<Span>();
    for (int i = 0; i < absences.count(); i++) {
      boolean meets =
          absences.from(i) < route.times().end(at) && route.times().start(at) < absences.to(i);
      if (!meets) {
        left.add(new Span(absences.from(i), absences.to(i)));
      }
    }
    return Spans.of(left);
  }

  /** A van that carries all that its route needs until a call at the depot. */
  private static Cargo enough(Cargo stock, Route route, Rule rule) {
    if (rule == Rule.CAPACITY) {
      int load = route.stops().stream().mapToInt(stop -> stop.cargo().load()).sum();
      return new Cargo(Math.max(stock.load(), load), stock.tools(), stock.parts());
    }
    BitSet tools = (BitSet) stock.tools().clone();
    var needs = new ArrayList<int[]>();
    for (Stop stop : route.stops()) {
      if (stop.kind() == Kind.DEPOT) {
        break;
      }
      tools.or(stop.cargo().tools());
      needs.add(stop.cargo().parts());
    }
    int kinds = needs.stream().mapToInt(parts -> parts.length).max().orElse(0);
    int[] pieces = new int[Math.max(kinds, stock.parts().length)];
    for (int[] parts : needs) {
      for (int kind = 0; kind < parts.length; kind++) {
        pieces[kind] += parts[kind];
      }
    }
    for (int kind = 0; kind < stock.parts().length; kind++) {
      pieces[kind] = Math.max(pieces[kind], stock.pieces(kind));
    }
    return new Cargo(stock.load(), tools, pieces);
  }
}
