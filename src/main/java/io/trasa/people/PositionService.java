package io.trasa.people;

import io.trasa.common.Coordinates;
import io.trasa.web.LiveStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where technicians are, as far as their phones tell it. Nothing is taken outside of working hours,
 * and of each only the last position is kept, for half a day.
 */
@Service
@Transactional
public class PositionService {

  /** Before a shift and after it, for the way to and from. */
  private static final Duration AROUND_SHIFT = Duration.ofHours(1);

  private static final Duration KEPT = Duration.ofHours(12);

  private final JdbcClient jdbc;
  private final PeopleService people;
  private final LiveStream live;
  private final Clock clock;

  PositionService(JdbcClient jdbc, PeopleService people, LiveStream live, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.live = live;
    this.clock = clock;
  }

  /**
   * Notes where somebody is; what is older than what is known changes nothing.
   *
   * @param at of a phone whose clock is ahead, now is taken
   * @return false if he is not at work now: then nothing is noted
   */
  public boolean note(UUID technician, Coordinates place, int accuracyMetres, Instant at) {
    Instant now = clock.instant();
    if (!isAtWork(technician, now)) {
      return false;
    }
    int noted =
        jdbc.sql(
                """
                insert into people_position (technician_id, lat, lon, accuracy_metres, seen_at)
                values (:technician, :lat, :lon, :accuracy, :at)
                on conflict (technician_id) do update set lat = excluded.lat, lon = excluded.lon,
                  accuracy_metres = excluded.accuracy_metres, seen_at = excluded.seen_at
                where people_position.seen_at < excluded.seen_at
                """)
            .param("technician", technician)
            .param("lat", place.lat())
            .param("lon", place.lon())
            .param("accuracy", accuracyMetres)
            .param("at", Timestamp.from(at.isAfter(now) ? now : at))
            .update();
    if (noted > 0) {
      tell(technician);
    }
    return true;
  }

  private boolean isAtWork(UUID technician, Instant now) {
    return people.shifts(now.minus(AROUND_SHIFT), now.plus(AROUND_SHIFT)).stream()
        .anyMatch(shift -> shift.technicianId().equals(technician));
  }

  /** Somebody does not tell where he is any more. */
  public void forget(UUID technician) {
    jdbc.sql("delete from people_position where technician_id = :technician")
        .param("technician", technician)
        .update();
    tell(technician);
  }

  private void tell(UUID technician) {
    live.publishAfterCommit("position", Map.of("technicianId", technician));
  }

  /** The last of everybody who told it within half a day. */
  @Transactional(readOnly = true)
  public List<Position> latest() {
    return jdbc.sql("select * from people_position where seen_at > :since order by technician_id")
        .param("since", Timestamp.from(clock.instant().minus(KEPT)))
        .query(
            (row, index) ->
                new Position(
                    row.getObject("technician_id", UUID.class),
                    new Coordinates(row.getDouble("lat"), row.getDouble("lon")),
                    row.getInt("accuracy_metres"),
                    row.getTimestamp("seen_at").toInstant()))
        .list();
  }

  @Scheduled(fixedRate = 1, timeUnit = TimeUnit.HOURS)
  void forgetOld() {
    jdbc.sql("delete from people_position where seen_at <= :since")
        .param("since", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }
}
