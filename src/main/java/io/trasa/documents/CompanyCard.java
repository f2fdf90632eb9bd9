package io.trasa.documents;

import io.trasa.common.Stored;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The one row that says who we are. */
@Entity
@Table(name = "documents_company")
public class CompanyCard extends Stored {

  @Embedded private Company company;

  @SuppressWarnings("NullAway") // filled from the database
  protected CompanyCard() {}

  void describe(Company described) {
    this.company = described;
  }

  public Company company() {
    return company;
  }
}
