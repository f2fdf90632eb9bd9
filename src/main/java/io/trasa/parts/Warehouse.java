package io.trasa.parts;

import io.trasa.common.Coordinates;
import io.trasa.common.Stored;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The one row that says where the warehouse is and how long it takes to fetch parts there. */
@Entity
@Table(name = "parts_warehouse")
public class Warehouse extends Stored {

  /**
   * What is known of it.
   *
   * @param address on one line; may be empty
   * @param place null while nobody has said where it is: then nobody is sent there
   * @param callMinutes how long somebody stays who fetches parts
   */
  public record Details(String address, @Nullable Coordinates place, int callMinutes) {}

  private String address = "";
  private @Nullable Double lat;
  private @Nullable Double lon;
  private int callMinutes;

  protected Warehouse() {}

  void describe(Details details) {
    Coordinates place = details.place();
    address = details.address();
    lat = place == null ? null : (Double) place.lat();
    lon = place == null ? null : (Double) place.lon();
    callMinutes = details.callMinutes();
  }

  public Details details() {
    return new Details(
        address, lat == null || lon == null ? null : new Coordinates(lat, lon), callMinutes);
  }
}
