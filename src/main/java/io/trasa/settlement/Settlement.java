package io.trasa.settlement;

import io.trasa.common.Money;
import io.trasa.common.Totals;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.jpa.domain.support.AuditingEntityListener;

/** What was decided on the money of a done order. Written once; the database refuses changes. */
@Entity
@Table(name = "settlement_settlement")
@EntityListeners(AuditingEntityListener.class)
public class Settlement {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  private @Nullable UUID id;

  private UUID requestId;
  private UUID orderId;
  private String orderNumber;
  private String title;
  private UUID customerId;
  private UUID payerId;
  private UUID siteId;
  private LocalDate firstDay;
  private LocalDate lastDay;
  private String currency;
  private BigDecimal net;
  private BigDecimal cost;

  /** Of the cost; kept for reports over many orders. The rest is labour. */
  private BigDecimal partsCost;

  private BigDecimal purchasesCost;
  private Instant settledAt;
  @CreatedBy private @Nullable String settledBy;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 200)
  @CollectionTable(name = "settlement_line", joinColumns = @JoinColumn(name = "settlement_id"))
  @OrderColumn(name = "position")
  private List<SettlementLine> lines = new ArrayList<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 200)
  @CollectionTable(name = "settlement_cost", joinColumns = @JoinColumn(name = "settlement_id"))
  @OrderColumn(name = "position")
  private List<CostLine> costs = new ArrayList<>();

  @SuppressWarnings("NullAway") // filled from the database
  protected Settlement() {}

  Settlement(UUID requestId, Proposal proposal, List<SettlementLine> lines, Instant at) {
    this.requestId = requestId;
    this.orderId = proposal.orderId();
    this.orderNumber = proposal.orderNumber();
    this.title = proposal.title();
    this.customerId = proposal.customerId();
    this.payerId = proposal.payerId();
    this.siteId = proposal.siteId();
    this.firstDay = proposal.firstDay();
    this.lastDay = proposal.lastDay();
    this.currency = proposal.currency();
    this.lines.addAll(lines);
    this.costs.addAll(proposal.costs());
    this.net = totals().net().amount();
    this.cost = proposal.cost().amount();
    this.partsCost = proposal.cost(Set.of(CostLine.Kind.PART)).amount();
    this.purchasesCost = proposal.cost(Set.of(CostLine.Kind.PURCHASE)).amount();
    this.settledAt = at;
  }

  public UUID id() {
    return Objects.requireNonNull(id, "not saved yet");
  }

  public UUID requestId() {
    return requestId;
  }

  public UUID orderId() {
    return orderId;
  }

  public String orderNumber() {
    return orderNumber;
  }

  public String title() {
    return title;
  }

  public UUID customerId() {
    return customerId;
  }

  /** Who gets the invoice. */
  public UUID payerId() {
    return payerId;
  }

  public UUID siteId() {
    return siteId;
  }

  /** The day on which the work began, in the company's zone. */
  public LocalDate firstDay() {
    return firstDay;
  }

  public LocalDate lastDay() {
    return lastDay;
  }

  public String currency() {
    return currency;
  }

  public List<SettlementLine> lines() {
    return List.copyOf(lines);
  }

  public List<CostLine> costs() {
    return List.copyOf(costs);
  }

  /** What the payer pays. */
  public final Totals totals() {
    return Totals.of(currency, lines);
  }

  public Money net() {
    return new Money(net, currency);
  }

  /** What it cost the company. */
  public Money cost() {
    return new Money(cost, currency);
  }

  public Instant settledAt() {
    return settledAt;
  }

  public @Nullable String settledBy() {
    return settledBy;
  }
}
