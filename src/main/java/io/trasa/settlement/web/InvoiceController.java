package io.trasa.settlement.web;

import io.trasa.common.Text;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.settlement.invoices.CreditNotes;
import io.trasa.settlement.invoices.Invoice;
import io.trasa.settlement.invoices.InvoiceFilter;
import io.trasa.settlement.invoices.InvoiceKind;
import io.trasa.settlement.invoices.InvoicePapers;
import io.trasa.settlement.invoices.InvoiceService;
import io.trasa.settlement.invoices.PaymentService;
import io.trasa.web.PageView;
import io.trasa.web.Paging;
import io.trasa.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invoices, receipts and credit notes. */
@RestController
@RequestMapping("/api/invoices")
class InvoiceController {

  private final InvoiceService invoices;
  private final CreditNotes creditNotes;
  private final PaymentService payments;
  private final InvoicePapers papers;

  InvoiceController(
      InvoiceService invoices,
      CreditNotes creditNotes,
      PaymentService payments,
      InvoicePapers papers) {
    this.invoices = invoices;
    this.creditNotes = creditNotes;
    this.payments = payments;
    this.papers = papers;
  }

  /**
   * @param id made by the sender: the same wish sent twice issues once
   * @param kind {@code INVOICE}, or {@code RECEIPT} for what was paid in cash
   * @param settlementIds settled orders of one payer
   * @param reverseCharge without VAT, since the buyer owes it
   * @param email where the paper is sent; nowhere if it is not given
   */
  record InvoiceForm(
      @NotNull UUID id,
      @NotNull InvoiceKind kind,
      @NotNull @Size(min = 1, max = 50) List<@NotNull UUID> settlementIds,
      @Nullable Boolean reverseCharge,
      @Nullable @Email @Size(max = 254) String email) {

    InvoiceService.NewInvoice wish() {
      return new InvoiceService.NewInvoice(
          id, kind, settlementIds, Boolean.TRUE.equals(reverseCharge), Text.orEmpty(email));
    }
  }

  /**
   * Without lines and amounts all that is left is taken back.
   *
   * @param again the orders wait for an invoice again
   */
  record CreditForm(
      @NotNull UUID id,
      @NotBlank @PlainText(max = 500) String reason,
      @Nullable @Size(max = 500) List<@Valid @NotNull CreditLine> lines,
      @Nullable @Size(max = 10) List<@Valid @NotNull CreditAmount> amounts,
      @Nullable Boolean again,
      @Nullable @Email @Size(max = 254) String email) {

    /**
     * @param line of the original, from 0
     */
    record CreditLine(
        @NotNull @Min(0) @Max(10_000) Integer line,
        @NotNull @Positive @Digits(integer = 6, fraction = 3) BigDecimal quantity) {}

    record CreditAmount(
        @NotNull @Positive @Digits(integer = 9, fraction = 2) BigDecimal net,
        @NotNull @DecimalMin("0") @DecimalMax("99") @Digits(integer = 2, fraction = 2)
            BigDecimal vatRate) {}

    CreditNotes.NewCreditNote wish(UUID invoiceId) {
      return new CreditNotes.NewCreditNote(
          id,
          invoiceId,
          Text.orEmpty(reason),
          Objects.requireNonNullElse(lines, List.<CreditLine>of()).stream()
              .collect(Collectors.toMap(CreditLine::line, CreditLine::quantity, BigDecimal::add)),
          Objects.requireNonNullElse(amounts, List.<CreditAmount>of()).stream()
              .collect(
                  Collectors.toMap(
                      a -> a.vatRate().stripTrailingZeros(), CreditAmount::net, BigDecimal::add)),
          Boolean.TRUE.equals(again),
          Text.orEmpty(email));
    }
  }

  record SendForm(@NotBlank @Email @Size(max = 254) String email) {}

  @GetMapping
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.MANAGER})
  PageView<InvoiceBrief> list(@Valid InvoiceFilter filter, Paging paging) {
    var found = invoices.list(filter, paging.request());
    var balances = invoices.balances(found.map(Invoice::id).getContent());
    return PageView.of(found, i -> InvoiceBrief.of(i, balances.get(i.id())));
  }

  @GetMapping("/{id}")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.MANAGER})
  InvoiceView get(@PathVariable UUID id) {
    return view(invoices.get(id));
  }

  @PostMapping
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  @ResponseStatus(HttpStatus.CREATED)
  InvoiceView issue(@RequestBody @Valid InvoiceForm form) {
    return view(invoices.issue(form.wish()));
  }

  @PostMapping("/{id}/credit-notes")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  @ResponseStatus(HttpStatus.CREATED)
  InvoiceView credit(@PathVariable UUID id, @RequestBody @Valid CreditForm form) {
    return view(creditNotes.issue(form.wish(id)));
  }

  /** The paper; a PDF with the e-invoice in it. */
  @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.MANAGER})
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    return file(invoices.get(id).number() + ".pdf", MediaType.APPLICATION_PDF, papers.pdf(id));
  }

  /** The e-invoice alone: cross-industry invoice, profile EN 16931. */
  @GetMapping(path = "/{id}/xml", produces = MediaType.APPLICATION_XML_VALUE)
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR, Role.MANAGER})
  ResponseEntity<byte[]> xml(@PathVariable UUID id) {
    return file(invoices.get(id).number() + ".xml", MediaType.APPLICATION_XML, papers.xml(id));
  }

  /** Sends the paper by e-mail, again too; what comes of it is kept with the document. */
  @PostMapping("/{id}/mails")
  @AllowedFor({Role.ACCOUNTANT, Role.ADMINISTRATOR})
  @ResponseStatus(HttpStatus.ACCEPTED)
  void send(@PathVariable UUID id, @RequestBody @Valid SendForm form) {
    papers.send(id, form.email());
  }

  private InvoiceView view(Invoice invoice) {
    return InvoiceView.of(
        invoice,
        invoices.balances(List.of(invoice.id())).get(invoice.id()),
        payments.of(invoice.id()),
        invoices.creditNotesOf(invoice.id()),
        papers.find(invoice.id()).orElse(null));
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name).build().toString())
        .body(content);
  }
}
