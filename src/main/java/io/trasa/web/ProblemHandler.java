package io.trasa.web;

import io.trasa.common.ConflictException;
import io.trasa.common.InvalidInputException;
import io.trasa.common.NotFoundException;
import io.trasa.common.UnavailableException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Turns every failure into a problem detail (RFC 9457): field, value, reason, what to do. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
  private static final int MAX_SHOWN_VALUE = 200;

  /** What is wrong with one field. */
  record FieldProblem(String field, @Nullable Object value, String reason, String hint) {}

  @ExceptionHandler
  ProblemDetail invalid(InvalidInputException fault) {
    return invalid(
        fault.getMessage(),
        List.of(
            new FieldProblem(fault.field(), shown(fault.value()), fault.reason(), fault.hint())));
  }

  @ExceptionHandler
  ProblemDetail notFound(NotFoundException fault) {
    return problem(HttpStatus.NOT_FOUND, "not-found", fault.getMessage());
  }

  @ExceptionHandler
  ProblemDetail conflict(ConflictException fault) {
    return problem(HttpStatus.CONFLICT, fault.code(), fault.getMessage());
  }

  @ExceptionHandler
  ProblemDetail unavailable(UnavailableException fault) {
    return problem(HttpStatus.SERVICE_UNAVAILABLE, fault.code(), fault.getMessage());
  }

  @ExceptionHandler
  ProblemDetail changedMeanwhile(OptimisticLockingFailureException fault) {
    return problem(
        HttpStatus.CONFLICT,
        "changed-meanwhile",
        "Somebody else changed this at the same moment. Load it again; nothing of yours was"
            + " saved.");
  }

  @ExceptionHandler
  ProblemDetail contradictsData(DataIntegrityViolationException fault) {
    log.warn("Refused by the database: {}", fault.getMostSpecificCause().getMessage());
    return problem(
        HttpStatus.CONFLICT,
        "contradicts-data",
        "This contradicts what is stored: a name is taken, or something is still used elsewhere."
            + " Nothing was saved.");
  }

  @ExceptionHandler
  ProblemDetail notAllowed(AccessDeniedException fault) {
    return problem(HttpStatus.FORBIDDEN, "not-allowed", fault.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notLoggedIn(AuthenticationException fault) {
    return problem(HttpStatus.UNAUTHORIZED, "not-logged-in", fault.getMessage());
  }

  @ExceptionHandler
  ProblemDetail wrongType(MethodArgumentTypeMismatchException fault) {
    var type = fault.getRequiredType();
    var reason = "is not a " + (type == null ? "valid value" : type.getSimpleName());
    return invalid(
        "%s %s".formatted(fault.getName(), reason),
        List.of(
            new FieldProblem(
                fault.getName(), shown(fault.getValue()), reason, "Correct the address.")));
  }

  @ExceptionHandler
  ProblemDetail noUpload(MultipartException fault) {
    return problem(HttpStatus.BAD_REQUEST, "invalid", "This takes a file, as multipart/form-data.");
  }

  @ExceptionHandler
  ProblemDetail unexpected(RuntimeException fault) {
    log.error("Unexpected failure", fault);
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "unexpected",
        "Something failed on our side and was written to the log. Nothing was saved; try again.");
  }

  @Override
  protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException fault,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(
        problem(
            HttpStatus.CONTENT_TOO_LARGE,
            "too-large",
            "The file is larger than 10 MB. Make it smaller and send it again."));
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException fault,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var fields = fault.getFieldErrors().stream().map(ProblemHandler::fieldProblem).toList();
    return answer(invalid(summary(fields), fields));
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException fault,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (fault.getCause() instanceof JacksonException json) {
      // A record's own checks speak through Jackson; their words are better than its.
      if (json.getCause() instanceof InvalidInputException cause) {
        return answer(invalid(below(pathOf(json), cause)));
      }
      var field = pathOf(json);
      return answer(
          invalid(
              "The body cannot be read%s.".formatted(field.isEmpty() ? "" : " at " + field),
              List.of(
                  new FieldProblem(
                      field,
                      null,
                      Objects.requireNonNullElse(json.getOriginalMessage(), "is not readable"),
                      "See the API description for the expected shape."))));
    }
    return answer(problem(HttpStatus.BAD_REQUEST, "invalid", "The body is missing."));
  }

  /** The same fault, its field named from the top of the body. */
  private static InvalidInputException below(String path, InvalidInputException fault) {
    var field = path.isEmpty() ? fault.field() : path + "." + fault.field();
    return new InvalidInputException(field, fault.value(), fault.reason(), fault.hint());
  }

  /** {@code windows[0].end}, as the sender wrote it. */
  private static String pathOf(JacksonException fault) {
    var path = new StringBuilder();
    for (var step : fault.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }

  private static FieldProblem fieldProblem(FieldError error) {
    return new FieldProblem(
        error.getField(),
        error.getField().toLowerCase(Locale.ROOT).contains("password")
            ? null
            : shown(error.getRejectedValue()),
        Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid"),
        "Correct this field; nothing was saved.");
  }

  private static String summary(List<FieldProblem> fields) {
    return fields.stream()
        .map(f -> f.field() + " " + f.reason())
        .reduce((a, b) -> a + "; " + b)
        .orElse("The input is not valid.");
  }

  private static @Nullable Object shown(@Nullable Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    String text = value.toString();
    return text.length() <= MAX_SHOWN_VALUE ? text : text.substring(0, MAX_SHOWN_VALUE) + "…";
  }

  private static ProblemDetail invalid(@Nullable String detail, List<FieldProblem> fields) {
    var problem = problem(HttpStatus.BAD_REQUEST, "invalid", detail);
    problem.setProperty("errors", fields);
    return problem;
  }

  private static ProblemDetail problem(HttpStatus status, String code, @Nullable String detail) {
    var problem = ProblemDetail.forStatus(status);
    problem.setDetail(detail);
    problem.setProperty("code", code);
    return problem;
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }
}
