package io.trasa.routing.geocoding;

import io.trasa.common.UnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks another server over HTTP, bounded in time, size and calls at once; follows no redirects.
 * Whatever goes wrong is an {@link UnavailableException}; the log has the details.
 */
final class JsonService {

  private static final Logger LOG = LoggerFactory.getLogger(JsonService.class);
  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_CALLS_AT_ONCE = 8;

  private final URI base;
  private final Duration timeout;
  private final HttpClient client;
  private final JsonMapper json = new JsonMapper();
  private final Semaphore calls = new Semaphore(MAX_CALLS_AT_ONCE);

  JsonService(URI base, Duration timeout) {
    this.base = base;
    this.timeout = timeout;
    client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * @param path below the base address, such as {@code search}
   * @throws UnavailableException if there is no usable answer in time
   */
  JsonNode get(String path, Map<String, String> parameters) {
    if (!calls.tryAcquire()) {
      throw unavailable("is asked too much at the moment", "too many calls at once");
    }
    try {
      HttpResponse<byte[]> answer = send(address(path, parameters));
      if (answer.statusCode() != 200) {
        throw unavailable("refuses to answer", "status " + answer.statusCode());
      }
      return json.readTree(answer.body());
    } catch (JacksonException e) {
      throw unavailable("gives no readable answer", String.valueOf(e.getMessage()));
    } finally {
      calls.release();
    }
  }

  private HttpResponse<byte[]> send(URI address) {
    var request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/json")
            .header("User-Agent", "Trasa")
            .build();
    // The client's own time-out ends with the headers; a body may drip for hours.
    var answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unavailable("does not answer in time", "nothing after " + timeout);
    } catch (ExecutionException e) {
      String reason = e.getCause() instanceof IOException ? "cannot be reached" : "failed";
      throw unavailable(reason, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw unavailable("was not waited for", "interrupted");
    }
  }

  private URI address(String path, Map<String, String> parameters) {
    String query =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    String root = base.toString().replaceAll("/+$", "");
    return URI.create(root + "/" + path + "?" + query);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private UnavailableException unavailable(String reason, String details) {
    LOG.warn("The geocoder {} {}: {}", base.getHost(), reason, details);
    return new UnavailableException(
        "places-failed",
        "The address search of %s %s. Set the pin on the map, or try again later."
            .formatted(base.getHost(), reason));
  }
}
