package org.dianjiao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorRateTest {

  /** Both ends solve (p − rate)² = z² p (1 − p) / n, which is how Wilson defined them. */
  @ParameterizedTest
  @CsvSource({"10, 0", "10, 1", "10, 10", "263, 81", "1, 1", "100000, 17"})
  void bothEndsSolveWilsonsEquation(int reviewed, int corrected) {
    ErrorRate found = new ErrorRate(reviewed, corrected);
    for (double p : new double[] {found.low(), found.high()}) {
      double distance = p - found.rate();
      assertThat(distance * distance)
          .isCloseTo(3.841458820694124 * p * (1 - p) / reviewed, within(1e-12));
    }
    assertThat(found.low()).isLessThanOrEqualTo(found.rate());
    assertThat(found.high()).isGreaterThanOrEqualTo(found.rate());
  }

  /** The example of Newcombe (1998), table I: 81 of 263. */
  @Test
  void isAsInThePrintedTable() {
    ErrorRate found = new ErrorRate(263, 81);
    assertThat(found.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(found.high()).isCloseTo(0.3662, within(5e-5));
  }

  @Test
  void knowsNothingWithoutAReview() {
    ErrorRate none = new ErrorRate(0, 0);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isEqualTo(1);
    assertThat(none.plus(new ErrorRate(3, 1))).isEqualTo(new ErrorRate(3, 1));
  }

  @Test
  void refusesMoreCorrectionsThanReviews() {
    assertThatThrownBy(() -> new ErrorRate(3, 4)).hasMessage("4 of 3 were corrected");
  }
}
