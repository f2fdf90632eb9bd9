package io.trasa.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.trasa.testkit.TrasaIT;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks every endpoint in every role, and asks whether the answer is what the table {@code
 * endpoints.csv} says. A new endpoint fails here until somebody has written down who may call it.
 */
@TrasaIT
@Import(EndpointSecurityIT.Forgotten.class)
class EndpointSecurityIT {

  private static final String FORGOTTEN = "/api/forgotten";

  private static final String NOBODY = "01890000-0000-7000-8000-000000000000";

  /** Logging in and out is done by filters, which no mapping lists. */
  private static final Set<String> FILTERS = Set.of("POST /api/session", "DELETE /api/session");

  private static final Set<String> REFUSALS =
      Set.of("not-logged-in", "not-allowed", "too-many-attempts");

  @Autowired private WebApplicationContext context;
  @Autowired private Map<String, RequestMappingHandlerMapping> mappings;
  @Autowired private UserService users;
  @Autowired private Users accounts;
  private MockMvc mvc;

  /** Its author forgot to say who may call it. */
  @RestController
  static class Forgotten {
    @GetMapping(FORGOTTEN)
    String secret() {
      return "secret";
    }
  }

  /** As a technician she is a technician, who has nothing to do. */
  @BeforeEach
  void openTheDoor() {
    if (!accounts.existsByUsernameIgnoreCase("anna")) {
      var profile =
          new UserService.Profile("Anna", Set.of(Role.TECHNICIAN), "en", UUID.fromString(NOBODY));
      users.create("anna", "correct horse battery", profile);
    }
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  @Test
  void knowsEveryEndpoint() {
    var endpoints = new TreeSet<>(FILTERS);
    mappings.values().forEach(mapping -> endpoints.addAll(ours(mapping)));
    var table =
        EndpointTable.rows().stream().map(EndpointTable.Row::endpoint).collect(Collectors.toSet());
    endpoints.remove("GET " + FORGOTTEN);
    assertThat(table)
        .as("src/test/resources/endpoints.csv and the endpoints there are")
        .containsExactlyInAnyOrderElementsOf(endpoints);
  }

  private static List<String> ours(RequestMappingHandlerMapping mapping) {
    var endpoints = new ArrayList<String>();
    mapping
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              if (method.getBeanType().getName().startsWith("io.trasa.")) {
                var methods = info.getMethodsCondition().getMethods();
                assertThat(methods).as("%s names its method", method).isNotEmpty();
                for (var verb : methods) {
                  info.getPatternValues().forEach(path -> endpoints.add(verb + " " + path));
                }
              }
            });
    return endpoints;
  }

  @TestFactory
  List<DynamicTest> opensEachEndpointToItsRolesOnly() {
    return EndpointTable.rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.endpoint(), () -> walk(row)))
        .toList();
  }

  private void walk(EndpointTable.Row row) throws Exception {
    check(row, null, row.everybody());
    for (Role role : Role.values()) {
      check(row, role, row.roles().contains(role));
    }
  }

  private void check(EndpointTable.Row row, @Nullable Role role, boolean allowed) throws Exception {
    var answer = call(row, role, true);
    var what = "%s as %s: %s".formatted(row.endpoint(), role, answer.getContentAsString());
    if (allowed) {
      assertThat(answer.getStatus()).as(what).isLessThan(500);
      assertThat(code(answer)).as(what).isNotIn(REFUSALS);
    } else {
      assertThat(answer.getStatus()).as(what).isEqualTo(role == null ? 401 : 403);
      assertThat(answer.getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      assertThat(code(answer)).as(what).isEqualTo(role == null ? "not-logged-in" : "not-allowed");
    }
  }

  @TestFactory
  List<DynamicTest> refusesChangesWithoutTheToken() {
    return EndpointTable.rows().stream()
        .filter(EndpointTable.Row::isUnsafe)
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.endpoint(),
                    () -> {
                      var answer = call(row, Role.ADMINISTRATOR, false);
                      assertThat(answer.getStatus()).isEqualTo(403);
                      assertThat(code(answer)).isEqualTo("not-allowed");
                    }))
        .toList();
  }

  @Test
  void refusesAnEndpointThatNamesNoRole() throws Exception {
    for (Role role : Role.values()) {
      var answer =
          mvc.perform(get(FORGOTTEN).with(user("anna").roles(role.name())))
              .andReturn()
              .getResponse();
      assertThat(answer.getStatus()).isEqualTo(403);
      assertThat(answer.getContentAsString()).doesNotContain("secret()").contains("not-allowed");
    }
    assertThat(mvc.perform(get(FORGOTTEN)).andReturn().getResponse().getStatus()).isEqualTo(401);
  }

  /** Harmless: nothing has this id, and the body says nothing. A stream is left at once. */
  private MockHttpServletResponse call(
      EndpointTable.Row row, @Nullable Role role, boolean withToken) throws Exception {
    var path = row.path().replaceAll("\\{[zxy]}", "1").replaceAll("\\{\\w+}", NOBODY);
    MockHttpServletRequestBuilder request =
        request(row.httpMethod(), path).contentType(MediaType.APPLICATION_JSON).content("{}");
    if (role != null) {
      request.with(user("anna").roles(role.name()));
    }
    if (withToken) {
      request.with(csrf());
    }
    return mvc.perform(request).andReturn().getResponse();
  }

  private static String code(MockHttpServletResponse answer) throws Exception {
    boolean problem =
        String.valueOf(answer.getContentType())
            .startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    return problem
        ? new JsonMapper().readTree(answer.getContentAsString()).at("/code").asString()
        : "";
  }
}
