package io.trasa.assets;

import io.trasa.common.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A make of device, of which many may stand at customers'. Never deleted, only deactivated. */
@Entity
@Table(name = "assets_model")
public class Model extends Stored {

  /**
   * What the office knows of a model.
   *
   * @param kind what sort of device it is, such as gas boiler; may be empty
   */
  public record Details(String brand, String name, String kind, boolean active) {}

  private String brand = "";
  private String name = "";
  private String kind = "";
  private boolean active;

  /** Made by the database for searching. */
  @Column(insertable = false, updatable = false)
  private @Nullable String search;

  protected Model() {}

  Model(Details details) {
    describe(details);
  }

  final void describe(Details details) {
    this.brand = details.brand();
    this.name = details.name();
    this.kind = details.kind();
    this.active = details.active();
  }

  public String brand() {
    return brand;
  }

  public String name() {
    return name;
  }

  /** What sort of device it is; may be empty. */
  public String kind() {
    return kind;
  }

  /** Offered for new assets and operations. */
  public boolean active() {
    return active;
  }

  /** Brand and name. */
  public String fullName() {
    return brand + " " + name;
  }
}
