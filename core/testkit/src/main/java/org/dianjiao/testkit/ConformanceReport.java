package org.dianjiao.testkit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What came out.
 *
 * @param checks how many were run
 * @param failures those that failed, in order
 */
public record ConformanceReport(int checks, List<Failure> failures) {

  /**
   * A check that failed.
   *
   * @param check its name
   * @param reason with the numbers
   */
  public record Failure(String check, String reason) {

    @Override
    public String toString() {
      return check + ": " + reason;
    }
  }

  /** Copies the list. */
  public ConformanceReport {
    failures = List.copyOf(failures);
  }

  /** Whether nothing failed. */
  public boolean passed() {
    return failures.isEmpty();
  }

  /**
   * For a unit test.
   *
   * @throws AssertionError that lists what failed
   */
  public void requirePassed() {
    if (!passed()) {
      throw new AssertionError(
          failures.stream()
              .map(Failure::toString)
              .collect(
                  Collectors.joining(
                      "\n", failures.size() + " of " + checks + " checks failed:\n", "")));
    }
  }
}
