package io.trasa.documents;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the company's own data. */
@Service
@Transactional
public class CompanyService {

  private final CompanyCards cards;
  private final FileService files;

  CompanyService(CompanyCards cards, FileService files) {
    this.cards = cards;
    this.files = files;
  }

  @Transactional(readOnly = true)
  public Company get() {
    return card().company();
  }

  /** The same with its version, for a form. */
  @Transactional(readOnly = true)
  public CompanyCard card() {
    return cards.findAll().getFirst();
  }

  /** Says anew who we are; papers that are archived keep what they said. The logo stays. */
  public CompanyCard change(long version, Company company) {
    var card = card();
    card.requireVersion(version);
    card.describe(company.withLogo(card.company().logoFileId()));
    return cards.saveAndFlush(card);
  }

  /**
   * Puts another logo in the place of the one there is.
   *
   * @throws io.trasa.common.InvalidInputException if it is no PNG or JPEG, or larger than 500 kB
   */
  public CompanyCard changeLogo(String name, byte[] content) {
    var card = removeLogo();
    var logo = files.store(UUID.randomUUID(), FileService.Purpose.LOGO, card.id(), name, content);
    card.describe(card.company().withLogo(logo.id()));
    return cards.saveAndFlush(card);
  }

  public CompanyCard removeLogo() {
    var card = card();
    var old = card.company().logoFileId();
    if (old != null) {
      card.describe(card.company().withLogo(null));
      files.remove(old);
    }
    return cards.saveAndFlush(card);
  }

  /** The file of the logo, if there is one. */
  @Transactional(readOnly = true)
  public Optional<FileService.Entry> logo() {
    return Optional.ofNullable(get().logoFileId()).map(files::get);
  }
}
