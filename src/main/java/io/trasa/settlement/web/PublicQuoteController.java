package io.trasa.settlement.web;

import io.trasa.common.Money;
import io.trasa.common.Text;
import io.trasa.orders.Quote;
import io.trasa.security.AllowedFor;
import io.trasa.settlement.QuotePapers;
import io.trasa.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A quote as its customer sees it, by the token of the link; nothing else is reachable with it. */
@RestController
@RequestMapping("/api/public/quotes/{token}")
class PublicQuoteController {

  private final QuotePapers papers;

  PublicQuoteController(QuotePapers papers) {
    this.papers = papers;
  }

  /**
   * What the customer needs to decide.
   *
   * @param replaced whether there is a newer revision, so that this one cannot be answered
   * @param answeredBy who accepted or declined; empty before
   */
  record PublicQuoteView(
      String number,
      String title,
      LocalDate validUntil,
      Quote.Status status,
      boolean replaced,
      Money net,
      Money vat,
      Money gross,
      String answeredBy,
      @Nullable Instant answeredAt) {}

  record AcceptForm(@NotBlank @PlainText(max = 200) String name) {}

  record DeclineForm(
      @NotBlank @PlainText(max = 200) String name,
      @Nullable @PlainText(max = 1000) String reason) {}

  @GetMapping
  @AllowedFor(everybody = true)
  PublicQuoteView open(@PathVariable String token) {
    return view(token, papers.behind(token));
  }

  @PostMapping("/accept")
  @AllowedFor(everybody = true)
  PublicQuoteView accept(@PathVariable String token, @RequestBody @Valid AcceptForm form) {
    return view(token, papers.accept(token, form.name().strip()));
  }

  @PostMapping("/decline")
  @AllowedFor(everybody = true)
  PublicQuoteView decline(@PathVariable String token, @RequestBody @Valid DeclineForm form) {
    return view(token, papers.decline(token, Text.orEmpty(form.reason()), form.name().strip()));
  }

  private PublicQuoteView view(String token, Quote quote) {
    var totals = quote.totals();
    return new PublicQuoteView(
        quote.number(),
        quote.title(),
        quote.validUntil(),
        quote.status(),
        !papers.isCurrent(token),
        totals.net(),
        totals.vat(),
        totals.gross(),
        quote.answeredBy(),
        quote.answeredAt());
  }
}
