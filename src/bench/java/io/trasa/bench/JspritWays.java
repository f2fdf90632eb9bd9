package io.trasa.bench;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;

/** Travel times and costs from tables. */
final class JspritWays extends AbstractForwardVehicleRoutingTransportCosts {

  private final int[] times;
  private final int[] costs;
  private final int places;

  /**
   * @param times {@code from · places + to}
   * @param costs likewise
   */
  JspritWays(int[] times, int[] costs, int places) {
    this.times = times;
    this.costs = costs;
    this.places = places;
  }

  private int way(Location from, Location to) {
    return from.getIndex() * places + to.getIndex();
  }

  @Override
  public double getDistance(Location from, Location to, double departure, Vehicle vehicle) {
    return costs[way(from, to)];
  }

  @Override
  public double getTransportTime(
      Location from, Location to, double departure, Driver driver, Vehicle vehicle) {
    return times[way(from, to)];
  }

  @Override
  public double getTransportCost(
      Location from, Location to, double departure, Driver driver, Vehicle vehicle) {
    return costs[way(from, to)];
  }
}
