package io.trasa.assets.web;

import io.trasa.assets.Asset;
import io.trasa.assets.Characteristic;
import io.trasa.assets.Warranty;
import io.trasa.common.InvalidInputException;
import io.trasa.common.Text;
import io.trasa.web.OnChange;
import io.trasa.web.PlainText;
import io.trasa.web.ThisCentury;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the office knows of an asset, as it is sent. */
record AssetForm(
    @NotNull(groups = OnChange.class) Long version,
    @NotBlank @PlainText(max = 60) String serial,
    @NotNull UUID modelId,
    @NotNull UUID customerId,
    @NotNull UUID siteId,
    @Nullable @PlainText(max = 200) String location,
    @Nullable @PlainText(max = 200) String supplier,
    @Nullable @ThisCentury LocalDate deliveredOn,
    @Nullable @ThisCentury LocalDate commissionedOn,
    @Nullable @PlainText(max = 4000) String notes,
    @Nullable Boolean active,
    @Nullable @Size(max = 20) List<@NotNull @Valid WarrantyForm> warranties,
    @Nullable @Size(max = 40) List<@NotNull @Valid CharacteristicForm> characteristics) {

  /** A warranty covers labour, parts or travel, or several of them. */
  record WarrantyForm(
      @Nullable @PlainText(max = 60) String number,
      @NotNull @ThisCentury LocalDate from,
      @NotNull @ThisCentury LocalDate until,
      @Nullable Boolean coversLabour,
      @Nullable Boolean coversParts,
      @Nullable Boolean coversTravel) {

    Warranty warranty(String path) {
      if (until.isBefore(from)) {
        throw new InvalidInputException(
            path + "until", until, "is before its start " + from, "Maybe the two are swapped.");
      }
      var warranty =
          new Warranty(
              Text.orEmpty(number),
              from,
              until,
              Boolean.TRUE.equals(coversLabour),
              Boolean.TRUE.equals(coversParts),
              Boolean.TRUE.equals(coversTravel));
      if (!warranty.coversLabour() && !warranty.coversParts() && !warranty.coversTravel()) {
        throw new InvalidInputException(
            path + "coversLabour", false, "and the others cover nothing", "Choose what it covers.");
      }
      return warranty;
    }
  }

  record CharacteristicForm(
      @NotBlank @PlainText(max = 60) String name, @Nullable @PlainText(max = 200) String value) {}

  Asset.Details details() {
    var covers = Objects.requireNonNullElse(warranties, List.<WarrantyForm>of());
    return new Asset.Details(
        serial.strip(),
        modelId,
        customerId,
        siteId,
        Text.orEmpty(location),
        Text.orEmpty(supplier),
        deliveredOn,
        commissionedOn,
        Text.orEmpty(notes),
        !Boolean.FALSE.equals(active),
        IntStream.range(0, covers.size())
            .mapToObj(i -> covers.get(i).warranty("warranties[%d].".formatted(i)))
            .toList(),
        Objects.requireNonNullElse(characteristics, List.<CharacteristicForm>of()).stream()
            .map(c -> new Characteristic(c.name().strip(), Text.orEmpty(c.value())))
            .toList());
  }
}
