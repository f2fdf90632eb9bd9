package io.trasa.fieldwork;

import io.trasa.web.PlainText;
import io.trasa.web.ThisCentury;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an action says; each kind needs some of it, see {@link FieldAction.Kind}.
 *
 * @param itemIndex where on the order's checklist, from 0
 * @param text the checklist item, the note, what was bought, or the operation
 * @param usageId the action that is taken back or withdrawn
 * @param cost net, for all of it
 * @param fileId a receipt or a signature, uploaded before
 * @param name who signed
 */
public record Payload(
    @Nullable @PlainText(max = 1000) String reason,
    @Nullable @Min(0) @Max(199) Integer itemIndex,
    @Nullable Boolean done,
    @Nullable @PlainText(max = 2000) String text,
    @Nullable @PlainText(max = 500) String note,
    @Nullable UUID partId,
    @Nullable UUID usageId,
    @Nullable UUID operationId,
    @Nullable @DecimalMin("0") @Digits(integer = 6, fraction = 3) BigDecimal quantity,
    @Nullable @DecimalMin("0") @Digits(integer = 7, fraction = 4) BigDecimal cost,
    @Nullable UUID fileId,
    @Nullable @PlainText(max = 200) String name,
    @Nullable @ThisCentury Instant signedAt) {

  static final Payload EMPTY =
      new Payload(null, null, null, null, null, null, null, null, null, null, null, null, null);

  /** The same with the text as it stands on the checklist. */
  Payload withText(String known) {
    return new Payload(
        reason,
        itemIndex,
        done,
        known,
        note,
        partId,
        usageId,
        operationId,
        quantity,
        cost,
        fileId,
        name,
        signedAt);
  }

  /** False for what is far longer than anything we take. */
  boolean isShort() {
    return Stream.of(reason, text, note, name)
            .filter(Objects::nonNull)
            .mapToInt(String::length)
            .sum()
        <= 10_000;
  }
}
