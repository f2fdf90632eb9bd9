package io.trasa.fieldwork.web;

import io.trasa.parts.VanPart;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A technician's day, all of it, so that a phone can do without network afterwards.
 *
 * @param technicianId whose day it is
 * @param at when it was put together
 * @param officePhone may be empty
 * @param visits in the order of the route; open ones of the days before come first
 */
record PhoneDayView(
    UUID technicianId,
    LocalDate day,
    Instant at,
    String officePhone,
    String currency,
    List<PhoneVisitView> visits,
    List<OnVan> van) {

  /** A part on the van. */
  record OnVan(UUID partId, String code, String name, String unit, BigDecimal quantity) {

    static OnVan of(VanPart part) {
      return new OnVan(part.partId(), part.code(), part.name(), part.unit(), part.quantity());
    }
  }
}
