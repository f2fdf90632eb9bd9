package io.trasa.web;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the API description what the records say: a component is always there unless it is
 * {@link Nullable}, or needed {@link OnChange} only.
 */
final class RecordShapes implements ModelConverter {

  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, Class<?>> owners = new ConcurrentHashMap<>();

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    Class<?> shape = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
    if (schema != null && shape.isRecord() && shape.getName().startsWith("io.trasa.")) {
      String name = schema.get$ref() == null ? schema.getName() : nameIn(schema.get$ref());
      Schema<?> defined = name == null ? null : context.getDefinedModels().get(name);
      describe(defined == null ? schema : defined, name, shape);
    }
    return schema;
  }

  private void describe(Schema<?> schema, @Nullable String name, Class<?> shape) {
    if (name != null && owners.computeIfAbsent(name, n -> shape) != shape) {
      throw new IllegalStateException(
          "%s and %s would both be called %s in the API description. Rename one."
              .formatted(owners.get(name), shape, name));
    }
    var properties = schema.getProperties();
    if (properties == null) {
      return;
    }
    var components = Arrays.asList(shape.getRecordComponents());
    schema.setRequired(
        components.stream()
            .filter(RecordShapes::isRequired)
            .map(RecordComponent::getName)
            .filter(properties::containsKey)
            .toList());
    components.stream()
        .filter(RecordShapes::isNullable)
        .forEach(c -> properties.computeIfPresent(c.getName(), (n, old) -> orNull(old)));
  }

  private static boolean isRequired(RecordComponent component) {
    var notNull = component.getAccessor().getAnnotation(NotNull.class);
    boolean onlyOnChange = notNull != null && List.of(notNull.groups()).contains(OnChange.class);
    return !isNullable(component) && !onlyOnChange;
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Schema<?> orNull(Schema<?> schema) {
    if (schema.get$ref() != null) {
      return new Schema<>().oneOf(List.of(schema, new Schema<>().types(Set.of("null"))));
    }
    if (schema.getTypes() != null) {
      schema.addType("null");
    }
    return schema;
  }

  private static String nameIn(String reference) {
    return reference.substring(REFERENCE.length());
  }
}
