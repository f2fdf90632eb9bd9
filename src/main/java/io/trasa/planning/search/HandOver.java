package io.trasa.planning.search;

import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningListVariableMetaModel;
import ai.timefold.solver.core.preview.api.move.Move;
import ai.timefold.solver.core.preview.api.move.MutableSolutionView;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Gives the plan the routes of the array search; what a route begins with alike stays. */
final class HandOver implements Move<RoutePlan> {

  private final RoutePlan plan;
  private final ArraySearch search;

  HandOver(RoutePlan plan, ArraySearch search) {
    this.plan = plan;
    this.search = search;
  }

  @Override
  public void execute(MutableSolutionView<RoutePlan> view) {
    PlanningListVariableMetaModel<RoutePlan, TechnicianDay, Stop> route =
        view.getSolutionMetaModel()
            .genuineEntity(TechnicianDay.class)
            .listVariable("stops", Stop.class);
    List<List<Stop>> wanted = new ArrayList<>();
    for (int d = 0; d < plan.getDays().size(); d++) {
      wanted.add(stops(search.route(d)));
    }
    int[] alike = new int[wanted.size()];
    for (int d = 0; d < wanted.size(); d++) {
      TechnicianDay day = plan.getDays().get(d);
      alike[d] = alike(day.getStops(), search.route(d));
      for (int i = day.getStops().size() - 1; i >= alike[d]; i--) {
        view.unassignValue(route, day, i);
      }
    }
    for (int s = 0; s < plan.getStops().size(); s++) {
      // Only what is on no route may change its agreed start: its times follow when it is placed.
      if (plan.getStops().get(s).getDay() == null) {
        plan.getStops().get(s).setAgreedStart(search.agreedStart(s));
      }
    }
    for (int d = 0; d < wanted.size(); d++) {
      List<Stop> tail = wanted.get(d).subList(alike[d], wanted.get(d).size());
      if (!tail.isEmpty()) {
        view.assignValuesAndAdd(route, tail, plan.getDays().get(d), alike[d]);
      }
    }
  }

  private List<Stop> stops(int[] indexes) {
    var stops = new ArrayList<Stop>();
    for (int s : indexes) {
      stops.add(plan.getStops().get(s));
    }
    return stops;
  }

  private int alike(List<Stop> now, int[] wanted) {
    int count = 0;
    while (count < now.size() && count < wanted.length && isAlike(now.get(count), wanted[count])) {
      count++;
    }
    return count;
  }

  private boolean isAlike(Stop now, int wanted) {
    return now == plan.getStops().get(wanted)
        && Objects.equals(now.getAgreedStart(), search.agreedStart(wanted));
  }
}
