package io.trasa.fieldwork;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.documents.FileService;
import io.trasa.orders.ChecklistItem;
import io.trasa.orders.JobSheet;
import io.trasa.orders.VisitProgress;
import io.trasa.orders.VisitStatus;
import io.trasa.orders.VisitStep;
import io.trasa.parts.StockService;
import io.trasa.parts.Usage;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Does what an action says, in the running transaction. The lead technician's taps move the visit;
 * those of the others in a crew only measure their own times.
 */
@Component
class ActionApplier {

  private static final Set<VisitStatus> WITH_TECHNICIAN =
      EnumSet.range(VisitStatus.DISPATCHED, VisitStatus.INVOICED);
  private static final Set<VisitStatus> SETTLED =
      EnumSet.of(VisitStatus.SETTLED, VisitStatus.INVOICED);

  private final ActionLog log;
  private final TimeBook times;
  private final VisitProgress progress;
  private final StockService stock;
  private final FileService files;

  ActionApplier(
      ActionLog log,
      TimeBook times,
      VisitProgress progress,
      StockService stock,
      FileService files) {
    this.log = log;
    this.times = times;
    this.progress = progress;
    this.stock = stock;
    this.files = files;
  }

  /**
   * @return what is to be written into the log
   * @throws RuntimeException of the kinds that {@link PhoneInbox} knows as refusals
   */
  FieldAction apply(FieldAction action, JobSheet sheet) {
    if (action.kind() == FieldAction.Kind.RECEIVED) {
      progress.received(sheet.visitId(), action.technicianId(), action.at());
      return action;
    }
    requireOwn(action, sheet);
    if (SETTLED.contains(sheet.status())
        && (action.kind().isCharged() || action.kind().isProgress())) {
      throw new ConflictException(
          "visit-settled",
          "The visit of order %s is settled already.".formatted(sheet.orderNumber()),
          "Tell the office; it can correct the settlement.");
    }
    return action.kind().isProgress() ? tap(action, sheet) : fact(action, sheet);
  }

  private FieldAction tap(FieldAction action, JobSheet sheet) {
    var before = log.appliedTo(List.of(sheet.visitId()));
    var stage = stageByTaps(before, action.technicianId(), sheet);
    var kind = action.kind();
    if (stage.after(kind) == null || !isUnderWay(sheet)) {
      throw new ConflictException(
          "illegal-step",
          "%s is not possible: you are %s, the visit of order %s is %s."
              .formatted(kind, stage, sheet.orderNumber(), sheet.status()),
          "Maybe the office changed it; load the day again.");
    }
    switch (kind) {
      case DECLINE, FAIL -> required("reason", action.payload().reason());
      case FINISH -> requireChecklist(before, sheet);
      default -> {}
    }
    if (kind == FieldAction.Kind.DECLINE || isLead(action, sheet)) {
      moveVisit(action, sheet);
    }
    times.tapped(owner(action, sheet), kind, action.at());
    return action;
  }

  /** What the office did in the technician's place meanwhile is not done again. */
  private void moveVisit(FieldAction action, JobSheet sheet) {
    var reason = action.payload().reason() == null ? "" : action.payload().reason().strip();
    switch (action.kind()) {
      case ACCEPT -> step(action, sheet, VisitStep.ACCEPT, "");
      case DECLINE -> step(action, sheet, VisitStep.RECALL, reason);
      case TRAVEL -> acceptedStep(action, sheet, VisitStep.TRAVEL, "");
      case ARRIVE -> progress.arrived(sheet.visitId(), action.technicianId(), action.at());
      case START -> acceptedStep(action, sheet, VisitStep.START, "");
      case FINISH -> step(action, sheet, VisitStep.FINISH, "");
      case FAIL -> acceptedStep(action, sheet, VisitStep.FAIL, reason);
      default -> {}
    }
  }

  /** Setting off without a word means yes. */
  private void acceptedStep(FieldAction action, JobSheet sheet, VisitStep step, String reason) {
    if (sheet.status() == VisitStatus.DISPATCHED) {
      step(action, sheet, VisitStep.ACCEPT, "");
    }
    step(action, sheet, step, reason);
  }

  private void step(FieldAction action, JobSheet sheet, VisitStep step, String reason) {
    boolean done =
        step != VisitStep.RECALL
            && step != VisitStep.FAIL
            && sheet.status().compareTo(step.to()) >= 0;
    if (!done) {
      progress.step(sheet.visitId(), action.technicianId(), step, reason, action.at());
    }
  }

  private FieldAction fact(FieldAction action, JobSheet sheet) {
    var said = action.payload();
    switch (action.kind()) {
      case CHECK -> {
        required("done", said.done());
        return action.saying(said.withText(itemOf(said, sheet)));
      }
      case NOTE -> required("text", said.text());
      case PART_USED -> use(action, sheet);
      case PART_TAKEN_BACK -> {
        requireOwnEarlier(action, FieldAction.Kind.PART_USED);
        stock.takeBack(required("usageId", said.usageId()), action.technicianId());
      }
      case WITHDRAW -> requireOwnEarlier(action, FieldAction.Kind.NOTE, FieldAction.Kind.PURCHASE);
      case PURCHASE -> {
        required("text", said.text());
        positive(said.quantity());
        required("cost", said.cost());
        requireFile(said.fileId(), FileService.Purpose.RECEIPT, sheet);
      }
      case OPERATION -> {
        required("text", said.text());
        required("quantity", said.quantity());
      }
      case SIGN -> {
        if (said.fileId() == null) {
          required("reason", said.reason());
        } else {
          required("name", said.name());
          requireFile(said.fileId(), FileService.Purpose.SIGNATURE, sheet);
        }
      }
      default -> throw new IllegalStateException(action.kind().name());
    }
    return action;
  }

