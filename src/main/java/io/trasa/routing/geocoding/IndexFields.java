package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;

/** How an {@link Entry} is written to the index and read back. */
final class IndexFields {

  /** Changes when what is written does: older indexes are then made anew. */
  static final String VERSION = "1";

  /** Words of the names; of a house its street's. */
  static final String NAME = "name";

  /** The whole name as one word. */
  static final String WHOLE = "whole";

  /** Words of city, district and postcode. */
  static final String CONTEXT = "context";

  static final String NUMBER = "number";
  static final String KIND = "kind";
  static final String FEATURES = "features";
  static final String IMPORTANCE = "importance";
  static final String SPOT = "spot";

  private static final String STORED_NAME = "s.name";
  private static final String STORED_STREET = "s.street";
  private static final String STORED_NUMBER = "s.number";
  private static final String STORED_POSTCODE = "s.postcode";
  private static final String STORED_CITY = "s.city";
  private static final String STORED_DISTRICT = "s.district";
  private static final String STORED_LAT = "s.lat";
  private static final String STORED_LON = "s.lon";

  private IndexFields() {}

  /** Points of each kind are in a field of their own, so that the nearest of a kind is found. */
  static String points(PlaceKind kind) {
    return "points." + kind;
  }

  static Document document(Entry entry) {
    var document = new Document();
    Place place = entry.place();
    String name = place.kind() == PlaceKind.SETTLEMENT ? place.name() : place.street();
    addName(document, name);
    entry.otherNames().forEach(other -> addName(document, other));
    for (String context : new String[] {place.city(), place.district(), place.postcode()}) {
      Folding.indexed(context).forEach(word -> add(document, CONTEXT, word));
    }
    Folding.words(place.houseNumber()).forEach(word -> add(document, NUMBER, word));
    add(document, KIND, place.kind().name());
    document.add(new FeatureField(FEATURES, IMPORTANCE, entry.importance()));
    Coordinates spot = place.coordinates();
    document.add(new LatLonPoint(SPOT, spot.lat(), spot.lon()));
    document.add(new LatLonDocValuesField(SPOT, spot.lat(), spot.lon()));
    for (Coordinates point : entry.along()) {
      document.add(new LatLonPoint(points(place.kind()), point.lat(), point.lon()));
    }
    store(document, place);
    return document;
  }

  private static void addName(Document document, String name) {
    Folding.indexed(name).forEach(word -> add(document, NAME, word));
    String whole = Folding.whole(name);
    if (!whole.isEmpty()) {
      add(document, WHOLE, whole);
    }
  }

  private static void add(Document document, String field, String term) {
    document.add(new StringField(field, term, Field.Store.NO));
  }

  private static void store(Document document, Place place) {
    document.add(new StoredField(KIND, place.kind().name()));
    document.add(new StoredField(STORED_NAME, place.name()));
    document.add(new StoredField(STORED_STREET, place.street()));
    document.add(new StoredField(STORED_NUMBER, place.houseNumber()));
    document.add(new StoredField(STORED_POSTCODE, place.postcode()));
    document.add(new StoredField(STORED_CITY, place.city()));
    document.add(new StoredField(STORED_DISTRICT, place.district()));
    document.add(new StoredField(STORED_LAT, place.coordinates().lat()));
    document.add(new StoredField(STORED_LON, place.coordinates().lon()));
  }

  static Place place(Document stored) {
    return new Place(
        PlaceKind.valueOf(stored.get(KIND)),
        stored.get(STORED_NAME),
        stored.get(STORED_STREET),
        stored.get(STORED_NUMBER),
        stored.get(STORED_POSTCODE),
        stored.get(STORED_CITY),
        stored.get(STORED_DISTRICT),
        new Coordinates(
            stored.getField(STORED_LAT).numericValue().doubleValue(),
            stored.getField(STORED_LON).numericValue().doubleValue()),
        null);
  }
}
