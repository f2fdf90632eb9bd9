package io.trasa.bench;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;

/** Travel times from a table, which are also the costs. */
final class JspritWays extends AbstractForwardVehicleRoutingTransportCosts {

  private final int[] times;
  private final int places;

  /**
   * @param times {@code from · places + to}
   */
  JspritWays(int[] times, int places) {
    this.times = times;
    this.places = places;
  }

  private double time(Location from, Location to) {
    return times[from.getIndex() * places + to.getIndex()];
  }

  @Override
  public double getDistance(Location from, Location to, double departure, Vehicle vehicle) {
    return time(from, to);
  }

  @Override
  public double getTransportTime(
      Location from, Location to, double departure, Driver driver, Vehicle vehicle) {
    return time(from, to);
  }

  @Override
  public double getTransportCost(
      Location from, Location to, double departure, Driver driver, Vehicle vehicle) {
    return time(from, to);
  }
}
