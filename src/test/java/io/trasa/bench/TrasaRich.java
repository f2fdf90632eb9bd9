package io.trasa.bench;

import io.trasa.bench.RichDay.Doing;
import io.trasa.bench.RichDay.Step;
import io.trasa.bench.RichDay.Technician;
import io.trasa.bench.RichDay.Visit;
import io.trasa.bench.RichDay.Window;
import io.trasa.planning.problem.Break;
import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.RequiredSkill;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Spans;
import io.trasa.planning.problem.Spans.Span;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import io.trasa.planning.problem.WhenMay;
import io.trasa.planning.rules.Rule;
import io.trasa.routing.TravelMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A rich day as Trasa takes it: all of it. */
final class TrasaRich {

  private TrasaRich() {}

  static List<List<Step>> solve(RichDay rich, Terms terms, Trail trail) {
    var plan = TrasaSearch.solve(problem(rich, terms.seed()), terms, trail);
    return plan.getDays().stream().map(TrasaRich::steps).toList();
  }

  static RoutePlan problem(RichDay rich, long seed) {
    var matrix = TravelMatrix.of(rich.places(), rich.seconds(), rich.metres());
    var days = new ArrayList<TechnicianDay>();
    var stops = new ArrayList<Stop>();
    for (int v : Order.shuffled(rich.visits().size(), seed)) {
      stops.addAll(visit(rich.visits().get(v), v));
    }
    for (int t = 0; t < rich.technicians().size(); t++) {
      var day = day(rich.technicians().get(t), t, matrix);
      days.add(day);
      for (int b = 0; b < day.breaks().size(); b++) {
        stops.add(Stop.breakOf(day, b));
      }
      var hours = Spans.of(List.of(new Span(day.shiftStart(), day.shiftEnd())));
      stops.add(Stop.callOf(day, rich.depot(), rich.callSeconds(), hours));
    }
    var policy =
        TrasaSearch.policy(
            Map.of(
                Rule.TRAVEL, 1L, Rule.DISTANCE, (long) RichDay.PER_HECTOMETRE, Rule.PRIORITY, 1L));
    return new RoutePlan(days, stops, policy.overrides());
  }

  private static TechnicianDay day(Technician technician, int t, TravelMatrix matrix) {
    Window pause = technician.pause();
    List<Break> pauses =
        pause == null
            ? List.of()
            : List.of(new Break(Stop.ANYWHERE, span(pause), technician.pauseSeconds()));
    return new TechnicianDay(
        TechnicianDay.Facts.of("t" + t, t, technician.home(), span(technician.shift()), matrix)
            .skilled(technician.levels())
            .carrying(new Cargo(TechnicianDay.UNLIMITED, new BitSet(), technician.parts()))
            .pausing(pauses));
  }

  private static List<Stop> visit(Visit visit, int v) {
    var windows = Spans.of(visit.windows().stream().map(TrasaRich::span).toList());
    var when = WhenMay.in(windows).urgent(visit.urgentPercent());
    var facts =
        Stop.Facts.visit(new UUID(0, v), visit.place(), visit.seconds(), when, visit.points());
    if (visit.skill() >= 0) {
      var skills = List.of(new RequiredSkill(visit.skill(), visit.level()));
      facts = facts.by(facts.who().withSkills(skills));
    }
    facts = facts.with(new Cargo(0, new BitSet(), visit.parts()));
    var members = new ArrayList<Stop>();
    for (int member = 0; member < visit.crew(); member++) {
      members.add(new Stop(facts.member(member, visit.crew())));
    }
    return members;
  }

  private static Span span(Window window) {
    return new Span(window.from(), window.to());
  }

  /** What is done after the last visit is not done. */
  private static List<Step> steps(TechnicianDay day) {
    List<Stop> stops = day.getStops();
    int count = stops.size();
    while (count > 0 && !stops.get(count - 1).isVisit()) {
      count--;
    }
    var steps = new ArrayList<Step>();
    for (Stop stop : stops.subList(0, count)) {
      steps.add(
          switch (stop.kind()) {
            case VISIT ->
                new Step(Doing.VISIT, (int) stop.visit().getLeastSignificantBits(), stop.start());
            case BREAK -> new Step(Doing.BREAK, -1, stop.start());
            case DEPOT -> new Step(Doing.CALL, -1, stop.start());
          });
    }
    return steps;
  }
}
