package io.trasa.settlement;

import io.trasa.orders.OrderLine;
import io.trasa.orders.OrderType;
import io.trasa.orders.ServicedAsset;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a warranty takes over a line, and why.
 *
 * @param percent 0 or 100
 * @param number of the warranty document that decides; empty if there is none
 * @param until its last day
 */
public record Cover(int percent, Reason reason, String number, @Nullable LocalDate until) {

  /** Why a line is covered, or is not. */
  public enum Reason {
    /** The warranty covers this kind of line. */
    COVERED,
    /** The order names no device. */
    NO_DEVICE,
    /** Maintenance that was planned is not a fault; warranties do not pay it. */
    NOT_A_FAULT,
    NO_WARRANTY,
    NOT_YET,
    EXPIRED,
    /** There is a valid warranty, but not for this kind of line. */
    KIND_NOT_COVERED,
    /** Of several devices some are covered and some are not: a person must decide. */
    NOT_ALL_DEVICES,
    /** A person decided otherwise. */
    DECIDED
  }

  static Cover none(Reason reason) {
    return new Cover(0, reason, "", null);
  }

  /**
   * @param day on which the work began, in the company's zone
   */
  static Cover of(OrderType type, OrderLine.Kind kind, LocalDate day, List<ServicedAsset> devices) {
    if (devices.isEmpty()) {
      return none(Reason.NO_DEVICE);
    }
    if (type == OrderType.PLANNED_MAINTENANCE) {
      return none(Reason.NOT_A_FAULT);
    }
    var covering = devices.stream().filter(device -> device.covers(kind, day)).toList();
    if (covering.isEmpty()) {
      return refused(day, devices);
    }
    var device = soonestEnding(covering);
    boolean all = covering.size() == devices.size();
    return new Cover(
        all ? 100 : 0,
        all ? Reason.COVERED : Reason.NOT_ALL_DEVICES,
        device.warrantyNumber(),
        device.warrantyUntil());
  }

  private static ServicedAsset soonestEnding(List<ServicedAsset> devices) {
    return devices.stream()
        .min(Comparator.comparing(ServicedAsset::warrantyUntil, Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static Cover refused(LocalDate day, List<ServicedAsset> devices) {
    var with = devices.stream().filter(d -> d.warrantyUntil() != null).toList();
    if (with.isEmpty()) {
      return none(Reason.NO_WARRANTY);
    }
    var device = with.stream().filter(d -> isValid(d, day)).findFirst().orElse(with.getFirst());
    return new Cover(0, reason(device, day), device.warrantyNumber(), device.warrantyUntil());
  }

  private static boolean isValid(ServicedAsset device, LocalDate day) {
    return reason(device, day) == Reason.KIND_NOT_COVERED;
  }

  private static Reason reason(ServicedAsset device, LocalDate day) {
    var from = device.warrantyFrom();
    var until = device.warrantyUntil();
    if (from != null && day.isBefore(from)) {
      return Reason.NOT_YET;
    }
    return until != null && day.isAfter(until) ? Reason.EXPIRED : Reason.KIND_NOT_COVERED;
  }
}
