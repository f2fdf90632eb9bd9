package io.trasa.parts.web;

import io.trasa.common.InvalidInputException;
import io.trasa.common.Text;
import io.trasa.parts.GoodsService;
import io.trasa.parts.StockBook;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What lies where, how it came there, goods that come in, and counts. */
@RestController
@RequestMapping("/api/stock")
class StockController {

  private static final int PAGE = 50;

  private final StockBook book;
  private final GoodsService goods;

  StockController(StockBook book, GoodsService goods) {
    this.book = book;
    this.goods = goods;
  }

  record LotsView(List<StockBook.Lot> items) {}

  record PlacesView(List<StockBook.Place> items) {}

  /**
   * Some movements, newest first.
   *
   * @param next ask for those before it; null after the oldest
   */
  record MovementsView(List<StockBook.Entry> items, @Nullable Long next) {}

  /**
   * Whether the balances are what the movements add up to.
   *
   * @param differences none if all is well
   */
  record CheckView(long movements, List<StockBook.Difference> differences) {}

  record ReceiptLine(
      @NotNull UUID partId,
      @NotNull @DecimalMin("0.001") @DecimalMax("999999") @Digits(integer = 6, fraction = 3)
          BigDecimal quantity) {}

  /** The id is made by the sender: a repeated request is answered with the first one's paper. */
  record ReceiptForm(
      @NotNull UUID id,
      @Nullable @PlainText(max = 500) String note,
      @NotEmpty @Size(max = 500) List<@NotNull @Valid ReceiptLine> lines) {}

  /** How much was found, and what the books said when it was counted. */
  record CountLine(
      @NotNull UUID partId,
      @NotNull @DecimalMin("0") @DecimalMax("999999") @Digits(integer = 6, fraction = 3)
          BigDecimal seen,
      @NotNull @DecimalMin("0") @DecimalMax("999999") @Digits(integer = 6, fraction = 3)
          BigDecimal counted) {}

  /** As {@link ReceiptForm}. */
  record CountForm(
      @NotNull UUID id,
      @NotNull UUID locationId,
      @NotBlank @PlainText(max = 500) String reason,
      @NotEmpty @Size(max = 500) List<@NotNull @Valid CountLine> lines) {}

  /** By location or by part; one of them must be named. */
  @GetMapping
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  LotsView lots(
      @RequestParam(required = false) @Nullable UUID locationId,
      @RequestParam(required = false) @Nullable UUID partId) {
    if (partId != null) {
      return new LotsView(book.lotsOf(partId));
    }
    if (locationId != null) {
      return new LotsView(book.lotsAt(locationId));
    }
    throw new InvalidInputException("locationId", null, "is missing", "Name a location or a part.");
  }

  @GetMapping("/locations")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  PlacesView places() {
    return new PlacesView(book.places());
  }

  @GetMapping("/movements")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.ACCOUNTANT, Role.WAREHOUSE})
  MovementsView movements(
      @RequestParam(required = false) @Nullable UUID partId,
      @RequestParam(required = false) @Nullable UUID locationId,
      @RequestParam(required = false) @Nullable UUID orderId,
      @RequestParam(required = false) @Nullable Long before) {
    var found = book.movements(new StockBook.Filter(partId, locationId, orderId), before, PAGE);
    return new MovementsView(found, found.size() < PAGE ? null : found.getLast().sequence());
  }

  @GetMapping("/check")
  @AllowedFor(Role.ADMINISTRATOR)
  CheckView check() {
    return new CheckView(book.size(), book.differences());
  }

  @PostMapping("/receipts")
  @AllowedFor({Role.ADMINISTRATOR, Role.WAREHOUSE})
  @ResponseStatus(HttpStatus.CREATED)
  StockDocumentView receive(@RequestBody @Valid ReceiptForm form) {
    return StockDocumentView.of(
        goods.receive(
            new GoodsService.Receipt(
                form.id(),
                Text.orEmpty(form.note()),
                form.lines().stream()
                    .map(l -> new GoodsService.Line(l.partId(), l.quantity().setScale(3)))
                    .toList())));
  }

  @PostMapping("/counts")
  @AllowedFor({Role.ADMINISTRATOR, Role.WAREHOUSE})
  @ResponseStatus(HttpStatus.CREATED)
  StockDocumentView count(@RequestBody @Valid CountForm form) {
    return StockDocumentView.of(
        goods.count(
            new GoodsService.Count(
                form.id(),
                form.locationId(),
                form.reason().strip(),
                form.lines().stream()
                    .map(
                        l ->
                            new GoodsService.Counted(
                                l.partId(), l.seen().setScale(3), l.counted().setScale(3)))
                    .toList())));
  }
}
