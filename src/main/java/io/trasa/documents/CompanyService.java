package io.trasa.documents;

import org.springframework.stereotype.Service;

/** The door to the company's own data. */
@Service
public class CompanyService {

  public Company get() {
    throw new UnsupportedOperationException();
  }
}
