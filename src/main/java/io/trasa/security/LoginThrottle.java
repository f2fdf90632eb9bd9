package io.trasa.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down guessing of passwords: so many tries per user name and per address in five minutes,
 * then 429 with the seconds to wait. A right password among them is not told from a wrong one.
 */
final class LoginThrottle extends OncePerRequestFilter {

  static final int TRIES_PER_NAME = 10;
  static final int TRIES_PER_ADDRESS = 60;
  private static final RequestMatcher LOGIN =
      PathPatternRequestMatcher.pathPattern(HttpMethod.POST, SecurityConfiguration.SESSION);
  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final int MAX_TRACKED = 100_000;

  private final LoadingCache<String, Bucket> byName = buckets(TRIES_PER_NAME);
  private final LoadingCache<String, Bucket> byAddress = buckets(TRIES_PER_ADDRESS);
  private final ProblemWriter problems;

  LoginThrottle(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !LOGIN.matches(request) && !isBasic(request);
  }

  /** True if a program sends its name and password along, as RFC 7617 says. */
  static boolean isBasic(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Bucket nameBucket = byName.get(name(request).trim().toLowerCase(Locale.ROOT));
    if (isBasic(request) && !LOGIN.matches(request)) {
      doBasic(request, response, chain, nameBucket);
      return;
    }
    var byNameProbe = nameBucket.tryConsumeAndReturnRemaining(1);
    var byAddressProbe = byAddress.get(request.getRemoteAddr()).tryConsumeAndReturnRemaining(1);
    if (byNameProbe.isConsumed() && byAddressProbe.isConsumed()) {
      chain.doFilter(request, response);
      if (response.getStatus() == HttpStatus.NO_CONTENT.value()) {
        nameBucket.reset();
      }
      return;
    }
    refuse(
        response,
        Math.max(byNameProbe.getNanosToWaitForRefill(), byAddressProbe.getNanosToWaitForRefill()));
  }

  /** A program logs in with every call: only wrong passwords count. */
  private void doBasic(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, Bucket ofName)
      throws ServletException, IOException {
    Bucket ofAddress = byAddress.get(request.getRemoteAddr());
    var byNameProbe = ofName.estimateAbilityToConsume(1);
    var byAddressProbe = ofAddress.estimateAbilityToConsume(1);
    if (!byNameProbe.canBeConsumed() || !byAddressProbe.canBeConsumed()) {
      refuse(
          response,
          Math.max(
              byNameProbe.getNanosToWaitForRefill(), byAddressProbe.getNanosToWaitForRefill()));
      return;
    }
    chain.doFilter(request, response);
    if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
      ofName.tryConsume(1);
      ofAddress.tryConsume(1);
    }
  }

  /**
   * Trimmed exactly as the login does, or each way to write a name would be a bucket of its own.
   */
  private static String name(HttpServletRequest request) {
    if (!isBasic(request)) {
      String name = request.getParameter("username");
      return name == null ? "" : name;
    }
    try {
      byte[] pair =
          Base64.getDecoder()
              .decode(request.getHeader(HttpHeaders.AUTHORIZATION).substring(6).strip());
      return new String(pair, StandardCharsets.UTF_8).split(":", 2)[0];
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private void refuse(HttpServletResponse response, long nanos) throws IOException {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
    response.setHeader("Retry-After", Long.toString(seconds));
    problems.write(
        response,
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many-attempts",
        "Too many attempts to log in. Try again in %d seconds.".formatted(seconds));
  }

  private static LoadingCache<String, Bucket> buckets(int tries) {
    return Caffeine.newBuilder()
        .maximumSize(MAX_TRACKED)
        .expireAfterAccess(PERIOD.multipliedBy(2))
        .build(
            key ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, PERIOD))
                    .build());
  }
}
