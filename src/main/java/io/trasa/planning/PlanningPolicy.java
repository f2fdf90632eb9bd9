package io.trasa.planning;

import io.trasa.common.Stored;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A named set of weights for the wishes; the weights are those of its latest revision. */
@Entity
@Table(name = "planning_policy")
public class PlanningPolicy extends Stored {

  private String name = "";
  private int revision = 1;
  private boolean standard;

  protected PlanningPolicy() {}

  PlanningPolicy(String name, boolean standard) {
    this.name = name;
    this.standard = standard;
  }

  void edit(String name) {
    this.name = name;
    this.revision++;
  }

  void beStandard(boolean standard) {
    this.standard = standard;
  }

  public String name() {
    return name;
  }

  /** The number of the latest revision. */
  public int revision() {
    return revision;
  }

  /** Whether plans are made with it unless another one is named. */
  public boolean isStandard() {
    return standard;
  }
}
