package io.trasa.documents.web;

import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.common.Text;
import io.trasa.documents.Company;
import io.trasa.documents.CompanyCard;
import io.trasa.documents.CompanyService;
import io.trasa.documents.FileService;
import io.trasa.documents.SamplePaper;
import io.trasa.security.AllowedFor;
import io.trasa.security.Role;
import io.trasa.web.PhoneNumber;
import io.trasa.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Who we are, and how our papers look. */
@RestController
@RequestMapping("/api/company")
class CompanyController {

  private final CompanyService companies;
  private final FileService files;
  private final SamplePaper sample;

  CompanyController(CompanyService companies, FileService files, SamplePaper sample) {
    this.companies = companies;
    this.files = files;
    this.sample = sample;
  }

  record CompanyView(
      long version,
      String name,
      String street,
      String postcode,
      String city,
      String country,
      String phone,
      String email,
      String vatId,
      String taxNumber,
      String bank,
      String iban,
      String bic,
      @Nullable UUID logoFileId) {

    static CompanyView of(CompanyCard card) {
      var company = card.company();
      return new CompanyView(
          card.version(),
          company.name(),
          company.street(),
          company.postcode(),
          company.city(),
          company.country(),
          company.phone(),
          company.email(),
          company.vatId(),
          company.taxNumber(),
          company.bank(),
          company.iban(),
          company.bic(),
          company.logoFileId());
    }
  }

  record CompanyForm(
      @NotNull Long version,
      @NotBlank @PlainText(max = 200) String name,
      @Nullable @PlainText(max = 200) String street,
      @Nullable @PlainText(max = 20) String postcode,
      @Nullable @PlainText(max = 100) String city,
      @NotNull @Pattern(regexp = "[A-Z]{2}", message = "is not a country such as DE or PL")
          String country,
      @Nullable @PhoneNumber String phone,
      @Nullable @Email @Size(max = 254) String email,
      @Nullable @Pattern(regexp = "([A-Z]{2}[0-9A-Z]{2,18})?", message = "is not a VAT number")
          String vatId,
      @Nullable @PlainText(max = 40) String taxNumber,
      @Nullable @PlainText(max = 200) String bank,
      @Nullable @Size(max = 50) String iban,
      @Nullable
          @Pattern(
              regexp = "([A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)?",
              message = "is not a BIC such as BYLADEM1001")
          String bic) {

    Company company() {
      return new Company(
          name.strip(),
          Text.orEmpty(street),
          Text.orEmpty(postcode),
          Text.orEmpty(city),
          country,
          Text.orEmpty(phone),
          Text.orEmpty(email),
          Text.orEmpty(vatId),
          Text.orEmpty(taxNumber),
          Text.orEmpty(bank),
          checkedIban(),
          Text.orEmpty(bic),
          null);
    }

    private String checkedIban() {
      var bare = Text.orEmpty(iban).replaceAll("\\s", "");
      if (!bare.isEmpty() && !Iban.isSound(bare)) {
        throw new InvalidInputException(
            "iban", iban, "is not an IBAN", "Maybe two digits are swapped; compare it once more.");
      }
      return bare;
    }
  }

  @GetMapping
  @AllowedFor(anyUser = true)
  CompanyView get() {
    return CompanyView.of(companies.card());
  }

  @PutMapping
  @AllowedFor(Role.ADMINISTRATOR)
  CompanyView change(@RequestBody @Valid CompanyForm form) {
    return CompanyView.of(companies.change(form.version(), form.company()));
  }

  @GetMapping("/logo")
  @AllowedFor(anyUser = true)
  ResponseEntity<byte[]> logo() {
    var logo = companies.logo().orElseThrow(() -> new NotFoundException("logo", "yet"));
    return SafeContent.picture(logo.name(), logo.type(), files.content(logo.id()));
  }

  @PutMapping("/logo")
  @AllowedFor(Role.ADMINISTRATOR)
  CompanyView changeLogo(@RequestPart MultipartFile file) throws IOException {
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return CompanyView.of(companies.changeLogo(name, file.getBytes()));
  }

  @DeleteMapping("/logo")
  @AllowedFor(Role.ADMINISTRATOR)
  CompanyView removeLogo() {
    return CompanyView.of(companies.removeLogo());
  }

  /** A made-up paper with the company's header; nothing is stored. */
  @GetMapping(path = "/sample-paper.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @AllowedFor({Role.ADMINISTRATOR, Role.DISPATCHER, Role.ACCOUNTANT, Role.MANAGER})
  ResponseEntity<byte[]> samplePaper(@RequestParam(defaultValue = "en") String language) {
    return SafeContent.paper("sample.pdf", sample.print(language));
  }
}
