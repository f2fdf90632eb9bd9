package io.trasa.settlement;

import io.trasa.common.Money;
import io.trasa.fieldwork.WorkDone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who earns what of an order.
 *
 * <ul>
 *   <li>An operation with a piece rate on the day of its visit brings quantity times rate, shared
 *       by the visit's crew.
 *   <li>Work time is paid by the hour at visits where no operation has a piece rate.
 *   <li>Travel is always paid by the hour.
 * </ul>
 *
 * Shares are cut so that they add up to the whole to the cent.
 */
public final class EarningShares {

  /**
   * What somebody is to be credited with.
   *
   * @param quantity of the operation for the whole crew, or hours
   * @param share in percent of the whole
   */
  public record Draft(
      UUID visitId,
      UUID technicianId,
      LocalDate day,
      Earning.Kind kind,
      @Nullable UUID operationId,
      String text,
      BigDecimal quantity,
      BigDecimal rate,
      BigDecimal share,
      BigDecimal amount) {}

  /** A visit: when it was, and who was there. */
  record Crew(LocalDate day, List<UUID> technicianIds) {}

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private final String currency;
  private final Map<UUID, Crew> crews;
  private final Map<UUID, BigDecimal> weights;
  private final BiFunction<UUID, LocalDate, Optional<BigDecimal>> pieceRate;
  private final BiFunction<UUID, LocalDate, Optional<BigDecimal>> hourlyRate;

  EarningShares(
      String currency,
      Map<UUID, Crew> crews,
      Map<UUID, BigDecimal> weights,
      BiFunction<UUID, LocalDate, Optional<BigDecimal>> pieceRate,
      BiFunction<UUID, LocalDate, Optional<BigDecimal>> hourlyRate) {
    this.currency = currency;
    this.crews = crews;
    this.weights = weights;
    this.pieceRate = pieceRate;
    this.hourlyRate = hourlyRate;
  }

  List<Draft> of(List<WorkDone.Operation> operations, List<VisitTime> times) {
    var drafts = new ArrayList<Draft>();
    Set<UUID> byPiece = new HashSet<>();
    for (var operation : operations) {
      var crew = crews.get(operation.visitId());
      if (crew != null && operation.operationId() != null) {
        pieceRate
            .apply(operation.operationId(), crew.day())
            .ifPresent(
                rate -> {
                  byPiece.add(operation.visitId());
                  drafts.addAll(shared(operation, crew, rate));
                });
      }
    }
    times.stream()
        .filter(t -> t.kind() == WorkDone.TimeKind.TRAVEL || !byPiece.contains(t.visitId()))
        .forEach(
            t ->
                hourlyRate
                    .apply(t.technicianId(), t.day())
                    .ifPresent(rate -> drafts.add(byHour(t, rate))));
    return drafts;
  }

  /** A technician's time at a visit on one day. */
  record VisitTime(
      UUID visitId, UUID technicianId, WorkDone.TimeKind kind, LocalDate day, long seconds) {}

  private List<Draft> shared(WorkDone.Operation operation, Crew crew, BigDecimal rate) {
    var shares = shares(crew, operation.technicianId());
    var all = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var whole = Money.rounded(operation.quantity().multiply(rate), currency);
    var drafts = new ArrayList<Draft>();
    var given = BigDecimal.ZERO;
    var weighed = BigDecimal.ZERO;
    for (var share : shares.entrySet()) {
      weighed = weighed.add(share.getValue());
      // What all up to here get, less what those before got: no cent is lost or made.
      var upToHere =
          Money.rounded(whole.multiply(weighed).divide(all, 10, RoundingMode.HALF_UP), currency);
      drafts.add(
          new Draft(
              operation.visitId(),
              share.getKey(),
              crew.day(),
              Earning.Kind.PIECE,
              operation.operationId(),
              operation.text(),
              operation.quantity(),
              rate,
              share.getValue().multiply(HUNDRED).divide(all, 4, RoundingMode.HALF_UP),
              upToHere.subtract(given)));
      given = upToHere;
    }
    return drafts;
  }

  private Map<UUID, BigDecimal> shares(Crew crew, UUID reportedBy) {
    var technicians = crew.technicianIds().isEmpty() ? List.of(reportedBy) : crew.technicianIds();
    var shares = new LinkedHashMap<UUID, BigDecimal>();
    technicians.forEach(id -> shares.put(id, weights.getOrDefault(id, BigDecimal.ONE)));
    shares.values().removeIf(weight -> weight.signum() <= 0);
    if (shares.isEmpty()) {
      technicians.forEach(id -> shares.put(id, BigDecimal.ONE));
    }
    return shares;
  }

  private Draft byHour(VisitTime time, BigDecimal rate) {
    var seconds = BigDecimal.valueOf(time.seconds());
    boolean travel = time.kind() == WorkDone.TimeKind.TRAVEL;
    return new Draft(
        time.visitId(),
        time.technicianId(),
        time.day(),
        travel ? Earning.Kind.TRAVEL : Earning.Kind.WORK,
        null,
        "",
        hours(time.seconds()),
        rate,
        HUNDRED,
        Money.rounded(
            seconds.multiply(rate).divide(SECONDS_PER_HOUR, 10, RoundingMode.HALF_UP), currency));
  }

  static BigDecimal hours(long seconds) {
    return BigDecimal.valueOf(seconds).divide(SECONDS_PER_HOUR, 4, RoundingMode.HALF_UP);
  }
}
