package org.dianjiao.text;

import java.util.Objects;

/**
 * One step of a change set through the old text: keep some units, or replace them.
 *
 * @param length units of the old text that the step covers
 * @param changed whether they go; false when they are kept
 * @param inserted what comes instead; empty when the units are kept or only deleted
 */
public record Section(int length, boolean changed, String inserted) {

  /** Requires a length that is not negative, and no insert in a kept section. */
  public Section {
    Objects.requireNonNull(inserted, "inserted");
    if (length < 0) {
      throw new IllegalArgumentException("section of " + length + " units");
    }
    if (!changed && !inserted.isEmpty()) {
      throw new IllegalArgumentException(
          "kept section of " + length + " units inserts " + inserted.length());
    }
  }

  /** Leaves {@code length} units as they are. */
  public static Section keep(int length) {
    return new Section(length, false, "");
  }

  /** Puts {@code inserted} in the place of {@code length} units. */
  public static Section replace(int length, String inserted) {
    return new Section(length, true, inserted);
  }
}
