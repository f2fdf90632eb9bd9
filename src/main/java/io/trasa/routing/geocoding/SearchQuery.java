package io.trasa.routing.geocoding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * Turns what was typed into a query. Every word must fit, exactly or with one or two typing errors
 * (Levenshtein automata, Schulz and Mihov 2002); the last one also as the beginning of a word.
 * Words such as "ulica" may be missing in the data. Numbers are house numbers or postcodes: houses
 * are found only by their number, and where nobody mapped it the street still is.
 */
final class SearchQuery {

  private static final int MAX_WORDS = 10;
  private static final int ONE_ERROR_FROM = 4;
  private static final int TWO_ERRORS_FROM = 7;

  private static final float EXACT = 10;
  private static final float BEGINNING = 8;
  private static final float ONE_ERROR = 5;
  private static final float TWO_ERRORS = 3;
  private static final float BEGINNING_WITH_ERROR = 3;

  /** A word of the city weighs less than one of the name. */
  private static final float CONTEXT_SHARE = 0.6f;

  private static final float WHOLE_NAME = 4;
  private static final float IMPORTANCE = 4;
  private static final float CLOSE = 5;
  private static final double CLOSE_METRES = 10_000;

  /** Words for "street" and "square" that often stand before the name, or are left out. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "ul",
          "ulica",
          "ulitsa",
          "bul",
          "bulevard",
          "al",
          "aleia",
          "os",
          "osiedle",
          "pl",
          "plac",
          "ploshtad",
          "zhk",
          "kv",
          "nr",
          "no",
          "calle",
          "c",
          "avenida",
          "avda",
          "plaza",
          "gr");

  private final List<String> words = new ArrayList<>();
  private final List<String> numbers = new ArrayList<>();
  private final String last;
  private final String whole;
  private final Predicate<String> known;

  private SearchQuery(String text, Predicate<String> known) {
    this.known = known;
    List<String> typed = Folding.words(text);
    typed = typed.subList(0, Math.min(typed.size(), MAX_WORDS));
    for (String word : typed) {
      (Character.isDigit(word.charAt(0)) ? numbers : words).add(word);
    }
    last = typed.isEmpty() ? "" : typed.getLast();
    whole = String.join("", words.stream().map(Folding::writtenOut).toList());
  }

  /**
   * Nothing is found by a text without letters and digits.
   *
   * @param known whether a word is written so somewhere; then it has at most one error
   */
  static Query of(PlaceSearch search, Predicate<String> known) {
    Query text = new SearchQuery(search.text(), known).query();
    var query = new BooleanQuery.Builder().add(text, Occur.MUST);
    query.add(
        FeatureField.newLinearQuery(IndexFields.FEATURES, IndexFields.IMPORTANCE, IMPORTANCE),
        Occur.SHOULD);
    search
        .near()
        .ifPresent(
            near ->
                query.add(
                    LatLonPoint.newDistanceFeatureQuery(
                        IndexFields.SPOT, CLOSE, near.lat(), near.lon(), CLOSE_METRES),
                    Occur.SHOULD));
    return query.build();
  }

  private Query query() {
    if (words.isEmpty() && numbers.isEmpty()) {
      return new MatchNoDocsQuery();
    }
    var query = new BooleanQuery.Builder();
    for (String word : words) {
      query.add(word(word), OPTIONAL.contains(word) ? Occur.SHOULD : Occur.MUST);
    }
    if (words.stream().allMatch(OPTIONAL::contains)) {
      numbers.forEach(number -> query.add(anyOf(inNameOrContext(number)), Occur.MUST));
    } else {
      numbers.forEach(number -> query.add(number(number), Occur.SHOULD));
    }
    query.add(houseByItsNumber(), Occur.MUST);
    query.add(scored(new TermQuery(new Term(IndexFields.WHOLE, whole)), WHOLE_NAME), Occur.SHOULD);
    return query.build();
  }

  /** Streets and settlements always, houses if one of the numbers is theirs. */
  private Query houseByItsNumber() {
    var query = new BooleanQuery.Builder();
    for (PlaceKind kind : List.of(PlaceKind.STREET, PlaceKind.SETTLEMENT)) {
      query.add(scored(new TermQuery(new Term(IndexFields.KIND, kind.name())), 0), Occur.SHOULD);
    }
    numbers.forEach(number -> query.add(anyOf(inHouseNumber(number, 0)), Occur.SHOULD));
    return query.build();
  }

  private Query number(String number) {
    List<Query> ways = inNameOrContext(number);
    ways.addAll(inHouseNumber(number, 1));
    return anyOf(ways);
  }

  private List<Query> inNameOrContext(String number) {
    List<Query> ways = new ArrayList<>();
    for (String field : List.of(IndexFields.NAME, IndexFields.CONTEXT)) {
      ways.add(scored(new TermQuery(new Term(field, number)), EXACT));
      if (number.equals(last)) {
        ways.add(scored(new PrefixQuery(new Term(field, number)), BEGINNING * CONTEXT_SHARE));
      }
    }
    return ways;
  }

  private List<Query> inHouseNumber(String number, float share) {
    List<Query> ways = new ArrayList<>();
    Term term = new Term(IndexFields.NUMBER, number);
    ways.add(scored(new TermQuery(term), EXACT * share));
    if (number.equals(last)) {
      ways.add(scored(new PrefixQuery(term), BEGINNING / 2 * share));
    }
    return ways;
  }

  private Query word(String word) {
    Set<String> forms = new LinkedHashSet<>(List.of(word, Folding.writtenOut(word)));
    List<Query> ways = new ArrayList<>();
    for (String form : forms) {
      addWays(ways, IndexFields.NAME, form, 1);
      addWays(ways, IndexFields.CONTEXT, form, CONTEXT_SHARE);
    }
    return anyOf(ways);
  }

  private void addWays(List<Query> ways, String field, String word, float share) {
    var term = new Term(field, word);
    ways.add(scored(new TermQuery(term), EXACT * share));
    boolean beginning = word.equals(last);
    if (beginning) {
      ways.add(scored(new PrefixQuery(term), BEGINNING * share));
    }
    int length = word.codePointCount(0, word.length());
    if (length >= ONE_ERROR_FROM) {
      var errors = new LevenshteinAutomata(word, true);
      ways.add(scored(new AutomatonQuery(term, errors.toAutomaton(1)), ONE_ERROR * share));
      boolean unknown = !known.test(word);
      if (unknown && length >= TWO_ERRORS_FROM) {
        ways.add(scored(new AutomatonQuery(term, errors.toAutomaton(2)), TWO_ERRORS * share));
      }
      if (unknown && beginning) {
        ways.add(scored(begun(term, errors.toAutomaton(1)), BEGINNING_WITH_ERROR * share));
      }
    }
  }

  private static Query begun(Term term, Automaton beginning) {
    Automaton begun = Operations.concatenate(beginning, Automata.makeAnyString());
    return new AutomatonQuery(
        term, Operations.determinize(begun, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
  }

  private static Query scored(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  /** The best of several ways to fit. */
  private static Query anyOf(List<Query> ways) {
    return new DisjunctionMaxQuery(ways, 0);
  }
}
