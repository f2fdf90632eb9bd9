package io.trasa.planning.search;

import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningListVariableMetaModel;
import ai.timefold.solver.core.preview.api.move.Move;
import ai.timefold.solver.core.preview.api.move.MutableSolutionView;
import io.trasa.planning.problem.RoutePlan;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import java.util.ArrayList;
import java.util.List;

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
      alike[d] = alike(day.getStops(), wanted.get(d));
      for (int i = day.getStops().size() - 1; i >= alike[d]; i--) {
        view.unassignValue(route, day, i);
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

  private static int alike(List<Stop> now, List<Stop> wanted) {
    int count = 0;
    while (count < now.size() && count < wanted.size() && now.get(count) == wanted.get(count)) {
      count++;
    }
    return count;
  }
}
