package io.trasa.settlement.invoices;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.mustangproject.Allowance;
import org.mustangproject.BankDetails;
import org.mustangproject.Item;
import org.mustangproject.Product;
import org.mustangproject.ReferencedDocument;
import org.mustangproject.TradeParty;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.ZUGFeRD2PullProvider;
import org.mustangproject.ZUGFeRD.ZUGFeRDExporterFromA3;

/**
 * Writes invoices and credit notes as EN 16931 wants them: the cross-industry invoice of UN/CEFACT,
 * which Factur-X puts into a PDF/A-3.
 */
final class EInvoice {

  private static final String PROFILE = "EN16931";

  /** UN/ECE recommendation 20. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("pc", "H87"),
          Map.entry("h", "HUR"),
          Map.entry("min", "MIN"),
          Map.entry("day", "DAY"),
          Map.entry("km", "KMT"),
          Map.entry("m", "MTR"),
          Map.entry("cm", "CMT"),
          Map.entry("mm", "MMT"),
          Map.entry("m2", "MTK"),
          Map.entry("m3", "MTQ"),
          Map.entry("l", "LTR"),
          Map.entry("ml", "MLT"),
          Map.entry("kg", "KGM"),
          Map.entry("g", "GRM"),
          Map.entry("set", "SET"));

  private EInvoice() {}

  /** The XML alone. */
  static byte[] xml(Invoice invoice) {
    var provider = new ZUGFeRD2PullProvider();
    provider.setProfile(Profiles.getByName(PROFILE));
    provider.generateXML(transaction(invoice));
    return provider.getXML();
  }

  /**
   * Puts the XML into the printed paper.
   *
   * @param pdf a PDF/A-3
   */
  static byte[] embed(byte[] pdf, Invoice invoice) {
    try (var exporter = new ZUGFeRDExporterFromA3()) {
      exporter.setProducer("Trasa").setCreator("Trasa").setZUGFeRDVersion(2).setProfile(PROFILE);
      exporter.load(pdf);
      exporter.setXML(xml(invoice));
      var whole = new ByteArrayOutputStream();
      exporter.export(whole);
      return whole.toByteArray();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static org.mustangproject.Invoice transaction(Invoice invoice) {
    var out =
        new org.mustangproject.Invoice()
            .setNumber(invoice.number())
            .setIssueDate(date(invoice.issuedOn()))
            .setDueDate(date(invoice.dueOn()))
            .setCurrency(invoice.currency())
            .setSender(seller(invoice.seller()))
            .setRecipient(buyer(invoice.buyer()));
    if (invoice.serviceFrom().equals(invoice.serviceTo())) {
      out.setDeliveryDate(date(invoice.serviceTo()));
    } else {
      out.setDetailedDeliveryPeriod(date(invoice.serviceFrom()), date(invoice.serviceTo()));
    }
    if (invoice.kind() == InvoiceKind.CREDIT_NOTE) {
      out.setCreditNote();
      out.addInvoiceReferencedDocument(new ReferencedDocument(invoice.originalNumber()));
      out.addNote(invoice.reason());
    }
    for (int i = 0; i < invoice.lines().size(); i++) {
      out.addItem(item(invoice, invoice.lines().get(i), i + 1));
    }
    return out;
  }

  private static Item item(Invoice invoice, InvoiceLine line, int position) {
    var product = new Product(line.text(), "", unit(line.unit()), plain(line.vatRate()));
    if (invoice.reverseCharge()) {
      product.setReverseCharge().setTaxExemptionReason("Reverse charge");
    }
    var currency = invoice.currency();
    var allowance = line.allowance(currency);
    var item =
        allowance.signum() > 0
            ? new WholeItem(product, line.full(currency).amount(), plain(line.quantity()))
            : new Item(product, plain(line.unitPrice()), plain(line.quantity()));
    item.setId(String.valueOf(position));
    if (!line.orderNumber().isEmpty()) {
      item.addNote(line.orderNumber());
    }
    if (allowance.signum() > 0) {
      item.addAllowance(
          new Allowance(allowance.amount())
              .setReason(("Warranty " + line.coverNumber()).strip())
              .setReasonCode("95"));
    }
    return item;
  }

  /**
   * Priced for its whole quantity: the library takes the allowance off before it rounds, which may
   * leave a cent where a warranty covers all.
   */
  private static final class WholeItem extends Item {

    WholeItem(Product product, BigDecimal whole, BigDecimal quantity) {
      super(product, whole, quantity);
    }

    @Override
    public BigDecimal getBasisQuantity() {
      return getQuantity();
    }
  }

  private static TradeParty seller(Seller seller) {
    var party =
        new TradeParty(
            seller.name(), seller.street(), seller.postcode(), seller.city(), seller.country());
    if (!seller.vatId().isBlank()) {
      party.addVATID(seller.vatId());
    }
    if (!seller.taxNumber().isBlank()) {
      party.addTaxID(seller.taxNumber());
    }
    if (!seller.email().isBlank()) {
      party.setEmail(seller.email());
    }
    if (!seller.iban().isBlank()) {
      var iban = seller.iban().replace(" ", "");
      party.addBankDetails(
          seller.bic().isBlank()
              ? new BankDetails(iban)
              : new BankDetails(iban, seller.bic().strip()));
    }
    return party;
  }

  private static TradeParty buyer(Buyer buyer) {
    var party =
        new TradeParty(
            buyer.name(), buyer.street(), buyer.postcode(), buyer.city(), buyer.country());
    party.setID(buyer.number());
    if (!buyer.vatId().isBlank()) {
      party.addVATID(buyer.vatId());
    }
    if (!buyer.email().isBlank()) {
      party.setEmail(buyer.email());
    }
    return party;
  }

  private static String unit(String unit) {
    return Objects.requireNonNullElse(UNITS.get(unit.toLowerCase(Locale.ROOT)), "C62");
  }

  /** Without zeros at its end, but never as {@code 2E+1}. */
  private static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The library formats in the machine's zone. */
  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
  }
}
