package io.trasa.planning;

import io.trasa.orders.VisitChanged;
import io.trasa.web.LiveStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells boards that visits moved on, and phones when their next visits will be reached. Steps that
 * come close together are told once; each minute the clock itself may have moved something.
 */
@Component
class ProgressNews implements DisposableBean {

  static final Duration WORTH_TELLING = Duration.ofMinutes(5);
  private static final int PAUSE_MILLIS = 250;
  private static final Logger log = LoggerFactory.getLogger(ProgressNews.class);

  private final EtaService etas;
  private final LiveStream live;
  private final ZoneId zone;
  private final Clock clock;
  private final ScheduledExecutorService soon =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final Map<UUID, Map<UUID, Instant>> told = new HashMap<>();

  ProgressNews(EtaService etas, LiveStream live, ZoneId zone, Clock clock) {
    this.etas = etas;
    this.live = live;
    this.zone = zone;
    this.clock = clock;
  }

  /** What the phone hears of a visit. */
  record EtaView(UUID visitId, Instant estimatedStart) {}

  /** Not a transactional listener: nothing has to be kept of what is only news. */
  @EventListener
  void on(VisitChanged event) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            tellSoon();
          }
        });
  }

  private void tellSoon() {
    if (waiting.compareAndSet(false, true)) {
      soon.schedule(this::tell, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void tell() {
    waiting.set(false);
    live.publish("board", Map.of("reason", "progress"));
    tellPhones();
  }

  /** The pages reload their estimates each minute by themselves; phones are told. */
  @Scheduled(fixedRate = 60_000, initialDelay = 60_000)
  void tellPhones() {
    try {
      etas.etas(LocalDate.now(clock.withZone(zone)))
          .forEach(
              (technicianId, expected) -> {
                List<EtaView> news = news(technicianId, expected);
                if (!news.isEmpty()) {
                  live.publishTo(LiveStream.technician(technicianId), "eta", news);
                }
              });
    } catch (RuntimeException fault) {
      log.warn("Phones were not told when their visits will be reached", fault);
    }
  }

  /**
   * All of a technician's estimates, as soon as one of them differs so much from what was told
   * last; at first every visit was told its planned start.
   */
  synchronized List<EtaView> news(UUID technicianId, List<EtaService.Eta> expected) {
    var before = told.getOrDefault(technicianId, Map.of());
    boolean moved =
        expected.stream()
            .anyMatch(
                eta ->
                    differs(
                        eta.estimatedStart(),
                        before.getOrDefault(eta.visitId(), eta.plannedStart())));
    if (!moved) {
      return List.of();
    }
    var now = new HashMap<UUID, Instant>();
    expected.forEach(eta -> now.put(eta.visitId(), eta.estimatedStart()));
    told.put(technicianId, now);
    return expected.stream().map(eta -> new EtaView(eta.visitId(), eta.estimatedStart())).toList();
  }

  private static boolean differs(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(WORTH_TELLING) >= 0;
  }

  @Override
  public void destroy() {
    soon.shutdownNow();
  }
}
