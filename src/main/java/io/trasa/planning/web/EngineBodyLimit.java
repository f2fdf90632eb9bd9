package io.trasa.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses problems that are too large before they are read. */
@Configuration
class EngineBodyLimit implements WebMvcConfigurer, HandlerInterceptor {

  static final long MAX_BYTES = 64L << 20;

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/engine/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getContentLengthLong() > MAX_BYTES) {
      throw new ResponseStatusException(
          HttpStatus.CONTENT_TOO_LARGE,
          "A problem has at most 64 MB. Cut it into regions or days.");
    }
    if (request.getHeader("Transfer-Encoding") != null) {
      throw new ResponseStatusException(
          HttpStatus.LENGTH_REQUIRED, "Say in Content-Length how long the problem is.");
    }
    return true;
  }
}
