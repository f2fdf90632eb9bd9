package io.trasa.planning;

import io.trasa.common.Coordinates;
import io.trasa.planning.problem.Cargo;
import io.trasa.planning.problem.Stop;
import io.trasa.planning.problem.TechnicianDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What visits need of parts and what vans carry, in the engine's kinds, with the way back to parts.
 *
 * @param kinds by the index that cargoes count pieces by
 * @param needs by visit; those that need nothing are missing
 * @param loads by technician; those who carry nothing of these kinds are missing
 * @param from where parts are fetched; null if nothing is needed
 */
record Supply(
    List<Kind> kinds, Map<UUID, Cargo> needs, Map<UUID, Cargo> loads, @Nullable Depot from) {

  /** Nobody is asked what he carries. */
  static final Supply NOT_ASKED = new Supply(List.of(), Map.of(), Map.of(), null);

  /**
   * A part of the catalogue.
   *
   * @param decimals of its quantities: one piece of the engine is so small
   */
  record Kind(UUID partId, String name, String unit, int decimals) {

    BigDecimal quantity(int pieces) {
      return BigDecimal.valueOf(pieces, decimals);
    }
  }

  /**
   * @param seconds that somebody stays there
   */
  record Depot(String address, Coordinates place, int seconds) {}

  Optional<Depot> depot() {
    return Optional.ofNullable(from);
  }

  /** What a member of a visit's crew has to bring: the lead brings all. */
  Cargo need(UUID visit, int member) {
    return member == 0 ? needs.getOrDefault(visit, Cargo.NOTHING) : Cargo.NOTHING;
  }

  Cargo onVan(UUID technician) {
    return loads.getOrDefault(technician, carrying(new int[kinds.size()]));
  }

  static Cargo needing(int[] pieces) {
    return new Cargo(0, new BitSet(), pieces);
  }

  /** With room for anything: nobody knows yet how large parts are. */
  static Cargo carrying(int[] pieces) {
    return new Cargo(TechnicianDay.UNLIMITED, new BitSet(), pieces);
  }

  /** What the van lacks for all that these stops need, in the order of the kinds. */
  List<FetchedPart> lacking(Cargo van, List<Stop> stops) {
    var lacking = new ArrayList<FetchedPart>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      int pieces = -van.pieces(kind);
      for (Stop stop : stops) {
        pieces += stop.cargo().pieces(kind);
      }
      if (pieces > 0) {
        Kind part = kinds.get(kind);
        lacking.add(
            new FetchedPart(part.partId(), part.name(), part.unit(), part.quantity(pieces)));
      }
    }
    return lacking;
  }
}
