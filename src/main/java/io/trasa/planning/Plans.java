package io.trasa.planning;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Plans; those of scenarios, which are apart, hold for no day. */
interface Plans extends JpaRepository<Plan, UUID> {

  /** The newest plan that covers the day: the one that holds for it. */
  @Query(
      """
      select p from Plan p
      where not p.apart and p.firstDay <= :day and :day < p.firstDay + p.days day
      order by p.createdAt desc, p.id desc limit 1
      """)
  Optional<Plan> current(LocalDate day);

  /** The id of {@link #current}. */
  @Query(
      """
      select p.id from Plan p
      where not p.apart and p.firstDay <= :day and :day < p.firstDay + p.days day
      order by p.createdAt desc, p.id desc limit 1
      """)
  Optional<UUID> currentId(LocalDate day);

  /** The plan, which nobody else changes until this transaction ends; not to be loaded before. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from Plan p where p.id = :id")
  Plan locked(UUID id);

  /** The plans that cover the day, the newest first. */
  @Query(
      """
      select p from Plan p
      where not p.apart and p.firstDay <= :day and :day < p.firstDay + p.days day
      order by p.createdAt desc, p.id desc
      """)
  List<Plan> covering(LocalDate day, Limit limit);

  /** Deletes it with its routes. */
  @Modifying
  @Query("delete from Plan p where p.id = :id")
  void forget(UUID id);

  /** Other plans of which a day in this time was sent, the latest sent first. */
  @Query(
      """
      select p from Plan p join p.publications s
      where p.id <> :self and s.day >= :from and s.day < :to
      order by s.at desc, p.id desc
      """)
  List<Plan> published(UUID self, LocalDate from, LocalDate to, Limit limit);

  @Query(
      """
      select distinct r from PlannedRoute r left join fetch r.visits
      where r.plan = :plan and r.day = :day
      """)
  List<PlannedRoute> routes(Plan plan, LocalDate day);

  /** What a dispatcher forced in the plan that holds for the day. */
  default List<PlannedVisit> forced(LocalDate day) {
    return current(day).stream()
        .flatMap(plan -> routes(plan, day).stream())
        .flatMap(route -> route.visits().stream())
        .filter(visit -> visit.forced() != null)
        .toList();
  }
}
