package io.trasa.parts;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.security.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The door to stock documents: issued by those who move pieces, read by everybody at a desk. */
@Service
@Transactional(readOnly = true)
public class StockDocuments {

  /** What is to be written on a new paper; see {@link StockDocument.Content}. */
  record Draft(
      StockDocument.Kind kind,
      @Nullable UUID technicianId,
      String technician,
      String van,
      @Nullable LocalDate day,
      String note,
      List<StockDocument.Line> lines) {}

  private static final int MAX_SEARCH = 100;

  private final JdbcClient database;
  private final CurrentUser currentUser;
  private final Clock clock;
  private final ZoneId zone;
  private final JsonMapper json;

  StockDocuments(
      JdbcClient database, CurrentUser currentUser, Clock clock, ZoneId zone, JsonMapper json) {
    this.database = database;
    this.currentUser = currentUser;
    this.clock = clock;
    this.zone = zone;
    this.json = json;
  }

  /**
   * @throws NotFoundException if there is none
   */
  public StockDocument get(UUID id) {
    return find(id).orElseThrow(() -> new NotFoundException("stock document", id));
  }

  /**
   * Papers whose number, names, orders or parts hold all the words, newest first.
   *
   * @param kind null for all
   */
  public Page<StockDocument> search(
      StockDocument.@Nullable Kind kind, @Nullable String words, Pageable page) {
    var patterns = patterns(words);
    var where =
        """
        where (cast(:kind as varchar) is null or kind = :kind)
        and search like all (select text_fold(word) from unnest(cast(:words as text[])) word)
        """;
    var found =
        database
            .sql(
                "select * from parts_document %s order by issued_at desc, id desc limit :size offset :from"
                    .formatted(where))
            .param("kind", kind == null ? null : kind.name())
            .param("words", patterns)
            .param("size", page.getPageSize())
            .param("from", page.getOffset())
            .query((row, i) -> read(row))
            .list();
    var total =
        database
            .sql("select count(*) from parts_document " + where)
            .param("kind", kind == null ? null : kind.name())
            .param("words", patterns)
            .query(Long.class)
            .single();
    return new PageImpl<>(found, page, total);
  }

  /** As {@link io.trasa.common.TextSearch} has it, for plain SQL. */
  private static String[] patterns(@Nullable String words) {
    if (words == null || words.isBlank()) {
      return new String[0];
    }
    if (words.length() > MAX_SEARCH) {
      throw new InvalidInputException(
          "search",
          words,
          "is longer than %d characters".formatted(MAX_SEARCH),
          "A few words are enough.");
    }
    return Arrays.stream(words.replaceAll("\\p{Cntrl}", " ").strip().split("\\s+", -1))
        .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
        .toArray(String[]::new);
  }

  Optional<StockDocument> find(UUID id) {
    return database
        .sql("select * from parts_document where id = ?")
        .param(id)
        .query((row, i) -> read(row))
        .optional();
  }

  /**
   * The paper that was issued before under this id, if the request is repeated.
   *
   * @throws ConflictException with code {@code id-taken} if it is another kind of paper
   */
  Optional<StockDocument> repeated(UUID id, StockDocument.Kind kind) {
    var before = find(id);
    before
        .filter(document -> document.content().kind() != kind)
        .ifPresent(
            document -> {
              throw new ConflictException(
                  "id-taken",
                  "The id %s belongs to %s.".formatted(id, document.content().number()),
                  "Send a new id for a new document.");
            });
    return before;
  }

  /** Issues a paper with the next number, which nobody gets if the transaction fails. */
  @Transactional(propagation = Propagation.MANDATORY)
  public StockDocument issue(UUID id, Draft draft) {
    var at = clock.instant();
    var content =
        new StockDocument.Content(
            draft.kind(),
            nextNumber(draft.kind(), LocalDate.ofInstant(at, zone).getYear() % 100),
            at,
            currentUser.name(),
            draft.technicianId(),
            draft.technician(),
            draft.van(),
            draft.day(),
            draft.note(),
            draft.lines());
    var text = json.writeValueAsString(content);
    var sum = sha256(text);
    database
        .sql(
            """
            insert into parts_document (
              id, number, kind, technician_id, issued_at, issued_by, content, sha256, search)
            values (:id, :number, :kind, :technician, :at, :by, :content, :sum, text_fold(:search))
            """)
        .param("id", id)
        .param("number", content.number())
        .param("kind", content.kind().name())
        .param("technician", content.technicianId())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", content.issuedBy())
        .param("content", text)
        .param("sum", sum)
        .param("search", searchText(content))
        .update();
    return new StockDocument(id, content, sum, true);
  }

  private String nextNumber(StockDocument.Kind kind, int year) {
    var series = "%s%02d".formatted(kind.letter, year);
    int number =
        database
            .sql(
                """
                insert into parts_document_series as s values (?, 1)
                on conflict (series) do update set last_number = s.last_number + 1
                returning last_number
                """)
            .param(series)
            .query(Integer.class)
            .single();
    return "%s-%05d".formatted(series, number);
  }

  private static String searchText(StockDocument.Content content) {
    var lines =
        content.lines().stream()
            .flatMap(line -> Stream.of(line.orderNumber(), line.code(), line.name()))
            .distinct();
    return Stream.concat(
            Stream.of(content.number(), content.technician(), content.van(), content.note()), lines)
        .collect(Collectors.joining(" "));
  }

  private StockDocument read(ResultSet row) throws SQLException {
    var text = row.getString("content");
    var sum = row.getString("sha256");
    return new StockDocument(
        row.getObject("id", UUID.class),
        json.readValue(text, StockDocument.Content.class),
        sum,
        sum.equals(sha256(text)));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
