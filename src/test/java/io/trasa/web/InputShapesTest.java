package io.trasa.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputShapesTest {

  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  record Form(
      @Nullable @PlainText(max = 10) String text,
      @Nullable @PhoneNumber String phone,
      @Nullable @ThisCentury Instant instant,
      @Nullable @ThisCentury LocalDate day) {}

  @ParameterizedTest
  @ValueSource(strings = {"", "Müller", "Петрова", "two\nlines\t", "0123456789"})
  void takesPlainText(String text) {
    assertThat(isValid(new Form(text, null, null, null))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"01234567890", "a\u0000b", "bell\u0007", "\u001b[31m"})
  void refusesLongTextAndControlCharacters(String text) {
    assertThat(isValid(new Form(text, null, null, null))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "112",
        "+49 395 55 44-33",
        "(0395) 1234/56",
        "0395 1234 x12",
        "+48 600 700 800"
      })
  void takesPhoneNumbersAsPeopleWriteThem(String phone) {
    assertThat(isValid(new Form(null, phone, null, null))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "call me", "+++", "0123456789012345678901234567890123456789012"})
  void refusesWhatIsNoPhoneNumber(String phone) {
    assertThat(isValid(new Form(null, phone, null, null))).isFalse();
  }

  @Test
  void keepsTimesToThisCentury() {
    assertThat(isValid(new Form(null, null, Instant.parse("2000-01-01T00:00:00Z"), null))).isTrue();
    assertThat(isValid(new Form(null, null, Instant.parse("1999-12-31T23:59:59Z"), null)))
        .isFalse();
    assertThat(isValid(new Form(null, null, null, LocalDate.of(2099, 12, 31)))).isTrue();
    assertThat(isValid(new Form(null, null, null, LocalDate.of(20260, 1, 1)))).isFalse();
  }

  private static boolean isValid(Form form) {
    return VALIDATOR.validate(form).isEmpty();
  }
}
