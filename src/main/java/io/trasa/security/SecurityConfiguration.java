package io.trasa.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.auditing.DateTimeProvider;
import org.springframework.data.jpa.repository.config.EnableJpaAuditing;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Sessions by cookie with CSRF tokens for pages, HTTP Basic without either for programs, and
 * problem details instead of redirects. Which role may call which endpoint stands at the endpoint,
 * see {@link AllowedFor}.
 */
@Configuration
@EnableJpaAuditing(dateTimeProviderRef = "auditTime")
class SecurityConfiguration implements WebMvcConfigurer {

  static final String SESSION = "/api/session";

  /** What links for people without a login lead to; each endpoint asks for its token. */
  static final String PUBLIC = "/api/public/**";

  private static final int ANY_NUMBER = -1;

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data: blob: https:; style-src 'self' 'unsafe-inline';"
          + " worker-src 'self' blob:; connect-src 'self'; frame-ancestors 'none';"
          + " base-uri 'self'; form-action 'self'; object-src 'none'";

  @Bean
  SecurityFilterChain filters(HttpSecurity http, ProblemWriter problems, SessionRegistry sessions) {
    // No page of others can make a browser send a password in this header.
    return http.csrf(csrf -> csrf.spa().ignoringRequestMatchers(LoginThrottle::isBasic))
        .headers(h -> h.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY)))
        // Pages and health are open; every call under /api is judged again by EndpointGuard.
        .authorizeHttpRequests(
            requests ->
                requests
                    // The end of an answer that was allowed when it began, such as a live stream's.
                    .dispatcherTypeMatchers(DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/api/settings")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, SESSION)
                    .permitAll()
                    .requestMatchers(PUBLIC)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/api/**", "/actuator/**", "/v3/**")
                    .authenticated()
                    .requestMatchers(HttpMethod.GET, "/**")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .formLogin(
            login ->
                login
                    // The pages ask who is there; without this Spring would serve a form of its
                    // own.
                    .loginPage("/")
                    .loginProcessingUrl(SESSION)
                    .successHandler(
                        (request, response, who) ->
                            response.setStatus(HttpStatus.NO_CONTENT.value()))
                    .failureHandler(
                        (request, response, fault) ->
                            problems.write(
                                response,
                                HttpStatus.UNAUTHORIZED,
                                "login-failed",
                                "User name or password is wrong. Maybe Caps Lock is on.")))
        .httpBasic(
            basic ->
                basic.authenticationEntryPoint(
                    (request, response, fault) ->
                        problems.write(
                            response,
                            HttpStatus.UNAUTHORIZED,
                            "login-failed",
                            "User name or password is wrong.")))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        PathPatternRequestMatcher.pathPattern(HttpMethod.DELETE, SESSION))
                    .logoutSuccessHandler(
                        (request, response, who) ->
                            response.setStatus(HttpStatus.NO_CONTENT.value())))
        .addFilterBefore(new LoginThrottle(problems), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new PublicThrottle(problems), UsernamePasswordAuthenticationFilter.class)
        .sessionManagement(
            management ->
                management
                    .maximumSessions(ANY_NUMBER)
                    .sessionRegistry(sessions)
                    .expiredSessionStrategy(
                        ended ->
                            problems.write(
                                ended.getResponse(),
                                HttpStatus.UNAUTHORIZED,
                                "not-logged-in",
                                "Your rights or password were changed. Log in again.")))
        .requestCache(cache -> cache.disable())
        .exceptionHandling(
            faults ->
                faults
                    .defaultAuthenticationEntryPointFor(
                        (request, response, fault) ->
                            problems.write(
                                response,
                                HttpStatus.UNAUTHORIZED,
                                "not-logged-in",
                                "Nobody is logged in. Log in first."),
                        AnyRequestMatcher.INSTANCE)
                    .accessDeniedHandler(
                        (request, response, fault) ->
                            problems.write(
                                response,
                                HttpStatus.FORBIDDEN,
                                "not-allowed",
                                fault.getMessage() == null ? "Not allowed." : fault.getMessage())))
        .build();
  }

  /** Knows the open sessions of each user; {@link UserService} ends them when rights change. */
  @Bean
  SessionRegistry sessions() {
    return new SessionRegistryImpl();
  }

  /** Tells the registry of sessions that have ended. */
  @Bean
  static HttpSessionEventPublisher sessionEvents() {
    return new HttpSessionEventPublisher();
  }

  /** Argon2id with Spring Security's parameters of 5.8 and later (16 MiB, two passes). */
  @Bean
  PasswordEncoder passwordEncoder() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  @Bean
  DateTimeProvider auditTime(Clock clock) {
    return () -> Optional.of(clock.instant());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new EndpointGuard());
  }
}
