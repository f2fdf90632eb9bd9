package io.trasa.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.trasa.security.Role;
import io.trasa.testkit.Office;
import io.trasa.testkit.TrasaIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's description is what the pages' types were made from. */
@TrasaIT
class OpenApiIT {

  private static final Path COMMITTED = Path.of("frontend", "src", "api", "openapi.json");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  @Autowired private WebApplicationContext context;
  private JsonNode api = JSON.nullNode();

  @BeforeEach
  void read() {
    var answer = new Office(context, Role.CUSTOMER).get("/v3/api-docs");
    assertThat(answer.status()).isEqualTo(200);
    ((ObjectNode) answer.body()).remove("servers");
    api = answer.body();
  }

  @Test
  void equalsTheCommittedDescription() throws IOException {
    var served = JSON.writeValueAsString(JSON.treeToValue(api, Object.class)) + "\n";
    if (Boolean.getBoolean("openapi.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, served);
    }
    assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
        .as(
            "%s; if the API changed on purpose: mvn verify -Dit.test=OpenApiIT -Dopenapi.write=true"
                + " and commit the file",
            COMMITTED)
        .isEqualTo(served);
  }

  @Test
  void namesOperationsOnceAndFaultsAlways() {
    Set<String> ids = new HashSet<>();
    for (var path : api.get("paths")) {
      for (var operation : path) {
        assertThat(ids.add(operation.get("operationId").asString())).isTrue();
        assertThat(operation.at("/responses/default/content").toString()).contains("Problem");
        assertThat(operation.get("tags")).hasSize(1);
      }
    }
    assertThat(ids).contains("sessionLogIn", "customerList", "planJobStart");
  }

  @Test
  void tellsWhatIsAlwaysThere() {
    var job = api.at("/components/schemas/JobView");
    assertThat(job.get("required").toString()).contains("startedBy", "curve").doesNotContain("err");
    assertThat(job.at("/properties/error/type").toString()).contains("null");
    var form = api.at("/components/schemas/CustomerForm");
    assertThat(form.get("required").toString()).contains("name").doesNotContain("version");
    assertThat(api.at("/components/schemas/PageViewCustomerView/properties/items").toString())
        .contains("CustomerView");
  }
}
