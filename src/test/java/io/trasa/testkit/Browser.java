package io.trasa.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running application over HTTP as a page does: with cookies and the CSRF token. */
public final class Browser implements AutoCloseable {

  /** What came back. */
  public record Answer(int status, HttpHeaders headers, String text) {

    public JsonNode json() {
      return JSON.readTree(text);
    }

    /** The text at a JSON pointer such as {@code /errors/0/field}. */
    public String at(String pointer) {
      return json().at(pointer).asString();
    }
  }

  static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = new JsonMapper();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String address;

  public Browser(int port) {
    this.address = "http://localhost:" + port;
  }

  /** Any answer brings the token that logging in needs, and the one after it the session's own. */
  public Answer logIn(String username, String password) {
    get("/api/settings");
    var form = "username=%s&password=%s".formatted(encoded(username), encoded(password));
    var answer = call("POST", "/api/session", "application/x-www-form-urlencoded", form);
    get("/api/session");
    return answer;
  }

  public Answer get(String path) {
    return call("GET", path, "application/json", "");
  }

  /** Single quotes in the body stand for double ones. */
  public Answer post(String body, String path) {
    return call("POST", path, "application/json", body.replace('\'', '"'));
  }

  /** Single quotes in the body stand for double ones. */
  public Answer put(String body, String path) {
    return call("PUT", path, "application/json", body.replace('\'', '"'));
  }

  public Answer delete(String path) {
    return call("DELETE", path, "application/json", "");
  }

  /** Opens the live stream and reads it until it is closed. */
  public LiveEvents listen() {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(address + "/api/live"))
              .header("Accept", "text/event-stream");
      return new LiveEvents(http.send(request.build(), BodyHandlers.ofLines()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  public void addCookie(String name, String value) {
    var cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setDomain("localhost.local");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(address), cookie);
  }

  private Answer call(String method, String path, String type, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body));
    cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
