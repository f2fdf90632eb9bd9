package io.trasa.orders;

import io.trasa.assets.Operation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an order and its visit carry over from the quote they are made of. */
final class QuotedWork {

  private static final int STEP_MINUTES = 5;
  private static final int LONGEST_MINUTES = 1440;
  private static final int USUAL_MINUTES = 60;
  private static final int LONGEST_TEXT = 4000;

  private QuotedWork() {}

  /** The request's complaint stays the reason; the scope is what was offered to be done. */
  static Order.Details details(Quote quote, @Nullable Request request, OrderWish wish) {
    return new Order.Details(
        wish.type(),
        quote.customerId(),
        quote.siteId(),
        quote.contactId(),
        null,
        request == null ? quote.title() : request.complaint(),
        scope(quote),
        wish.priority(),
        null,
        wish.dueDate(),
        request == null ? "" : RequestService.notes(request),
        List.of(),
        parts(quote.lines()),
        quote.assetIds(),
        quote.lines());
  }

  /**
   * As long as the lines should take, in steps of five minutes, by one technician who can do all of
   * the operations.
   */
  static Visit.Details visit(List<OrderLine> lines, Collection<Operation> operations) {
    int norm = lines.stream().mapToInt(OrderLine::normMinutes).sum();
    int steps = Math.ceilDiv(norm, STEP_MINUTES) * STEP_MINUTES;
    int minutes = norm == 0 ? USUAL_MINUTES : Math.min(steps, LONGEST_MINUTES);
    var levels = new TreeMap<UUID, Integer>();
    for (var operation : operations) {
      if (operation.skillId() != null && operation.skillLevel() != null) {
        levels.merge(operation.skillId(), operation.skillLevel(), Math::max);
      }
    }
    var skills =
        levels.entrySet().stream().map(e -> new RequiredSkill(e.getKey(), e.getValue())).toList();
    return new Visit.Details(Duration.ofMinutes(minutes), List.of(), skills, 1, null);
  }

  static List<PartToCollect> parts(List<OrderLine> lines) {
    return lines.stream()
        .filter(line -> line.kind() == OrderLine.Kind.PART)
        .map(line -> new PartToCollect(line.itemId(), line.text(), line.quantity()))
        .toList();
  }

  private static String scope(Quote quote) {
    var work =
        quote.lines().stream()
            .filter(line -> line.kind() == OrderLine.Kind.OPERATION)
            .map(OrderLine::text)
            .collect(Collectors.joining("\n", quote.title() + "\n", ""))
            .strip();
    return work.length() <= LONGEST_TEXT ? work : work.substring(0, LONGEST_TEXT - 1) + "…";
  }
}
