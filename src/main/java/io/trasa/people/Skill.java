package io.trasa.people;

import io.trasa.common.Stored;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Something a technician can do and a visit may need. */
@Entity
@Table(name = "people_skill")
public class Skill extends Stored {

  private String name = "";

  protected Skill() {}

  Skill(String name) {
    this.name = name;
  }

  void rename(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }
}