  private void use(FieldAction action, JobSheet sheet) {
    stock.use(
        new Usage(
            action.id(),
            sheet.orderId(),
            sheet.visitId(),
            action.technicianId(),
            required("partId", action.payload().partId()),
            positive(action.payload().quantity()),
            action.at()));
  }

  /** The item's words as they stand on the checklist, which may have been reordered meanwhile. */
  private static String itemOf(Payload said, JobSheet sheet) {
    var items = sheet.checklist().stream().map(ChecklistItem::text).toList();
    if (said.text() != null && items.contains(said.text())) {
      return said.text();
    }
    int index = required("itemIndex", said.itemIndex());
    if (said.text() != null || index >= items.size()) {
      throw new ConflictException(
          "checklist-changed",
          "The checklist of order %s has no item %s any more."
              .formatted(sheet.orderNumber(), said.text() == null ? index : said.text()),
          "Load the day again and look at the checklist.");
    }
    return items.get(index);
  }

  private void requireChecklist(List<FieldAction> before, JobSheet sheet) {
    var undone = VisitFacts.of(before).undone(sheet.checklist());
    if (!undone.isEmpty()) {
      throw new ConflictException(
          "checklist-open",
          "These required items are open: %s.".formatted(String.join(", ", undone)),
          "Do them, or tell the office that they cannot be done.");
    }
  }

  private void requireFile(@Nullable UUID fileId, FileService.Purpose purpose, JobSheet sheet) {
    if (fileId == null) {
      return;
    }
    var file = files.get(fileId);
    if (!file.ownerId().equals(sheet.visitId()) || file.purpose() != purpose) {
      throw new InvalidInputException(
          "fileId", fileId, "is not a %s of this visit".formatted(purpose), "Upload it again.");
    }
  }

  private void requireOwnEarlier(FieldAction action, FieldAction.Kind... kinds) {
    var id = required("usageId", action.payload().usageId());
    var earlier = log.find(id).orElseThrow(() -> new NotFoundException("action", id));
    if (!earlier.technicianId().equals(action.technicianId())
        || !earlier.visitId().equals(action.visitId())
        || !earlier.isApplied()
        || !Set.of(kinds).contains(earlier.kind())) {
      throw new InvalidInputException(
          "usageId", id, "cannot be taken back", "Maybe it belongs to another visit.");
    }
  }

  private static void requireOwn(FieldAction action, JobSheet sheet) {
    if (!sheet.technicianIds().contains(action.technicianId())) {
      throw new AccessDeniedException(
          "The visit of order %s is not yours any more. Maybe it was given to somebody else; call"
                  .formatted(sheet.orderNumber())
              + " the office.");
    }
    if (!WITH_TECHNICIAN.contains(sheet.status())
        && sheet.status() != VisitStatus.FAILED
        && sheet.status() != VisitStatus.CANCELLED) {
      throw new AccessDeniedException(
          "The visit of order %s was taken back by the office. Call the office."
              .formatted(sheet.orderNumber()));
    }
  }

  private static boolean isUnderWay(JobSheet sheet) {
    return sheet.status().compareTo(VisitStatus.DISPATCHED) >= 0
        && sheet.status().compareTo(VisitStatus.DONE) <= 0;
  }

  static boolean isLead(FieldAction action, JobSheet sheet) {
    return sheet.technicianIds().getFirst().equals(action.technicianId());
  }

  /** By the technician's own taps since the visit was sent the last time. */
  static Stage stageByTaps(List<FieldAction> applied, UUID technicianId, JobSheet sheet) {
    var sentAt = sheet.progress().dispatchedAt();
    var stage = Stage.WAITING;
    for (var action : applied) {
      if (action.technicianId().equals(technicianId)
          && action.kind().isProgress()
          && (sentAt == null || !action.receivedAt().isBefore(sentAt))) {
        var next = stage.after(action.kind());
        stage = next == null ? stage : next;
      }
    }
    return stage;
  }

  private static FieldTime.Owner owner(FieldAction action, JobSheet sheet) {
    return new FieldTime.Owner(sheet.visitId(), sheet.orderId(), action.technicianId());
  }

  private static BigDecimal positive(@Nullable BigDecimal quantity) {
    var said = required("quantity", quantity);
    if (said.signum() <= 0) {
      throw new InvalidInputException("quantity", said, "is not above 0", "Say how many.");
    }
    return said;
  }

  private static <T> T required(String field, @Nullable T said) {
    if (said == null || (said instanceof String text && text.isBlank())) {
      throw new InvalidInputException(field, said, "is missing", "Fill it in.");
    }
    return said;
  }
}
