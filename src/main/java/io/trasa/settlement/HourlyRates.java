package io.trasa.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface HourlyRates extends JpaRepository<HourlyRate, UUID> {

  @Query(
      "select r from HourlyRate r where r.validFrom = :day and (r.technicianId = :technicianId or"
          + " (:technicianId is null and r.technicianId is null))")
  Optional<HourlyRate> of(@Nullable UUID technicianId, LocalDate day);

  /** A technician's own rate counts before everybody's, however old it is. */
  @Query(
      value =
          "select * from settlement_hourly_rate r where r.valid_from <= :day"
              + " and (r.technician_id = :technicianId or r.technician_id is null)"
              + " order by r.technician_id nulls last, r.valid_from desc limit 1",
      nativeQuery = true)
  Optional<HourlyRate> validOn(UUID technicianId, LocalDate day);

  List<HourlyRate> findAllByOrderByTechnicianIdAscValidFromDesc();
}
