package io.trasa.orders;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Recurrences
    extends JpaRepository<Recurrence, UUID>, JpaSpecificationExecutor<Recurrence> {

  /** The rule for a change or a run, alone until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from Recurrence r where r.id = :id")
  Optional<Recurrence> lock(UUID id);

  /** Those whose next order is to be made today, or should have been. */
  @Query(
      value =
          "select id from orders_recurrence"
              + " where state = 'ACTIVE' and next_due <= cast(:today as date) + lead_days"
              + " order by next_due, id",
      nativeQuery = true)
  List<UUID> dueOn(LocalDate today);

  /** Writes how far it got, without touching version and stamps. */
  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query(
      value =
          "update orders_recurrence set next_due = cast(:nextDue as date), problem = ''"
              + " where id = :id",
      nativeQuery = true)
  void keepNextDue(UUID id, @Nullable LocalDate nextDue);

  /** Writes why it made no orders, without touching version and stamps. */
  @Modifying
  @Query(
      value = "update orders_recurrence set problem = left(:problem, 1000) where id = :id",
      nativeQuery = true)
  void keepProblem(UUID id, String problem);

  @Query(
      value =
          "select name from orders_recurrence r where state <> 'ENDED' and exists (select 1 from"
              + " orders_recurrence_skill s where s.recurrence_id = r.id and s.skill_id = :skillId)"
              + " order by name limit 5",
      nativeQuery = true)
  List<String> needingSkill(UUID skillId);

  @Query(
      value =
          "select name from orders_recurrence where state <> 'ENDED' and contact_id = :contactId"
              + " order by name limit 5",
      nativeQuery = true)
  List<String> withContact(UUID contactId);
}
