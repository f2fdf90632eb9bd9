package io.trasa.settlement.invoices;

import io.trasa.documents.DocumentKind;
import io.trasa.documents.DocumentService;
import io.trasa.documents.NewDocument;
import io.trasa.documents.PaperPrinter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prints what was issued, once, and puts it into the archive: after the number is given, so that
 * others do not wait for the printer, and again after a crash, since the event is kept.
 */
@Service
@Transactional
public class InvoicePapers {

  private final InvoiceService invoices;
  private final PaperPrinter printer;
  private final DocumentService documents;
  private final JdbcClient jdbc;

  InvoicePapers(
      InvoiceService invoices, PaperPrinter printer, DocumentService documents, JdbcClient jdbc) {
    this.invoices = invoices;
    this.printer = printer;
    this.documents = documents;
    this.jdbc = jdbc;
  }

  @ApplicationModuleListener
  void print(InvoiceIssued issued) {
    var documentId = documentOf(issued.invoiceId());
    if (!issued.email().isEmpty()) {
      var invoice = invoices.get(issued.invoiceId());
      documents.send(documentId, issued.email(), invoice.language(), "");
    }
  }

  /** Where the paper lies in the archive; it is printed now if it is not there yet. */
  public UUID documentOf(UUID invoiceId) {
    // One prints, others wait and find it.
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 7001))")
        .param("id", invoiceId.toString())
        .query()
        .singleValue();
    return find(invoiceId).orElseGet(() -> archive(invoices.get(invoiceId)));
  }

  /** Where the paper lies in the archive, if it is printed. */
  @Transactional(readOnly = true)
  public Optional<UUID> find(UUID invoiceId) {
    return jdbc.sql("select document_id from settlement_invoice_paper where invoice_id = :id")
        .param("id", invoiceId)
        .query(UUID.class)
        .optional();
  }

  /** The paper as it was archived. */
  public byte[] pdf(UUID invoiceId) {
    return documents.content(documentOf(invoiceId));
  }

  /** The e-invoice alone, as the paper holds it. */
  @Transactional(readOnly = true)
  public byte[] xml(UUID invoiceId) {
    return EInvoice.xml(invoices.get(invoiceId));
  }

  /** Sends the paper, again too; what comes of it is kept with the document. */
  public void send(UUID invoiceId, String email) {
    documents.send(documentOf(invoiceId), email, invoices.get(invoiceId).language(), "");
  }

  private UUID archive(Invoice invoice) {
    var paper = Paper.of(invoice);
    var pdf =
        printer.print(
            "invoice",
            invoice.language(),
            Map.of(
                "paper", paper, "kind", invoice.kind().name(), "address", paper.buyer().address()));
    var whole = invoice.kind() == InvoiceKind.RECEIPT ? pdf : EInvoice.embed(pdf, invoice);
    var documentId =
        documents
            .archive(
                new NewDocument(
                    DocumentKind.valueOf(invoice.kind().name()),
                    invoice.number(),
                    invoice.id(),
                    invoice.language(),
                    invoice.number() + ".pdf",
                    whole))
            .id();
    jdbc.sql(
            "insert into settlement_invoice_paper (invoice_id, document_id) values (:id,"
                + " :document)")
        .param("id", invoice.id())
        .param("document", documentId)
        .update();
    return documentId;
  }
}
