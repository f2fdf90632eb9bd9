package io.trasa.orders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the orders that are due: each night, and at start for the nights that were missed. Each
 * rule in a transaction of its own, so that one that fails does not hold up the others; every
 * machine may run this at the same time.
 */
@Component
class RecurrenceRuns {

  private static final Logger log = LoggerFactory.getLogger(RecurrenceRuns.class);

  private final RecurrenceService recurrences;

  RecurrenceRuns(RecurrenceService recurrences) {
    this.recurrences = recurrences;
  }

  @Scheduled(cron = "0 10 3 * * *", zone = "${trasa.time-zone}")
  @EventListener(ApplicationReadyEvent.class)
  void run() {
    for (var id : recurrences.dueToday()) {
      try {
        int made = recurrences.createDue(id);
        log.info("Recurrence {} made {} orders.", id, made);
      } catch (RuntimeException e) {
        log.warn("Recurrence {} made no orders.", id, e);
        recurrences.note(id, String.valueOf(e.getMessage()));
      }
    }
  }
}
