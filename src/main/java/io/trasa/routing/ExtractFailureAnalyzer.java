package io.trasa.routing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells of an unusable extract in two plain paragraphs instead of a stack trace. */
final class ExtractFailureAnalyzer extends AbstractFailureAnalyzer<ExtractException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ExtractException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
