package io.trasa.settlement;

import io.trasa.common.ConflictException;
import io.trasa.common.NotFoundException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what technicians earn: piece rates of operations and hourly rates, each from a day
 * on. What is posted already keeps the rate it was posted with.
 */
@Service
@Transactional
public class RateService {

  static final int MAX_RATES = 5_000;

  private final PieceRates pieces;
  private final HourlyRates hours;
  private final Clock clock;
  private final ZoneId zone;

  RateService(PieceRates pieces, HourlyRates hours, Clock clock, ZoneId companyZone) {
    this.pieces = pieces;
    this.hours = hours;
    this.clock = clock;
    this.zone = companyZone;
  }

  /** Sets what an operation earns from a day on; said again for the same day, the last counts. */
  public PieceRate setPiece(UUID operationId, LocalDate validFrom, BigDecimal amount) {
    requireRoom(pieces.count());
    return pieces.saveAndFlush(
        pieces
            .findByOperationIdAndValidFrom(operationId, validFrom)
            .map(rate -> rate.set(amount))
            .orElseGet(() -> new PieceRate(operationId, validFrom, amount)));
  }

  /**
   * Sets what an hour earns and costs from a day on; said again for the same day, the last counts.
   *
   * @param technicianId null for everybody without a rate of their own
   */
  public HourlyRate setHourly(
      @Nullable UUID technicianId, LocalDate validFrom, BigDecimal amount, BigDecimal cost) {
    requireRoom(hours.count());
    return hours.saveAndFlush(
        hours
            .of(technicianId, validFrom)
            .map(rate -> rate.set(amount, cost))
            .orElseGet(() -> new HourlyRate(technicianId, validFrom, amount, cost)));
  }

  /**
   * Removes a rate that does not count yet.
   *
   * @throws ConflictException with code {@code rate-counts} if it began already
   */
  public void removePiece(UUID id) {
    var rate = pieces.findById(id).orElseThrow(() -> new NotFoundException("piece rate", id));
    requireFuture(rate.validFrom());
    pieces.delete(rate);
  }

  /** As {@link #removePiece}. */
  public void removeHourly(UUID id) {
    var rate = hours.findById(id).orElseThrow(() -> new NotFoundException("hourly rate", id));
    requireFuture(rate.validFrom());
    hours.delete(rate);
  }

  /** By operation, the newest first. */
  @Transactional(readOnly = true)
  public List<PieceRate> pieces() {
    return pieces.findAllByOrderByOperationIdAscValidFromDesc();
  }

  /** By technician, the newest first. */
  @Transactional(readOnly = true)
  public List<HourlyRate> hours() {
    return hours.findAllByOrderByTechnicianIdAscValidFromDesc();
  }

  Optional<PieceRate> pieceOn(UUID operationId, LocalDate day) {
    return pieces.findFirstByOperationIdAndValidFromLessThanEqualOrderByValidFromDesc(
        operationId, day);
  }

  Optional<HourlyRate> hourlyOn(UUID technicianId, LocalDate day) {
    return hours.validOn(technicianId, day);
  }

  private void requireFuture(LocalDate validFrom) {
    if (!validFrom.isAfter(LocalDate.now(clock.withZone(zone)))) {
      throw new ConflictException(
          "rate-counts",
          "The rate counts since %s.".formatted(validFrom),
          "Set another one from a later day on.");
    }
  }

  private static void requireRoom(long present) {
    if (present >= MAX_RATES) {
      throw new ConflictException(
          "too-many-rates",
          "There are %d rates already.".formatted(present),
          "Change those that are there.");
    }
  }
}
