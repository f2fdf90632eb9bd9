package io.trasa.assets;

import io.trasa.common.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A piece of work with its usual time and price. Never deleted, only deactivated. */
@Entity
@Table(name = "assets_operation")
public class Operation extends Stored {

  /**
   * What the office knows of an operation.
   *
   * @param normMinutes how long one unit of it should take
   * @param unit in which it is counted, such as {@code pc} or {@code h}
   * @param unitPrice net, in the company's currency
   * @param vatRate in percent
   * @param modelId the only model it fits; null fits all
   * @param skillId what a technician should be able to do for it; null asks for nothing
   * @param skillLevel 1 to 5; null without a skill
   */
  public record Details(
      String code,
      String name,
      int normMinutes,
      String unit,
      BigDecimal unitPrice,
      BigDecimal vatRate,
      @Nullable UUID modelId,
      @Nullable UUID skillId,
      @Nullable Integer skillLevel,
      boolean active) {}

  private String code = "";
  private String name = "";
  private int normMinutes;
  private String unit = "";
  private BigDecimal unitPrice = BigDecimal.ZERO;
  private BigDecimal vatRate = BigDecimal.ZERO;
  private @Nullable UUID modelId;
  private @Nullable UUID skillId;
  private @Nullable Integer skillLevel;
  private boolean active;

  /** Made by the database for searching. */
  @Column(insertable = false, updatable = false)
  private @Nullable String search;

  protected Operation() {}

  Operation(Details details) {
    describe(details);
  }

  final void describe(Details details) {
    this.code = details.code();
    this.name = details.name();
    this.normMinutes = details.normMinutes();
    this.unit = details.unit();
    this.unitPrice = details.unitPrice();
    this.vatRate = details.vatRate();
    this.modelId = details.modelId();
    this.skillId = details.skillId();
    this.skillLevel = details.skillLevel();
    this.active = details.active();
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  /** How long one unit of it should take. */
  public int normMinutes() {
    return normMinutes;
  }

  public String unit() {
    return unit;
  }

  /** Net, in the company's currency. */
  public BigDecimal unitPrice() {
    return unitPrice;
  }

  /** In percent. */
  public BigDecimal vatRate() {
    return vatRate;
  }

  /** The only model it fits; null fits all. */
  public @Nullable UUID modelId() {
    return modelId;
  }

  public @Nullable UUID skillId() {
    return skillId;
  }

  /** 1 to 5; null without a skill. */
  public @Nullable Integer skillLevel() {
    return skillLevel;
  }

  public boolean active() {
    return active;
  }
}
