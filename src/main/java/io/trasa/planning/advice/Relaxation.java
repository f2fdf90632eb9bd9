package io.trasa.planning.advice;

import io.trasa.planning.problem.Cargo;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What would have to be allowed so that a rule no longer stands against a change.
 *
 * @param rule that is relaxed
 * @param visit whose times or people are relaxed; null where it is the technician's day
 * @param amount by how much, in the rule's unit
 * @param skill index of the skill to learn; −1 but for {@link Rule#SKILL}
 * @param level the level to reach; 0 but for {@link Rule#SKILL}
 */
public record Relaxation(Rule rule, @Nullable UUID visit, long amount, int skill, int level) {

  /** More of them are no help to anybody. */
  private static final int MAX_ROUNDS = 3;

  /**
   * Allows on one day all that a change breaks there, and tells what. Nothing is told that would
   * not do: the change is measured again with all of it allowed.
   *
   * @param change with the stop put in; it is relaxed
   * @return empty if the day cannot be relaxed so far, or needs not be
   */
  public static List<Relaxation> of(Standing standing, Trial change, int day) {
    var told = new ArrayList<Relaxation>();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Outcome outcome = change.outcome();
      if (outcome.keepsHardRules()) {
        return told;
      }
      Route route = outcome.routes().get(day);
      if (route == null) {
        return List.of();
      }
      for (Finding broken : brokenAnew(standing.route(day), route)) {
        if (!relax(change, day, route, broken, told)) {
          return List.of();
        }
      }
    }
    return change.outcome().keepsHardRules() ? told : List.of();
  }

  private record What(Rule rule, @Nullable UUID visit) {}

  private static List<Finding> brokenAnew(Route before, Route after) {
    Map<What, Long> was =
        before.findings().stream()
            .collect(
                Collectors.toMap(f -> new What(f.rule(), f.visit()), Finding::amount, Long::sum));
    return after.findings().stream()
        .filter(f -> f.rule().level() == Rule.Level.HARD)
        .filter(f -> f.amount() > was.getOrDefault(new What(f.rule(), f.visit()), 0L))
        .toList();
  }

  private static boolean relax(
      Trial change, int day, Route route, Finding broken, List<Relaxation> told) {
    TechnicianDay.Facts facts = change.day(day).facts();
    Stop stop = find(route, broken.visit());
    switch (broken.rule()) {
      case SHIFT -> change.know(day, facts.overtime(facts.overtimeSeconds() + seconds(broken)));
      case MAX_DRIVING ->
          change.know(day, facts.drivingAtMost(facts.maxDriveSeconds() + seconds(broken)));
      case CAPACITY, PARTS ->
          change.know(day, facts.carrying(enough(facts.stock(), route, broken.rule())));
      case TERRITORY -> change.know(day, facts.serving(serving(facts, route, broken)));
      case ABSENCE -> change.know(day, facts.absent(without(facts.absences(), route, stop)));
      case SKILL -> {
        if (stop == null) {
          return false;
        }
        int[] levels = facts.skillLevels().clone();
        for (RequiredSkill required : stop.skills()) {
          int lacks = required.level() - levels[required.skill()];
          if (lacks > 0) {
            levels[required.skill()] = required.level();
            told.add(
                new Relaxation(
                    Rule.SKILL, stop.visit(), lacks, required.skill(), required.level()));
          }
        }
        change.know(day, facts.skilled(levels));
        return true;
      }
      case TIME_WINDOW, CONTRACT, TECHNICIAN, PINNED -> {
        if (stop == null || !stop.mayBeOn(route.day())) {
          return false;
        }
        int start = route.times().start(route.indexOf(stop));
        change.know(new Stop(allowed(stop, broken, start, route.day().technician())));
      }
      default -> {
        return false;
      }
    }
    UUID visit = broken.rule() == Rule.ABSENCE ? null : broken.visit();
    told.add(new Relaxation(broken.rule(), visit, broken.amount(), -1, 0));
    return true;
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
