package io.trasa.notifications;

import io.trasa.documents.Company;
import io.trasa.documents.CompanyService;
import io.trasa.documents.DocumentKind;
import io.trasa.documents.DocumentService;
import io.trasa.documents.Outbox;
import io.trasa.documents.Words;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes the mail that a paper goes out with, in the reader's language. */
@Component
class DocumentMail {

  private final DocumentService documents;
  private final CompanyService companies;

  DocumentMail(DocumentService documents, CompanyService companies) {
    this.documents = documents;
    this.companies = companies;
  }

  Message write(Outbox.Outgoing outgoing) {
    var document = documents.get(outgoing.documentId());
    var company = companies.get();
    var words = Words.of("mails", Words.spoken(outgoing.language()), "mail");
    var kind = document.kind();
    var letter = letter(words, document, outgoing.link(), company);
    return new Message(
        outgoing.id(),
        company.name(),
        company.email(),
        outgoing.email(),
        oneLine(words.get("mail." + kind + ".subject", document.number(), company.name())),
        text(letter),
        html(letter, outgoing.language()),
        document.fileName(),
        documents.content(document.id()));
  }

  /** Paragraphs; a link stands alone. */
  private static List<String> letter(
      Words words, DocumentService.Entry document, String link, Company company) {
    var letter = new ArrayList<String>();
    letter.add(words.get("mail.greeting"));
    letter.add(oneLine(words.get("mail." + document.kind() + ".text", document.number())));
    if (!link.isEmpty()) {
      letter.add(
          words.get(document.kind() == DocumentKind.QUOTE ? "mail.answerHere" : "mail.readHere"));
      letter.add(link);
    }
    letter.add(words.get("mail.close") + "\n" + company.name());
    letter.add(String.join("\n", List.of(company.phone(), company.email())).strip());
    letter.removeIf(String::isEmpty);
    return letter;
  }

  private static String text(List<String> letter) {
    return String.join("\n\n", letter) + "\n";
  }

  private static String html(List<String> letter, String language) {
    var html =
        new StringBuilder("<!DOCTYPE html><html lang=\"%s\">".formatted(Words.spoken(language)));
    html.append("<body style=\"font:15px/1.5 Arial,sans-serif;color:#18202c\">");
    letter.forEach(paragraph -> html.append("<p>").append(marked(paragraph)).append("</p>"));
    return html.append("</body></html>").toString();
  }

  private static String marked(String paragraph) {
    var safe = HtmlUtils.htmlEscape(paragraph, "UTF-8").replace("\n", "<br>");
    return paragraph.matches("https?://\\S+")
        ? "<a href=\"%s\">%s</a>".formatted(safe, safe)
        : safe;
  }

  /** A paper may have no number; a company's name may have been typed over two lines. */
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
