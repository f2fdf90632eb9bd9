package io.trasa.assets;

import io.trasa.common.Stored;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A device at a customer's site. Never deleted, only deactivated when it is gone. */
@Entity
@Table(name = "assets_asset")
public class Asset extends Stored {

  /**
   * What the office knows of an asset; unknown texts are empty.
   *
   * @param location where on the site it stands
   * @param supplier who sold it
   */
  public record Details(
      String serial,
      UUID modelId,
      UUID customerId,
      UUID siteId,
      String location,
      String supplier,
      @Nullable LocalDate deliveredOn,
      @Nullable LocalDate commissionedOn,
      String notes,
      boolean active,
      List<Warranty> warranties,
      List<Characteristic> characteristics) {}

  private String serial;
  private UUID modelId;
  private UUID customerId;
  private UUID siteId;
  private String location;
  private String supplier;
  private @Nullable LocalDate deliveredOn;
  private @Nullable LocalDate commissionedOn;
  private String notes;
  private boolean active;
  private String modelName;
  private String modelKind;
  private String customerName;
  private @Nullable LocalDate coveredUntil;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 500)
  @CollectionTable(name = "assets_warranty", joinColumns = @JoinColumn(name = "asset_id"))
  @OrderColumn(name = "position")
  private List<Warranty> warranties = new ArrayList<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SELECT)
  @BatchSize(size = 500)
  @CollectionTable(name = "assets_characteristic", joinColumns = @JoinColumn(name = "asset_id"))
  @OrderColumn(name = "position")
  private List<Characteristic> characteristics = new ArrayList<>();

  /** Made by the database for searching. */
  @Column(insertable = false, updatable = false)
  private @Nullable String search;

  @SuppressWarnings("NullAway") // filled from the database
  protected Asset() {}

  @SuppressWarnings("NullAway.Init") // describe fills the rest
  Asset(Details details, Model model, String customerName) {
    describe(details, model, customerName);
  }

  final void describe(Details details, Model model, String customerName) {
    this.serial = details.serial();
    this.modelId = details.modelId();
    this.customerId = details.customerId();
    this.siteId = details.siteId();
    this.location = details.location();
    this.supplier = details.supplier();
    this.deliveredOn = details.deliveredOn();
    this.commissionedOn = details.commissionedOn();
    this.notes = details.notes();
    this.active = details.active();
    this.modelName = model.fullName();
    this.modelKind = model.kind();
    this.customerName = customerName;
    this.coveredUntil =
        details.warranties().stream().map(Warranty::until).max(LocalDate::compareTo).orElse(null);
    replace(warranties, details.warranties());
    replace(characteristics, details.characteristics());
  }

  private static <T> void replace(List<T> present, List<T> wanted) {
    if (!present.equals(wanted)) {
      present.clear();
      present.addAll(wanted);
    }
  }

  /** What others want to know of it on that day. */
  AssetBrief brief(LocalDate day) {
    return new AssetBrief(
        id(),
        customerId,
        siteId,
        serial,
        modelName,
        location,
        Warranty.counting(warranties, day).orElse(null));
  }

  /** Unique among assets of one model, whatever the case. */
  public String serial() {
    return serial;
  }

  public UUID modelId() {
    return modelId;
  }

  public UUID customerId() {
    return customerId;
  }

  public UUID siteId() {
    return siteId;
  }

  /** Where on the site it stands. */
  public String location() {
    return location;
  }

  /** Who sold it. */
  public String supplier() {
    return supplier;
  }

  public @Nullable LocalDate deliveredOn() {
    return deliveredOn;
  }

  public @Nullable LocalDate commissionedOn() {
    return commissionedOn;
  }

  public String notes() {
    return notes;
  }

  /** False once it is gone. */
  public boolean active() {
    return active;
  }

  /** The model's brand and name. */
  public String modelName() {
    return modelName;
  }

  /** What sort of device it is; may be empty. */
  public String modelKind() {
    return modelKind;
  }

  public String customerName() {
    return customerName;
  }

  /** The last day any of its warranties covers. */
  public @Nullable LocalDate coveredUntil() {
    return coveredUntil;
  }

  public List<Warranty> warranties() {
    return List.copyOf(warranties);
  }

  public List<Characteristic> characteristics() {
    return List.copyOf(characteristics);
  }
}
