package io.trasa.documents;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates of {@code resources/papers} with words and values, to well-formed XHTML. */
@Component
final class PaperTemplates {

  static final String FOLDER = "papers";
  private static final String WORDS = "words of the paper";

  /**
   * What no paper needs: characters that XML cannot hold, and those that turn the direction of
   * reading around the text that follows.
   */
  private static final Pattern UNPRINTABLE =
      Pattern.compile(
          "[^\\t\\n\\r\\x{20}-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]"
              + "|[\\x{7f}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{feff}]");

  private final Map<List<String>, Words> words = new ConcurrentHashMap<>();
  private final TemplateEngine engine = new TemplateEngine();

  PaperTemplates() {
    var files = new ClassLoaderTemplateResolver(PaperTemplates.class.getClassLoader());
    files.setPrefix(FOLDER + "/");
    files.setSuffix(".html");
    files.setTemplateMode(TemplateMode.HTML);
    files.setCharacterEncoding("UTF-8");
    files.setCacheable(true);
    engine.setTemplateResolver(files);
    engine.setMessageResolver(new FromWords());
  }

  String fill(String template, String language, Map<String, ?> values) {
    var context = new Context(Locale.of(language));
    values.forEach(context::setVariable);
    context.setVariable(WORDS, words(template, language));
    return UNPRINTABLE.matcher(engine.process(template, context)).replaceAll("");
  }

  private Words words(String template, String language) {
    return words.computeIfAbsent(
        List.of(template, language), key -> Words.of(FOLDER, language, "common", template));
  }

  /** {@code #{key}} in a template and its fragments. */
  private static final class FromWords extends AbstractMessageResolver {

    @Override
    public String resolveMessage(
        ITemplateContext context, @Nullable Class<?> origin, String key, Object[] values) {
      return ((Words) context.getVariable(WORDS)).get(key, values == null ? new Object[0] : values);
    }

    @Override
    public String createAbsentMessageRepresentation(
        ITemplateContext context, @Nullable Class<?> origin, String key, Object[] values) {
      throw new IllegalArgumentException("There are no words for " + key);
    }
  }
}
