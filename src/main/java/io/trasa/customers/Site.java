package io.trasa.customers;

import io.trasa.common.Coordinates;
import io.trasa.common.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Where a customer's equipment stands: an address and a pin on the map. */
@Entity
@Table(name = "customers_site")
public class Site extends Stored {

  /** What the office knows of a site; unknown texts are empty. */
  public record Details(
      String name, Address address, Coordinates coordinates, String accessNotes) {}

  @Column(updatable = false)
  private UUID customerId;

  private String name;
  @Embedded private Address address;
  private double lat;
  private double lon;
  private String accessNotes;

  @SuppressWarnings("NullAway") // filled from the database
  protected Site() {}

  Site(UUID customerId, Details details) {
    this.customerId = customerId;
    this.name = details.name();
    this.address = details.address();
    this.accessNotes = details.accessNotes();
    describe(details);
  }

  final void describe(Details details) {
    this.name = details.name();
    this.address = details.address();
    this.lat = details.coordinates().lat();
    this.lon = details.coordinates().lon();
    this.accessNotes = details.accessNotes();
  }

  public UUID customerId() {
    return customerId;
  }

  public String name() {
    return name;
  }

  public Address address() {
    return address;
  }

  public Coordinates coordinates() {
    return new Coordinates(lat, lon);
  }

  public String accessNotes() {
    return accessNotes;
  }
}
