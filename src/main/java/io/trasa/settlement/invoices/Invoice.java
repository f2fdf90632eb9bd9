package io.trasa.settlement.invoices;

import io.trasa.common.Money;
import io.trasa.common.Totals;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.jpa.domain.support.AuditingEntityListener;

/**
 * An invoice, receipt or credit note as it was issued. Written once: the database refuses changes,
 * and the hash of the content would show them.
 */
@Entity
@Table(name = "settlement_invoice")
@EntityListeners(AuditingEntityListener.class)
public class Invoice {

  /**
   * What an issued paper says beside parties and lines.
   *
   * @param customerId who pays
   * @param originalId what a credit note takes back; null for others
   * @param reason of a credit note; empty for others
   * @param reverseCharge the buyer owes the VAT
   */
  record Head(
      UUID requestId,
      InvoiceKind kind,
      UUID customerId,
      @Nullable UUID originalId,
      String originalNumber,
      String reason,
      LocalDate serviceFrom,
      LocalDate serviceTo,
      int paymentDays,
      String language,
      String currency,
      boolean reverseCharge) {}

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  private UUID requestId;

  @Enumerated(EnumType.STRING)
  private InvoiceKind kind;

  private int year;
  private int sequence;
  private String number;
  private UUID customerId;
  private @Nullable UUID originalId;
  private String originalNumber;
  private String reason;
  private LocalDate issuedOn;
  private LocalDate serviceFrom;
  private LocalDate serviceTo;
  private LocalDate dueOn;
  private String language;
  private String currency;
  private boolean reverseCharge;

  @Embedded
  @EmbeddedColumnNaming("seller_%s")
  private Seller seller;

  @Embedded
  @EmbeddedColumnNaming("buyer_%s")
  private Buyer buyer;

  private BigDecimal net;
  private BigDecimal vat;
  private BigDecimal gross;
  private String contentHash;
  private Instant issuedAt;
  @CreatedBy private @Nullable String issuedBy;

  /** Made by the database for searching. */
  @Column(insertable = false, updatable = false)
  private @Nullable String search;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 200)
  @CollectionTable(name = "settlement_invoice_line", joinColumns = @JoinColumn(name = "invoice_id"))
  @OrderColumn(name = "position")
  private List<InvoiceLine> lines = new ArrayList<>();

  @SuppressWarnings("NullAway") // filled from the database
  protected Invoice() {}

  @SuppressWarnings("NullAway.Init") // the hash is taken of all the rest
  Invoice(
      Head head,
      int sequence,
      LocalDate issuedOn,
      Instant issuedAt,
      Seller seller,
      Buyer buyer,
      List<InvoiceLine> lines) {
    this.requestId = head.requestId();
    this.kind = head.kind();
    this.year = issuedOn.getYear();
    this.sequence = sequence;
    this.number = head.kind().number(year, sequence);
    this.customerId = head.customerId();
    this.originalId = head.originalId();
    this.originalNumber = head.originalNumber();
    this.reason = head.reason();
    this.issuedOn = issuedOn;
    this.serviceFrom = head.serviceFrom();
    this.serviceTo = head.serviceTo();
    this.dueOn = issuedOn.plusDays(head.paymentDays());
    this.language = head.language();
    this.currency = head.currency();
    this.reverseCharge = head.reverseCharge();
    this.seller = seller;
    this.buyer = buyer;
    this.lines.addAll(lines);
    var totals = totals();
    this.net = totals.net().amount();
    this.vat = totals.vat().amount();
    this.gross = totals.gross().amount();
    this.issuedAt = issuedAt;
    this.contentHash = hashOfContent();
  }

  /** True while what is stored is what was issued. */
  public boolean isIntact() {
    return contentHash.equals(hashOfContent());
  }

  private String hashOfContent() {
    var content = new StringBuilder();
    for (Object part :
        new Object[] {
          kind,
          number,
          customerId,
          originalNumber,
          reason,
          issuedOn,
          serviceFrom,
          serviceTo,
          dueOn,
          currency,
          reverseCharge,
          seller,
          buyer,
          plain(net),
          plain(vat),
          plain(gross)
        }) {
      content.append(part).append('\n');
    }
    for (var line : lines) {
      content
          .append(line.orderNumber())
          .append('|')
          .append(line.text())
          .append('|')
          .append(plain(line.quantity()))
          .append('|')
          .append(line.unit())
          .append('|')
          .append(plain(line.unitPrice()))
          .append('|')
          .append(plain(line.vatRate()))
          .append('|')
          .append(line.coverPercent())
          .append('|')
          .append(line.coverNumber())
          .append('\n');
    }
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha.digest(content.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  public UUID id() {
    return Objects.requireNonNull(id, "not saved yet");
  }

  public UUID requestId() {
    return requestId;
  }

  public InvoiceKind kind() {
    return kind;
  }

  public String number() {
    return number;
  }

  /** Who pays. */
  public UUID customerId() {
    return customerId;
  }

  /** What a credit note takes back; null for others. */
  public @Nullable UUID originalId() {
    return originalId;
  }

  public String originalNumber() {
    return originalNumber;
  }

  public String reason() {
    return reason;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  public LocalDate serviceFrom() {
    return serviceFrom;
  }

  public LocalDate serviceTo() {
    return serviceTo;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public String language() {
    return language;
  }

  public String currency() {
    return currency;
  }

  public boolean reverseCharge() {
    return reverseCharge;
  }

  public Seller seller() {
    return seller;
  }

  public Buyer buyer() {
    return buyer;
  }

  public List<InvoiceLine> lines() {
    return List.copyOf(lines);
  }

  public final Totals totals() {
    return Totals.of(currency, lines);
  }

  public Money gross() {
    return new Money(gross, currency);
  }

  public Money net() {
    return new Money(net, currency);
  }

  public Money vat() {
    return new Money(vat, currency);
  }

  /** SHA-256 of all that it says, in hexadecimal digits. */
  public String contentHash() {
    return contentHash;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  public @Nullable String issuedBy() {
    return issuedBy;
  }
}
