package io.trasa.demo;

import io.trasa.common.Priority;
import io.trasa.orders.OrderType;
import java.util.List;

/**
 * One kind of job that the demo company does.
 *
 * @param skill the skill it takes, at that level
 */
record DemoWork(
    String title, OrderType type, String skill, int level, int minutes, Priority priority) {

  /** Of the operation and, with the same number, its place in {@link #USUAL}. */
  String code() {
    return "OP-%03d".formatted(USUAL.indexOf(this) + 1);
  }

  /** The part that this work usually takes. */
  String partCode() {
    return switch (skill) {
      case GAS -> "P-130";
      case ELECTRICAL -> "P-160";
      case COOLING -> "P-120";
      case HEAT_PUMPS -> "P-140";
      case KITCHENS -> "P-110";
      default -> "P-100";
    };
  }

  static final String GAS = "Gas";
  static final String ELECTRICAL = "Electrical";
  static final String COOLING = "Refrigeration";
  static final String HEAT_PUMPS = "Heat pumps";
  static final String KITCHENS = "Commercial kitchens";
  static final String WATER = "Water treatment";

  /** The ordinary work, from which the days are filled. */
  static final List<DemoWork> USUAL =
      List.of(
          call("Cold room too warm", COOLING, 2, 150, Priority.URGENT),
          call("No heating, error F28", GAS, 2, 120, Priority.HIGH),
          call("Dishwasher leaks, error E15", KITCHENS, 1, 90, Priority.NORMAL),
          care("Boiler service", GAS, 1, 105, Priority.NORMAL),
          care("Yearly check of heat pump", HEAT_PUMPS, 1, 120, Priority.NORMAL),
          call("Fuse trips in the kitchen", ELECTRICAL, 1, 75, Priority.HIGH),
          care("Filter exchange, water softener", WATER, 1, 90, Priority.LOW),
          call("Combi steamer does not heat", KITCHENS, 2, 135, Priority.NORMAL),
          care("Refrigerant leak test", COOLING, 1, 120, Priority.NORMAL),
          call("Heat pump noisy at night", HEAT_PUMPS, 2, 135, Priority.NORMAL),
          care("Gas pressure test", GAS, 2, 105, Priority.NORMAL),
          care("Safety check, portable devices", ELECTRICAL, 1, 165, Priority.NORMAL),
          call("Ice machine stopped", COOLING, 1, 105, Priority.NORMAL),
          care("Fryer calibration", KITCHENS, 1, 90, Priority.LOW),
          call("Emergency lighting failed", ELECTRICAL, 2, 120, Priority.HIGH),
          care("Legionella sampling", WATER, 2, 90, Priority.NORMAL),
          call("Radiators stay cold", GAS, 1, 120, Priority.NORMAL),
          care("Start-up of heat pump", HEAT_PUMPS, 2, 180, Priority.NORMAL),
          call("Oven door broken", KITCHENS, 1, 105, Priority.NORMAL),
          care("Control cabinet inspection", ELECTRICAL, 2, 150, Priority.NORMAL));

  private static DemoWork call(
      String title, String skill, int level, int minutes, Priority priority) {
    return new DemoWork(title, OrderType.CALL_OUT, skill, level, minutes, priority);
  }

  private static DemoWork care(
      String title, String skill, int level, int minutes, Priority priority) {
    return new DemoWork(title, OrderType.PLANNED_MAINTENANCE, skill, level, minutes, priority);
  }
}
