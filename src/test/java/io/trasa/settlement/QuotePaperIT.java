package io.trasa.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.documents.DocumentService;
import io.trasa.security.Role;
import io.trasa.testkit.MailServer;
import io.trasa.testkit.Office;
import io.trasa.testkit.SettableClock;
import io.trasa.testkit.TrasaIT;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@TrasaIT
class QuotePaperIT {

  private static final Pattern LINK = Pattern.compile("http://localhost:\\d*/p/([\\w-]+)");

  @Autowired private WebApplicationContext context;
  @Autowired private DocumentService documents;
  @Autowired private SettableClock clock;
  private Office office;
  private Office stranger;

  @BeforeEach
  void open() {
    office = new Office(context, Role.DISPATCHER);
    stranger = new Office(context, Role.CUSTOMER);
  }

  @Test
  void printsInTheCustomersLanguage() throws Exception {
    var quote = quote();
    var paper = office.post("", "/api/quotes/{id}/paper", quote.id());
    assertThat(paper.status()).as(paper.body().toString()).isEqualTo(201);
    assertThat(paper.at("/language")).isEqualTo("pl");
    var pdf = documents.content(UUID.fromString(paper.at("/documentId")));
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document).replace('\u00a0', ' '))
          .contains("Oferta", quote.at("/number"), "Łąkowa 5", "Wymiana palnika", "119,00 €");
    }
  }

  @Test
  void customerAcceptsBehindTheLinkOnce() throws Exception {
    var quote = quote();
    var path = "/api/public/quotes/" + sent(quote, "accept@trasa.example");
    assertThat(office.get("/api/quotes/{id}", quote.id()).at("/status")).isEqualTo("SENT");
    var seen = stranger.get(path);
    assertThat(seen.at("/number")).isEqualTo(quote.at("/number"));
    assertThat(seen.at("/status")).isEqualTo("SENT");
    assertThat(seen.at("/gross/amount")).startsWith("119");
    assertThat(stranger.post("{'name': ' '}", path + "/accept").status()).isEqualTo(400);
    for (int i = 0; i < 2; i++) {
      var accepted = stranger.post("{'name': 'Ewa Żak'}", path + "/accept");
      assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(200);
      assertThat(accepted.at("/status")).isEqualTo("ACCEPTED");
    }
    var known = office.get("/api/quotes/{id}", quote.id());
    assertThat(known.at("/status")).isEqualTo("ACCEPTED");
    assertThat(known.at("/answeredBy")).isEqualTo("Ewa Żak");
    assertThat(stranger.post("{'name': 'Ewa'}", path + "/decline").status()).isEqualTo(409);
  }

  @Test
  void customerDeclinesWithAReason() throws Exception {
    var quote = quote();
    var path = "/api/public/quotes/" + sent(quote, "decline@trasa.example");
    var declined = stranger.post("{'name': 'Ewa', 'reason': 'Za drogo'}", path + "/decline");
    assertThat(declined.at("/status")).isEqualTo("DECLINED");
    assertThat(office.get("/api/quotes/{id}", quote.id()).at("/declineReason"))
        .isEqualTo("Za drogo");
  }

  @Test
  void whatIsOverCanBeReadButNotAccepted() throws Exception {
    var quote = quote();
    var path = "/api/public/quotes/" + sent(quote, "late@trasa.example");
    clock.advance(Duration.ofDays(31));
    assertThat(stranger.get(path).at("/status")).isEqualTo("EXPIRED");
    var late = stranger.post("{'name': 'Ewa'}", path + "/accept");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.at("/code")).isEqualTo("quote-expired");
    clock.advance(QuotePapers.READABLE_AFTER_END);
    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.post("{'name': 'Ewa'}", path + "/accept").status()).isEqualTo(404);
  }

  @Test
  void anOlderRevisionIsNotAcceptedForANewerOne() throws Exception {
    var quote = quote();
    var old = "/api/public/quotes/" + sent(quote, "old@trasa.example");
    var now = office.get("/api/quotes/{id}", quote.id());
    var dearer =
        office.put(
            form("'version': %d, ".formatted(now.version()), "200"),
            "/api/quotes/{id}",
            quote.id());
    assertThat(dearer.status()).as(dearer.body().toString()).isEqualTo(200);
    sent(dearer, "new@trasa.example");
    assertThat(stranger.get(old).body().get("replaced").asBoolean()).isTrue();
    var refused = stranger.post("{'name': 'Ewa'}", old + "/accept");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("quote-replaced");
  }

  private String customer = "";
  private String site = "";

  private Office.Answer quote() {
    customer = office.post("{'name': 'Piekarnia Żak', 'language': 'pl'}", "/api/customers").id();
    site =
        office
            .post(
                """
                {'name': '', 'address': {'street': 'Łąkowa', 'houseNumber': '5',
                 'postcode': '17033', 'city': 'Neubrandenburg'},
                 'coordinates': {'lat': 53.557, 'lon': 13.26}}
                """,
                "/api/customers/{id}/sites",
                customer)
            .id();
    var quote = office.post(form("", "100"), "/api/quotes");
    assertThat(quote.status()).as(quote.body().toString()).isEqualTo(201);
    return quote;
  }

  private String form(String version, String price) {
    return """
    {%s'customerId': '%s', 'siteId': '%s', 'title': 'Nowy palnik', 'lines': [{'kind': 'OPERATION',
     'text': 'Wymiana palnika', 'quantity': 1, 'unit': 'szt.', 'unitPrice': %s, 'vatRate': 19}]}
    """
        .formatted(version, customer, site, price);
  }

  /** The token in the mail. */
  private String sent(Office.Answer quote, String email) throws Exception {
    var answer =
        office.post("{'email': '%s'}".formatted(email), "/api/quotes/{id}/send", quote.id());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    var mail = (MimeMultipart) MailServer.awaitMailTo(email).getContent();
    var written = new ByteArrayOutputStream();
    var text = (MimeMultipart) mail.getBodyPart(0).getContent();
    var inner = (MimeMultipart) text.getBodyPart(0).getContent();
    inner.getBodyPart(0).getDataHandler().writeTo(written);
    var found = LINK.matcher(written.toString(StandardCharsets.UTF_8));
    assertThat(found.find()).as(written.toString(StandardCharsets.UTF_8)).isTrue();
    return found.group(1);
  }
}
