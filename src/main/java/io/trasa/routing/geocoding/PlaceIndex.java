package io.trasa.routing.geocoding;

import io.trasa.common.Coordinates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;

/** A finished index of places, opened for reading. Safe for use by many threads. */
final class PlaceIndex implements AutoCloseable {

  /** The same address is often mapped as a building and as its entrance. */
  private static final int SAME_AGAIN = 3;

  private static final int HOUSE_METRES = 150;
  private static final int STREET_METRES = 1_000;
  private static final int SETTLEMENT_METRES = 10_000;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private PlaceIndex(DirectoryReader reader) {
    this.reader = reader;
    searcher = new IndexSearcher(reader);
  }

  /**
   * @throws IOException if there is no whole index in the folder
   */
  static PlaceIndex open(Path folder) throws IOException {
    return new PlaceIndex(DirectoryReader.open(FSDirectory.open(folder)));
  }

  int size() {
    return reader.numDocs();
  }

  List<Place> search(PlaceSearch search) {
    try {
      var hits =
          searcher.search(SearchQuery.of(search, this::isKnown), search.limit() * SAME_AGAIN);
      List<Place> places = new ArrayList<>();
      for (ScoreDoc hit : hits.scoreDocs) {
        Place place = place(hit);
        if (places.size() < search.limit() && places.stream().noneMatch(place::readsLike)) {
          places.add(search.near().map(place::from).orElse(place));
        }
      }
      return places;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The nearest house; where none is close the nearest bend of a street, then a settlement. */
  Optional<Place> nearest(Coordinates spot) {
    return nearest(PlaceKind.ADDRESS, spot, HOUSE_METRES)
        .or(() -> nearest(PlaceKind.STREET, spot, STREET_METRES))
        .or(() -> nearest(PlaceKind.SETTLEMENT, spot, SETTLEMENT_METRES));
  }

  private Optional<Place> nearest(PlaceKind kind, Coordinates spot, int metres) {
    try {
      var hits = LatLonPoint.nearest(searcher, IndexFields.points(kind), spot.lat(), spot.lon(), 1);
      if (hits.scoreDocs.length == 0) {
        return Optional.empty();
      }
      var hit = (FieldDoc) hits.scoreDocs[0];
      double distance = (Double) hit.fields[0];
      return distance > metres
          ? Optional.empty()
          : Optional.of(place(hit).away((int) Math.round(distance)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isKnown(String word) {
    try {
      return reader.docFreq(new Term(IndexFields.NAME, word)) > 0
          || reader.docFreq(new Term(IndexFields.CONTEXT, word)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Place place(ScoreDoc hit) throws IOException {
    return IndexFields.place(searcher.storedFields().document(hit.doc));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
