package io.trasa.settlement;

import io.trasa.common.ConflictException;
import io.trasa.common.NotFoundException;
import io.trasa.customers.CustomerService;
import io.trasa.customers.Site;
import io.trasa.documents.DocumentKind;
import io.trasa.documents.DocumentService;
import io.trasa.documents.LinkService;
import io.trasa.documents.NewDocument;
import io.trasa.documents.PaperLine;
import io.trasa.documents.PaperPrinter;
import io.trasa.documents.Words;
import io.trasa.orders.OrderLine;
import io.trasa.orders.Quote;
import io.trasa.orders.QuoteService;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to quotes on paper: printed, sent with a link, answered behind it. */
@Service
@Transactional
public class QuotePapers {

  /** How long after its end a quote can still be read behind its link; accepted it cannot be. */
  static final Duration READABLE_AFTER_END = Duration.ofDays(30);

  private final QuoteService quotes;
  private final CustomerService customers;
  private final PaperPrinter printer;
  private final DocumentService documents;
  private final LinkService links;
  private final Clock clock;
  private final ZoneId zone;

  QuotePapers(
      QuoteService quotes,
      CustomerService customers,
      PaperPrinter printer,
      DocumentService documents,
      LinkService links,
      Clock clock,
      ZoneId zone) {
    this.quotes = quotes;
    this.customers = customers;
    this.printer = printer;
    this.documents = documents;
    this.links = links;
    this.clock = clock;
    this.zone = zone;
  }

  /** Prints a quote as it is now, in the customer's language, and archives it. */
  public DocumentService.Entry print(UUID quoteId) {
    var quote = quotes.get(quoteId);
    var language = Words.spoken(customers.get(quote.customerId()).language());
    return documents.archive(
        new NewDocument(
            DocumentKind.QUOTE,
            paperNumber(quote),
            quote.id(),
            language,
            paperNumber(quote) + ".pdf",
            printer.print("quote", language, values(quote))));
  }

  /**
   * Prints a quote and mails it with a link to answer it; it is sent then.
   *
   * @return the paper that goes out
   * @throws ConflictException if the quote is answered or over
   * @throws io.trasa.common.InvalidInputException if it has no lines
   */
  public DocumentService.Entry send(UUID quoteId, String email) {
    var quote = quotes.markSent(quoteId);
    var paper = print(quoteId);
    var end = quote.validUntil().plusDays(1).atStartOfDay(zone).toInstant();
    var link =
        links.issue(
            paper.id(),
            LinkService.Purpose.ANSWER_QUOTE,
            Duration.between(clock.instant(), end).plus(READABLE_AFTER_END));
    documents.send(paper.id(), email, paper.language(), link);
    return paper;
  }

  /**
   * The quote behind a link.
   *
   * @throws NotFoundException if the link is unknown, has expired, or is not for answering a quote
   */
  @Transactional(readOnly = true)
  public Quote behind(String token) {
    return quotes.get(paper(token).subjectId());
  }

  /** Whether the paper behind the link is what is offered now, and not an earlier revision. */
  @Transactional(readOnly = true)
  public boolean isCurrent(String token) {
    return paper(token).number().equals(paperNumber(behind(token)));
  }

  /**
   * The customer accepts; again, nothing more happens.
   *
   * @throws ConflictException with code {@code quote-replaced}, or as {@link QuoteService#accept}
   */
  public Quote accept(String token, String name) {
    return quotes.accept(requireCurrent(token).id(), name);
  }

  /** The customer declines; again, nothing more happens. */
  public Quote decline(String token, String reason, String name) {
    return quotes.decline(requireCurrent(token).id(), reason, name);
  }

  private Quote requireCurrent(String token) {
    var quote = behind(token);
    if (!isCurrent(token)) {
      throw new ConflictException(
          "quote-replaced",
          "There is a newer revision of quote %s.".formatted(quote.number()),
          "Open the link in the newer mail.");
    }
    return quote;
  }

  private DocumentService.Entry paper(String token) {
    var link = links.open(token);
    if (link.purpose() != LinkService.Purpose.ANSWER_QUOTE) {
      throw new NotFoundException("quote", "behind this address");
    }
    return documents.get(link.documentId());
  }

  /** {@code Q26-00007}, from the second revision on {@code Q26-00007-2}. */
  static String paperNumber(Quote quote) {
    return quote.revision() == 1 ? quote.number() : quote.number() + "-" + quote.revision();
  }

  private Map<String, Object> values(Quote quote) {
    var site = customers.site(quote.siteId());
    Map<String, Object> values = new HashMap<>();
    values.put("paperNumber", paperNumber(quote));
    values.put("date", LocalDate.ofInstant(clock.instant(), zone));
    values.put("validUntil", quote.validUntil());
    values.put("customerNumber", customers.get(quote.customerId()).number());
    values.put("site", siteOnOneLine(site));
    values.put("address", address(quote, site));
    values.put("title", quote.title());
    values.put("notes", quote.notes());
    values.put("currency", quote.currency());
    values.put("totals", quote.totals());
    values.put("lines", quote.lines().stream().map(QuotePapers::line).toList());
    return values;
  }

  private static PaperLine line(OrderLine line) {
    return new PaperLine(
        line.text(), "", line.quantity(), line.unit(), line.unitPrice(), line.vatRate());
  }

  private static String siteOnOneLine(Site site) {
    var address = site.address().onOneLine();
    return site.name().isEmpty() ? address : site.name() + ", " + address;
  }

  /** To the billing address; without one, to the site. */
  private List<String> address(Quote quote, Site site) {
    var customer = customers.get(quote.customerId());
    var billing = customer.billing().address();
    var address = billing.city().isEmpty() ? site.address() : billing;
    var lines = new ArrayList<String>();
    lines.add(customer.name());
    if (quote.contactId() != null) {
      lines.add(customers.contact(quote.contactId()).name());
    }
    lines.add((address.street() + " " + address.houseNumber()).strip());
    lines.add((address.postcode() + " " + address.city()).strip());
    lines.removeIf(String::isEmpty);
    return lines;
  }
}
