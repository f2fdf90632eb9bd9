package io.trasa.routing;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Speed profiles by time of day, and the traffic they make on given days. */
@Service
@Transactional
public class TrafficService {

  private final SpeedProfiles profiles;

  TrafficService(SpeedProfiles profiles) {
    this.profiles = profiles;
  }

  @Transactional(readOnly = true)
  public Page<SpeedProfile> profiles(Pageable page) {
    return profiles.findAllByOrderByName(page);
  }

  /**
   * @throws ConflictException with code {@code name-taken}
   * @throws InvalidInputException if there is no such territory
   */
  public SpeedProfile create(SpeedProfile.Details details) {
    requireFree(details.name(), null);
    return saved(new SpeedProfile(details));
  }

  /**
   * @param version the one that was seen
   * @throws ConflictException with code {@code name-taken} or {@code changed-meanwhile}
   */
  public SpeedProfile change(UUID id, long version, SpeedProfile.Details details) {
    SpeedProfile profile = get(id);
    profile.requireVersion(version);
    requireFree(details.name(), id);
    profile.describe(details);
    return saved(profile);
  }

  public void remove(UUID id) {
    profiles.delete(get(id));
  }

  /** True if there is any profile at all. */
  @Transactional(readOnly = true)
  public boolean hasProfiles() {
    return profiles.count() > 0;
  }

  /**
   * The traffic on some days, on a time axis in seconds that begins with the first; empty if no
   * profile counts there.
   *
   * @param days how many
   * @param territories of each point of the matrix that it will be laid over; null where it lies in
   *     none
   */
  @Transactional(readOnly = true)
  public Optional<Traffic> on(
      LocalDate first, int days, ZoneId zone, List<@Nullable UUID> territories) {
    List<SpeedProfile> all = profiles.findAllByOrderByName();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<@Nullable UUID, Integer> index = new HashMap<>();
    List<SpeedCurve> curves = new ArrayList<>();
    int[] curveOf = new int[territories.size()];
    for (int i = 0; i < curveOf.length; i++) {
      UUID territory = territories.get(i);
      if (!index.containsKey(territory)) {
        index.put(territory, curves.size());
        curves.add(curve(all, territory, first, days, zone));
      }
      curveOf[i] = Objects.requireNonNull(index.get(territory));
    }
    return Optional.of(new Traffic(curves.toArray(SpeedCurve[]::new), curveOf));
  }

  private static SpeedCurve curve(
      List<SpeedProfile> profiles,
      @Nullable UUID territory,
      LocalDate first,
      int days,
      ZoneId zone) {
    Instant start = first.atStartOfDay(zone).toInstant();
    var spans = new ArrayList<SpeedCurve.Span>();
    for (SpeedProfile profile : profiles) {
      if (profile.territoryId() == null || profile.territoryId().equals(territory)) {
        // A day more: the last shift may end after midnight.
        first
            .datesUntil(first.plusDays(days + 1))
            .filter(profile::countsOn)
            .map(
                date ->
                    new SpeedCurve.Span(
                        millis(start, date.atTime(profile.from()).atZone(zone).toInstant()),
                        millis(start, date.atTime(profile.to()).atZone(zone).toInstant()),
                        profile.percent()))
            // An hour that the clocks leave out.
            .filter(span -> span.from() < span.to())
            .forEach(spans::add);
      }
    }
    return SpeedCurve.of(spans);
  }

  private static long millis(Instant start, Instant time) {
    return Duration.between(start, time).toMillis();
  }

  private SpeedProfile get(UUID id) {
    return profiles.findById(id).orElseThrow(() -> new NotFoundException("Speed profile", id));
  }

  /** Territories are another room's; the database knows whether there is one. */
  private SpeedProfile saved(SpeedProfile profile) {
    try {
      return profiles.saveAndFlush(profile);
    } catch (DataIntegrityViolationException fault) {
      String message = fault.getMostSpecificCause().getMessage();
      if (message != null && message.contains("territory_id_fkey")) {
        throw new InvalidInputException(
            "territoryId",
            profile.territoryId(),
            "is no territory",
            "Maybe it was removed meanwhile. Leave it out for a profile that counts everywhere.");
      }
      throw fault;
    }
  }

  private void requireFree(String name, @Nullable UUID own) {
    profiles
        .findByNameIgnoreCase(name)
        .filter(other -> !other.id().equals(own))
        .ifPresent(
            other -> {
              throw new ConflictException(
                  "name-taken",
                  "There is a speed profile “%s” already.".formatted(other.name()),
                  "Take another name, or change that one.");
            });
  }
}
