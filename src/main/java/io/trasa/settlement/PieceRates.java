package io.trasa.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PieceRates extends JpaRepository<PieceRate, UUID> {

  Optional<PieceRate> findByOperationIdAndValidFrom(UUID operationId, LocalDate validFrom);

  Optional<PieceRate> findFirstByOperationIdAndValidFromLessThanEqualOrderByValidFromDesc(
      UUID operationId, LocalDate day);

  List<PieceRate> findAllByOrderByOperationIdAscValidFromDesc();
}
