package io.trasa.customers;

import jakarta.persistence.Embeddable;

/** A postal address; parts that are unknown are empty. */
@Embeddable
public record Address(String street, String houseNumber, String postcode, String city) {

  /** On one line, such as {@code Turmstraße 12, 17033 Neubrandenburg}. */
  public String onOneLine() {
    var first = (street + " " + houseNumber).strip();
    var second = (postcode + " " + city).strip();
    return first.isEmpty() ? second : first + ", " + second;
  }
}
