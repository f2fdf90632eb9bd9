package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what an extract has in pieces: the ways of a street become one street in its
 * settlement, and streets and settlements learn postcode and city from the houses in them.
 */
final class Gazetteer {

  private static final float HOUSE_IMPORTANCE = 0.1f;
  private static final float STREET_IMPORTANCE = 0.3f;

  /** A street of a settlement; there may be one of the same name in the next. */
  private record Key(String street, @Nullable Settlement settlement) {}

  private record PostalCity(String postcode, String city) {}

  /** The pieces of one street. */
  private static final class Joined {
    final List<Coordinates> along = new ArrayList<>();
    final Set<String> otherNames = new LinkedHashSet<>();
    String postcode = "";
  }

  private final AddressReader.Found found;
  private final Settlements settlements;
  private final Map<Key, Map<PostalCity, Integer>> houses = new HashMap<>();
  private final Map<Settlement, Set<String>> postcodes = new HashMap<>();

  private Gazetteer(AddressReader.Found found) {
    this.found = found;
    settlements = new Settlements(found.settlements());
  }

  /** Everything that can be searched for. */
  static List<Entry> of(AddressReader.Found found) {
    return new Gazetteer(found).entries();
  }

  private List<Entry> entries() {
    List<Entry> houseEntries = found.addresses().stream().map(this::house).toList();
    return Stream.of(settlementEntries(), streets(), houseEntries.stream())
        .flatMap(entries -> entries)
        .toList();
  }

  private Entry house(AddressReader.Address address) {
    Settlement around = settlements.around(address.coordinates()).orElse(null);
    if (!address.postcode().isEmpty() || !address.city().isEmpty()) {
      houses
          .computeIfAbsent(new Key(address.street(), around), first -> new HashMap<>())
          .merge(new PostalCity(address.postcode(), address.city()), 1, Integer::sum);
    }
    if (around != null && !address.postcode().isEmpty()) {
      postcodes.computeIfAbsent(around, first -> new HashSet<>()).add(address.postcode());
    }
    String city = address.city().isEmpty() && around != null ? around.name() : address.city();
    var place =
        new Place(
            PlaceKind.ADDRESS,
            "",
            address.street(),
            address.number(),
            address.postcode(),
            city,
            district(address.coordinates(), around, city),
            address.coordinates(),
            null);
    return new Entry(place, List.of(), HOUSE_IMPORTANCE, List.of(address.coordinates()));
  }

  private Stream<Entry> streets() {
    Map<Key, Joined> joined = new LinkedHashMap<>();
    for (AddressReader.Street piece : found.streets()) {
      Coordinates middle = piece.along().get(piece.along().size() / 2);
      var key = new Key(piece.name(), settlements.around(middle).orElse(null));
      Joined street = joined.computeIfAbsent(key, first -> new Joined());
      street.along.addAll(piece.along());
      street.otherNames.addAll(piece.otherNames());
      street.postcode = street.postcode.isEmpty() ? piece.postcode() : street.postcode;
    }
    return joined.entrySet().stream().map(entry -> street(entry.getKey(), entry.getValue()));
  }

  private Entry street(Key key, Joined pieces) {
    PostalCity postal = commonest(key).orElse(new PostalCity(pieces.postcode, ""));
    Settlement around = key.settlement();
    String city = postal.city().isEmpty() && around != null ? around.name() : postal.city();
    Coordinates middle = middle(pieces.along);
    var place =
        new Place(
            PlaceKind.STREET,
            "",
            key.street(),
            "",
            postal.postcode(),
            city,
            district(middle, around, city),
            middle,
            null);
    return new Entry(
        place, List.copyOf(pieces.otherNames), STREET_IMPORTANCE, List.copyOf(pieces.along));
  }

  private Optional<PostalCity> commonest(Key key) {
    return houses.getOrDefault(key, Map.of()).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** A settlement mapped twice, as a point and as an area, is one. */
  private Stream<Entry> settlementEntries() {
    Map<String, List<Settlement>> known = new LinkedHashMap<>();
    found.settlements().stream()
        .sorted(Comparator.comparing(Settlement::sort))
        .forEach(
            settlement -> {
              var sameName = known.computeIfAbsent(settlement.name(), first -> new ArrayList<>());
              if (sameName.stream().noneMatch(other -> other.reaches(settlement.coordinates()))) {
                sameName.add(settlement);
              }
            });
    return known.values().stream().flatMap(List::stream).map(this::settlement);
  }

  private Entry settlement(Settlement settlement) {
    String city = settlement.name();
    if (settlement.sort().part) {
      city = settlements.around(settlement.coordinates()).map(Settlement::name).orElse(city);
    }
    Set<String> known = postcodes.getOrDefault(settlement, Set.of());
    String postcode = known.size() == 1 ? known.iterator().next() : settlement.postcode();
    var place =
        new Place(
            PlaceKind.SETTLEMENT,
            settlement.name(),
            "",
            "",
            postcode,
            city,
            "",
            settlement.coordinates(),
            null);
    return new Entry(
        place,
        settlement.otherNames(),
        settlement.sort().importance,
        List.of(settlement.coordinates()));
  }

  private String district(Coordinates spot, @Nullable Settlement around, String city) {
    return settlements
        .part(spot)
        .or(() -> Optional.ofNullable(around))
        .map(Settlement::name)
        .filter(name -> !name.equals(city))
        .orElse("");
  }

  /** The bend that is closest to the centre of all: a spot on the street itself. */
  private static Coordinates middle(List<Coordinates> along) {
    double lat = along.stream().mapToDouble(Coordinates::lat).average().orElseThrow();
    double lon = along.stream().mapToDouble(Coordinates::lon).average().orElseThrow();
    var centre = new Coordinates(lat, lon);
    return Objects.requireNonNull(
        along.stream().min(Comparator.comparingDouble(centre::metresTo)).orElse(null));
  }
}
