package io.trasa.parts;

import io.trasa.common.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that is bought, carried and used. Never deleted, since the ledger names it. */
@Entity
@Table(name = "parts_part")
public class Part extends Stored {

  /**
   * What the catalogue says of a part.
   *
   * @param code unique, whatever its case
   * @param unit such as {@code pc} or {@code m}
   * @param cost what one costs the company, net, in its currency; up to 4 decimals
   * @param price what one is sold for, net
   * @param vatRate in percent
   * @param barcode unique; empty without one
   * @param substituteIds parts that do as well, the best first
   * @param minOnVan how much each van should carry as its own stock; 0 for none
   * @param active false for what is no longer ordered; what is there can still be used
   */
  public record Details(
      String code,
      String name,
      String unit,
      BigDecimal cost,
      BigDecimal price,
      BigDecimal vatRate,
      String barcode,
      List<UUID> substituteIds,
      BigDecimal minOnVan,
      boolean active) {}

  private String code = "";
  private String name = "";
  private String unit = "";
  private BigDecimal cost = BigDecimal.ZERO;
  private BigDecimal price = BigDecimal.ZERO;
  private BigDecimal vatRate = BigDecimal.ZERO;
  private String barcode = "";
  private List<UUID> substituteIds = List.of();
  private BigDecimal minOnVan = BigDecimal.ZERO;
  private boolean active = true;

  /** Made by the database for searching. */
  @Column(insertable = false, updatable = false)
  private @Nullable String search;

  protected Part() {}

  Part(Details details) {
    describe(details);
  }

  final void describe(Details details) {
    this.code = details.code();
    this.name = details.name();
    this.unit = details.unit();
    this.cost = details.cost();
    this.price = details.price();
    this.vatRate = details.vatRate();
    this.barcode = details.barcode();
    this.substituteIds = List.copyOf(details.substituteIds());
    this.minOnVan = details.minOnVan();
    this.active = details.active();
  }

  public Details details() {
    return new Details(
        code, name, unit, cost, price, vatRate, barcode, substituteIds, minOnVan, active);
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public String unit() {
    return unit;
  }

  /** What one costs the company, net. */
  public BigDecimal cost() {
    return cost;
  }

  /** What one is sold for, net. */
  public BigDecimal price() {
    return price;
  }

  /** In percent. */
  public BigDecimal vatRate() {
    return vatRate;
  }

  /** Parts that do as well, the best first. */
  public List<UUID> substituteIds() {
    return List.copyOf(substituteIds);
  }

  /** How much each van should carry as its own stock. */
  public BigDecimal minOnVan() {
    return minOnVan;
  }
}
