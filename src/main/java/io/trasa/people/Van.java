package io.trasa.people;

import io.trasa.common.Stored;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A vehicle that a technician drives to customers. */
@Entity
@Table(name = "people_van")
public class Van extends Stored {

  private String name = "";
  private String plate = "";

  protected Van() {}

  Van(String name, String plate) {
    describe(name, plate);
  }

  final void describe(String name, String plate) {
    this.name = name;
    this.plate = plate;
  }

  public String name() {
    return name;
  }

  /** The registration plate. */
  public String plate() {
    return plate;
  }
}
