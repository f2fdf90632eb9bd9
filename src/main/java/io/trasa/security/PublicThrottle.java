package io.trasa.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down strangers: so many calls per address in a minute, then 429 with the seconds to wait.
 * Tokens are too long to be guessed; this keeps the trying from costing others their time.
 */
final class PublicThrottle extends OncePerRequestFilter {

  static final int CALLS_PER_ADDRESS = 300;
  private static final RequestMatcher PUBLIC =
      PathPatternRequestMatcher.pathPattern(SecurityConfiguration.PUBLIC);
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final int MAX_TRACKED = 100_000;

  private final LoadingCache<String, Bucket> byAddress =
      Caffeine.newBuilder()
          .maximumSize(MAX_TRACKED)
          .expireAfterAccess(PERIOD.multipliedBy(2))
          .build(address -> bucket());
  private final ProblemWriter problems;

  PublicThrottle(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !PUBLIC.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var probe = byAddress.get(request.getRemoteAddr()).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      chain.doFilter(request, response);
      return;
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    response.setHeader("Retry-After", Long.toString(seconds));
    problems.write(
        response,
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many-attempts",
        "Too many calls. Try again in %d seconds.".formatted(seconds));
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(CALLS_PER_ADDRESS).refillGreedy(CALLS_PER_ADDRESS, PERIOD))
        .build();
  }
}
