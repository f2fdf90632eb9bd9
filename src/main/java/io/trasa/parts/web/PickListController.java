package io.trasa.parts.web;

import io.trasa.common.Text;
import io.trasa.parts.PickList;
import io.trasa.parts.PickLists;
import io.trasa.parts.TransferService;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.PlainText;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What goes into the vans in the morning, and what comes back. */
@RestController
@Validated
class PickListController {

  private final PickLists lists;
  private final TransferService transfers;

  PickListController(PickLists lists, TransferService transfers) {
    this.lists = lists;
    this.transfers = transfers;
  }

  record TransferLine(
      @NotNull UUID partId,
      @Nullable UUID orderId,
      @NotNull @DecimalMin("0.001") @DecimalMax("999999") @Digits(integer = 6, fraction = 3)
          BigDecimal quantity) {

    TransferService.Line line() {
      return new TransferService.Line(partId, orderId, quantity.setScale(3));
    }
  }

  /** The id is made by the sender: a repeated request is answered with the first one's paper. */
  record TransferForm(
      @NotNull UUID id,
      @NotNull UUID technicianId,
      @NotNull @ThisCentury LocalDate day,
      @NotEmpty @Size(max = 500) List<@NotNull @Valid TransferLine> lines,
      @Nullable @PlainText(max = 500) String note) {}

  /** As {@link TransferForm}. */
  record ReturnForm(
      @NotNull UUID id,
      @NotNull UUID technicianId,
      @NotEmpty @Size(max = 500) List<@NotNull @Valid TransferLine> lines,
      @Nullable @PlainText(max = 500) String note) {}

  @GetMapping("/api/pick-lists")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.MANAGER, Role.WAREHOUSE})
  PickList list(@RequestParam @ThisCentury LocalDate day) {
    return lists.of(day);
  }

  @PostMapping("/api/transfers")
  @AllowedFor({Role.ADMINISTRATOR, Role.WAREHOUSE})
  @ResponseStatus(HttpStatus.CREATED)
  StockDocumentView handOver(@RequestBody @Valid TransferForm form) {
    return StockDocumentView.of(
        transfers.handOver(
            new TransferService.HandOver(
                form.id(),
                form.technicianId(),
                form.day(),
                form.lines().stream().map(TransferLine::line).toList(),
                Text.orEmpty(form.note()))));
  }

  @PostMapping("/api/returns")
  @AllowedFor({Role.ADMINISTRATOR, Role.WAREHOUSE})
  @ResponseStatus(HttpStatus.CREATED)
  StockDocumentView bringBack(@RequestBody @Valid ReturnForm form) {
    return StockDocumentView.of(
        transfers.bringBack(
            new TransferService.BringBack(
                form.id(),
                form.technicianId(),
                form.lines().stream().map(TransferLine::line).toList(),
                Text.orEmpty(form.note()))));
  }
}
