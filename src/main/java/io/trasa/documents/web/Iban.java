package io.trasa.documents.web;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Account numbers by ISO 13616, whose check digits find slips of the keyboard. */
final class Iban {

  private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  private Iban() {}

  /** Without blanks; by the check of ISO 7064 MOD 97-10. */
  static boolean isSound(String iban) {
    if (!SHAPE.matcher(iban).matches()) {
      return false;
    }
    var digits = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(letter -> digits.append(Character.getNumericValue(letter)));
    return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
  }
}
