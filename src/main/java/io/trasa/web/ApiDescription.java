package io.trasa.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** The API description at /v3/api-docs, from which the pages' types are made. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  private static final String PROBLEM = "Problem";

  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mappers) {
    return new ModelResolver(mappers.jsonMapper(), new ApiNames()).openapi31(true);
  }

  @Bean
  RecordShapes recordShapes() {
    return new RecordShapes();
  }

  /** A tag for each room, and operation ids that stay when others come. */
  @Bean
  GlobalOperationCustomizer operationNames() {
    return (operation, method) -> {
      Class<?> controller = method.getBeanType();
      String room = controller.getPackageName().split("\\.", -1)[2];
      String subject = controller.getSimpleName().replace("Controller", "");
      operation.setTags(List.of(room));
      operation.setOperationId(
          StringUtils.uncapitalize(subject) + StringUtils.capitalize(method.getMethod().getName()));
      return operation;
    };
  }

  @Bean
  GlobalOpenApiCustomizer frame() {
    return api -> {
      api.setInfo(
          new Info()
              .title("Trasa")
              .version("1")
              .description(
                  "Plans technicians' routes to customers and runs the service orders around them."
                      + " Instants are ISO 8601 in UTC, days are the company's; a change carries"
                      + " the version it was made on."));
      addSession(api);
      if (api.getComponents() == null) {
        api.setComponents(new Components());
      }
      api.getComponents().addSchemas(PROBLEM, problem());
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(operation -> operation.getResponses().setDefault(fault()));
    };
  }

  /** Logging in and out, which the security filters do. */
  private static void addSession(OpenAPI api) {
    var session = api.getPaths().get("/api/session");
    if (session == null) {
      return;
    }
    var form =
        new Schema<>()
            .types(Set.of("object"))
            .addProperty("username", text())
            .addProperty("password", text())
            .required(List.of("username", "password"));
    session.setPost(
        sessionOperation("sessionLogIn")
            .requestBody(
                new RequestBody()
                    .required(true)
                    .content(content("application/x-www-form-urlencoded", form))));
    session.setDelete(sessionOperation("sessionLogOut"));
  }

  private static Operation sessionOperation(String id) {
    return new Operation()
        .operationId(id)
        .addTagsItem("security")
        .responses(new ApiResponses().addApiResponse("204", new ApiResponse().description("Done")));
  }

  private static ApiResponse fault() {
    return new ApiResponse()
        .description("What went wrong, as a problem detail (RFC 9457)")
        .content(
            content(
                "application/problem+json",
                new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
  }

  private static Schema<?> problem() {
    var field =
        new Schema<>()
            .types(Set.of("object"))
            .addProperty("field", text())
            .addProperty("value", new Schema<>())
            .addProperty("reason", text())
            .addProperty("hint", text())
            .required(List.of("field", "reason", "hint"));
    return new Schema<>()
        .types(Set.of("object"))
        .addProperty("type", text())
        .addProperty("title", text())
        .addProperty("status", new Schema<>().types(Set.of("integer")))
        .addProperty("detail", text())
        .addProperty("instance", text())
        .addProperty("code", text())
        .addProperty("errors", new Schema<>().types(Set.of("array")).items(field))
        .required(List.of("status"));
  }

  private static Schema<?> text() {
    return new Schema<>().types(Set.of("string"));
  }

  private static Content content(String type, Schema<?> schema) {
    return new Content().addMediaType(type, new MediaType().schema(schema));
  }
}
