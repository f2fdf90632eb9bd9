package io.trasa.fieldwork;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.orders.JobSheet;
import io.trasa.orders.JobSheets;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for phones. Each action is applied exactly once: its id is written in the transaction
 * that applies it, and a repeated id is answered with what came of the first.
 */
@Service
public class PhoneInbox {

  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  static final Duration OLDEST = Duration.ofDays(14);
  private static final int TRIES = 4;
  private static final Logger logger = LoggerFactory.getLogger(PhoneInbox.class);

  private final ActionLog log;
  private final ActionApplier applier;
  private final JobSheets sheets;
  private final Validator validator;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PhoneInbox(
      ActionLog log,
      ActionApplier applier,
      JobSheets sheets,
      Validator validator,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.log = log;
    this.applier = applier;
    this.sheets = sheets;
    this.validator = validator;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Takes actions in their order, each on its own: a refused one does not hold up the next.
   *
   * @return one answer for each, in the same order
   * @throws DataAccessException if the database cannot do it now; those before it are applied, and
   *     sending all of them again is safe
   */
  public List<FieldAction> take(UUID technicianId, List<FieldAction.Sent> sent) {
    var answers = new ArrayList<FieldAction>();
    Set<UUID> touched = new LinkedHashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      touched.add(sent.get(i).visitId());
      // Reports are asked for with the last action, so that a batch makes one version of each.
      var due = i == sent.size() - 1 ? touched : Set.<UUID>of();
      answers.add(take(technicianId, sent.get(i), due));
    }
    return answers;
  }

  private FieldAction take(UUID technicianId, FieldAction.Sent sent, Set<UUID> due) {
    for (int tries = 1; ; tries++) {
      try {
        return known(technicianId, sent) instanceof FieldAction known
            ? known
            : takeNew(technicianId, sent, due);
      } catch (ConcurrencyFailureException busy) {
        if (tries == TRIES) {
          throw busy;
        }
      }
    }
  }

  private @Nullable FieldAction known(UUID technicianId, FieldAction.Sent sent) {
    var found = log.find(sent.id()).orElse(null);
    if (found == null || found.technicianId().equals(technicianId)) {
      return found;
    }
    return received(technicianId, sent, null)
        .refused("id-taken", "Another technician sent something with this id.");
  }

  private FieldAction takeNew(UUID technicianId, FieldAction.Sent sent, Set<UUID> due) {
    var action = received(technicianId, sent, null);
    try {
      check(sent);
      var sheet = sheets.of(sent.visitId());
      return apply(received(technicianId, sent, sheet), sheet, due);
    } catch (ConflictException refused) {
      return refuse(action, refused.code(), refused, due);
    } catch (InvalidInputException refused) {
      return refuse(action, "invalid", refused, due);
    } catch (NotFoundException refused) {
      return refuse(action, "not-found", refused, due);
    } catch (AccessDeniedException refused) {
      return refuse(action, "not-yours", refused, due);
    } catch (DataIntegrityViolationException refused) {
      logger.warn("Action {} contradicts the data", sent, refused);
      return refuse(action, "contradicts-data", refused, due);
    } catch (DataAccessException | TransactionException notNow) {
      throw notNow;
    } catch (RuntimeException ours) {
      // Kept as refused: one that always fails must not hold up all that comes after it.
      logger.error("Action {} failed", sent, ours);
      return refuse(action, "unexpected", ours, due);
    }
  }

  private FieldAction apply(FieldAction action, JobSheet sheet, Set<UUID> due) {
    var stored =
        transaction.execute(
            status -> {
              log.lock(action.visitId());
              var known = log.find(action.id()).orElse(null);
              if (known != null) {
                return known;
              }
              var applied = applier.apply(action, sheet);
              log.append(applied);
              ask(due);
              return applied;
            });
    return Objects.requireNonNull(stored);
  }

  private FieldAction refuse(FieldAction action, String code, RuntimeException why, Set<UUID> due) {
    var words =
        code.equals("unexpected") || code.equals("contradicts-data")
            ? "This failed on our side and was written to the log. Tell the office."
            : String.valueOf(why.getMessage());
    var refused = action.refused(code, words);
    transaction.executeWithoutResult(
        status -> {
          log.append(refused);
          ask(due);
        });
    return log.find(action.id()).orElse(refused);
  }

  private void ask(Set<UUID> due) {
    due.forEach(visitId -> events.publishEvent(new ReportDue(visitId)));
  }

  private FieldAction received(UUID technicianId, FieldAction.Sent sent, @Nullable JobSheet sheet) {
    Instant now = clock.instant();
    boolean ahead = sent.at().isAfter(now.plus(CLOCK_SKEW));
    return new FieldAction(
        sent.id(),
        technicianId,
        sent.kind(),
        sent.visitId(),
        sheet == null ? null : sheet.orderId(),
        ahead ? now : sent.at(),
        now,
        ahead,
        sent.payload(),
        null);
  }

  private void check(FieldAction.Sent sent) {
    if (sent.at().isBefore(clock.instant().minus(OLDEST))) {
      throw new InvalidInputException(
          "at", sent.at(), "is more than 14 days ago", "Tell the office what happened when.");
    }
    validator.validate(sent.payload()).stream()
        .findFirst()
        .ifPresent(
            broken -> {
              throw new InvalidInputException(
                  broken.getPropertyPath().toString(),
                  null,
                  broken.getMessage(),
                  "Correct it and tell it again.");
            });
  }
}
