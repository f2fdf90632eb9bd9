package io.trasa.testkit;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.trasa.security.Role;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a desk who calls the API in a certain role. */
public final class Office {

  /** The status and the body; a missing node if there is none. */
  public record Answer(int status, JsonNode body) {

    /** The text at a JSON pointer such as {@code /errors/0/field}. */
    public String at(String pointer) {
      return body.at(pointer).asString();
    }

    /** The {@code id} of what was answered. */
    public String id() {
      return at("/id");
    }

    public long version() {
      return body.get("version").asLong();
    }
  }

  private static final JsonMapper JSON = new JsonMapper();

  private final MockMvc mvc;
  private final Role role;
  private final String username;

  public Office(WebApplicationContext context, Role role) {
    this(context, role, "anna");
  }

  /** Somebody of that name, such as a technician's user. */
  public Office(WebApplicationContext context, Role role, String username) {
    this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    this.role = role;
    this.username = username;
  }

  public Answer get(String path, Object... variables) {
    return call(HttpMethod.GET, "", path, variables);
  }

  /** Single quotes in the body stand for double ones. */
  public Answer post(String body, String path, Object... variables) {
    return call(HttpMethod.POST, body, path, variables);
  }

  /** Single quotes in the body stand for double ones. */
  public Answer put(String body, String path, Object... variables) {
    return call(HttpMethod.PUT, body, path, variables);
  }

  public Answer delete(String path, Object... variables) {
    return call(HttpMethod.DELETE, "", path, variables);
  }

  /** The status of a GET whose body is no JSON, such as a picture. */
  public int status(String path, Object... variables) {
    try {
      return mvc.perform(
              request(HttpMethod.GET, path, variables).with(user(username).roles(role.name())))
          .andReturn()
          .getResponse()
          .getStatus();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer call(HttpMethod method, String body, String path, Object... variables) {
    try {
      var response =
          mvc.perform(
                  request(method, path, variables)
                      .with(user(username).roles(role.name()))
                      .with(csrf())
                      .contentType(MediaType.APPLICATION_JSON)
                      .content(body.replace('\'', '"')))
              .andReturn()
              .getResponse();
      var text = response.getContentAsString(StandardCharsets.UTF_8);
      return new Answer(response.getStatus(), JSON.readTree(text));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
