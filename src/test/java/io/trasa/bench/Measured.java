package io.trasa.bench;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What one run of one solver came to.
 *
 * @param value NaN if there is no answer that keeps the rules
 * @param fault empty if the verifier found none
 * @param took seconds in all
 * @param first seconds to the first plan, as the solver tells
 * @param near seconds to within 1 % of the last value, as the solver tells
 * @param peakMebibytes of the whole process; the Java heap's if the system does not tell
 */
record Measured(
    double value,
    String fault,
    double took,
    OptionalDouble first,
    OptionalDouble near,
    long steps,
    long checks,
    long peakMebibytes) {

  private static final String SIGN = "measured\t";

  static Measured failed(String fault) {
    var never = OptionalDouble.empty();
    return new Measured(Double.NaN, fault, 0, never, never, 0, 0, 0);
  }

  boolean isFeasible() {
    return fault.isEmpty();
  }

  /** One line, for {@link #read}. */
  String line() {
    return SIGN
        + String.join(
            "\t",
            List.of(
                "" + value,
                fault.replaceAll("\\s+", " "),
                "" + took,
                "" + first.orElse(Double.NaN),
                "" + near.orElse(Double.NaN),
                "" + steps,
                "" + checks,
                "" + peakMebibytes));
  }

  static boolean isOne(String line) {
    return line.startsWith(SIGN);
  }

  static Measured read(String line) {
    String[] parts = line.substring(SIGN.length()).split("\t", -1);
    return new Measured(
        Double.parseDouble(parts[0]),
        parts[1],
        Double.parseDouble(parts[2]),
        maybe(parts[3]),
        maybe(parts[4]),
        Long.parseLong(parts[5]),
        Long.parseLong(parts[6]),
        Long.parseLong(parts[7]));
  }

  private static OptionalDouble maybe(String text) {
    double value = Double.parseDouble(text);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
