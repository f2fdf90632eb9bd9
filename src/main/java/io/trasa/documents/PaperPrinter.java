package io.trasa.documents;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/**
 * Prints papers: a Thymeleaf template of {@code resources/papers}, with the company's header, in
 * one of four languages, to PDF/A-3b. All text is escaped; nothing is loaded from outside.
 *
 * <p>Letters and the colour profile come with Mustang, which makes the e-invoices.
 */
@Service
public class PaperPrinter {

  static final String FAMILY = "Source Sans";
  private static final String FONT_FILE = "fonts/SourceSansPro-%s.ttf";
  private static final int GSUB = 0x47535542;
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private final Map<String, byte[]> fonts =
      Map.of(
          "Regular", withoutLigatures("Regular"),
          "It", withoutLigatures("It"),
          "Bold", withoutLigatures("Bold"),
          "BoldIt", withoutLigatures("BoldIt"));
  private final byte[] colours = resource("sRGB.icc");

  private final PaperTemplates templates;
  private final CompanyService companies;
  private final FileService files;
  private final ZoneId zone;

  PaperPrinter(PaperTemplates templates, CompanyService companies, FileService files, ZoneId zone) {
    this.templates = templates;
    this.companies = companies;
    this.files = files;
    this.zone = zone;
  }

  /**
   * @param template such as {@code invoice}: {@code papers/invoice.html} with words from {@code
   *     papers/invoice_pl.properties} and {@code papers/common_pl.properties}
   * @param language any that is not spoken here becomes English
   * @param values for the template; {@code company}, {@code logo} (for an {@code img}; null if
   *     there is none), {@code language}, {@code zone} and the formatters of {@link PaperFormat}
   *     are added
   * @return the PDF
   */
  public byte[] print(String template, String language, Map<String, ?> values) {
    var spoken = Words.spoken(language);
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(PaperFormat.all(spoken, zone));
    all.put("company", companies.get());
    companies.logo().ifPresent(l -> all.put("logo", picture(l.type(), files.content(l.id()))));
    all.put("language", spoken);
    all.put("zone", zone);
    return pdf(templates.fill(template, spoken, all));
  }

  /** A picture of {@link FileService} as the source of an {@code img}. */
  public static String picture(String type, byte[] content) {
    return "data:%s;base64,%s".formatted(type, Base64.getEncoder().encodeToString(content));
  }

  private byte[] pdf(String xhtml) {
    var pdf = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.withHtmlContent(xhtml, null);
    builder.usePdfAConformance(PdfAConformance.PDFA_3_B);
    builder.useColorProfile(colours);
    builder.useExternalResourceAccessControl(
        (uri, type) -> uri != null && uri.startsWith("data:image/"),
        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    builder.useExternalResourceAccessControl(
        (uri, type) -> uri != null && uri.startsWith("data:image/"),
        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.useUriResolver((base, uri) -> uri.startsWith("data:image/") ? uri : null);
    font(builder, "Regular", REGULAR, FontStyle.NORMAL);
    font(builder, "It", REGULAR, FontStyle.ITALIC);
    font(builder, "Bold", BOLD, FontStyle.NORMAL);
    font(builder, "BoldIt", BOLD, FontStyle.ITALIC);
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private void font(PdfRendererBuilder builder, String name, int weight, FontStyle style) {
    FSSupplier<InputStream> file = () -> new ByteArrayInputStream(font(name));
    builder.useFont(file, FAMILY, weight, style, true);
  }

  private byte[] font(String name) {
    var font = fonts.get(name);
    if (font == null) {
      throw new IllegalStateException("There is no font " + name);
    }
    return font;
  }

  /**
   * A font whose table of glyph substitutions nobody finds: an "ft" drawn as one glyph is lost
   * where the paper's text is searched or copied.
   */
  private static byte[] withoutLigatures(String name) {
    byte[] font = resource(FONT_FILE.formatted(name));
    var bytes = ByteBuffer.wrap(font);
    for (int table = 0; table < bytes.getShort(4); table++) {
      int at = 12 + 16 * table;
      if (bytes.getInt(at) == GSUB) {
        bytes.putInt(at, 'x' << 24 | GSUB & 0xffffff);
      }
    }
    return font;
  }

  private static byte[] resource(String path) {
    try {
      return new ClassPathResource(path).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(
          path + " is missing. Maybe Mustang does not ship it any more.", e);
    }
  }
}
