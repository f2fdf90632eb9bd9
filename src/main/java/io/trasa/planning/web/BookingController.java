package io.trasa.planning.web;

import io.trasa.common.Coordinates;
import io.trasa.common.Priority;
import io.trasa.common.TimeWindow;
import io.trasa.orders.RequiredSkill;
import io.trasa.planning.Booking;
import io.trasa.planning.BookingService;
import io.trasa.planning.Hold;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Times to promise to a customer, held while he is on the phone. */
@RestController
@RequestMapping("/api/booking")
class BookingController {

  private static final int DEFAULT_DAYS = 5;
  private static final int DEFAULT_SLOT = 120;
  private static final int DEFAULT_MINUTES = 10;

  private final BookingService bookings;

  BookingController(BookingService bookings) {
    this.bookings = bookings;
  }

  /**
   * For what a time is looked for: an existing visit, or work at a place.
   *
   * @param durationMinutes of the work; needed without a visit
   * @param territoryId the one the place lies in if left out
   * @param preferredTechnicianIds whom the customer would rather have
   * @param excludedTechnicianIds whom the customer will not have
   * @param days how many from the first on; 5 if left out
   * @param windows in which the customer would like it; from 6 to 20 o'clock if left out
   * @param slotMinutes how long the promised arrival window is; 120 if left out
   */
  record FindSlots(
      @Nullable UUID visitId,
      @Nullable Coordinates place,
      @Nullable Integer durationMinutes,
      @Nullable @Size(max = 20) List<@NotNull RequiredSkill> skills,
      @Nullable Integer crewSize,
      @Nullable Priority priority,
      @Nullable UUID territoryId,
      @Nullable @Size(max = 100) Set<@NotNull UUID> preferredTechnicianIds,
      @Nullable @Size(max = 100) Set<@NotNull UUID> excludedTechnicianIds,
      @NotNull LocalDate from,
      @Nullable Integer days,
      @Nullable @Size(max = 50) List<@NotNull TimeWindow> windows,
      @Nullable @Min(15) @Max(720) Integer slotMinutes) {

    Booking.Wish toWish() {
      return new Booking.Wish(
          visitId,
          place,
          or(durationMinutes, 0),
          skills == null ? List.of() : skills,
          or(crewSize, 1),
          priority == null ? Priority.NORMAL : priority,
          territoryId,
          preferredTechnicianIds == null ? Set.of() : preferredTechnicianIds,
          excludedTechnicianIds == null ? Set.of() : excludedTechnicianIds,
          from,
          or(days, DEFAULT_DAYS),
          windows == null ? List.of() : windows,
          or(slotMinutes, DEFAULT_SLOT));
    }
  }

  record SlotsView(List<Booking.Offer> offers) {}

  /**
   * A slot to hold.
   *
   * @param id made by the page: sent again, it holds nothing more
   * @param slots for what, as it was looked for
   * @param window that was offered
   * @param minutes for how long, up to 60; 10 if left out
   */
  record HoldSlot(
      @NotNull UUID id,
      @NotNull @Valid FindSlots slots,
      @NotNull TimeWindow window,
      @Nullable Integer minutes) {}

  record ConfirmHold(@NotNull UUID visitId) {}

  /** The best times, the cheapest first; nothing is stored. */
  @PostMapping("/slots")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  SlotsView slots(@RequestBody @Valid FindSlots wish) {
    return new SlotsView(bookings.offers(wish.toWish()));
  }

  @PostMapping("/holds")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  Hold hold(@RequestBody @Valid HoldSlot wish) {
    return bookings.hold(
        wish.id(), wish.slots().toWish(), wish.window(), or(wish.minutes(), DEFAULT_MINUTES));
  }

  @DeleteMapping("/holds/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  void release(@PathVariable UUID id) {
    bookings.release(id);
  }

  /** The visit is in the plan, and the window is its own from then on. */
  @PostMapping("/holds/{id}/confirm")
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER})
  Hold confirm(@PathVariable UUID id, @RequestBody @Valid ConfirmHold wish) {
    return bookings.confirm(id, wish.visitId());
  }

  private static int or(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }
}
