package org.dianjiao.blind;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What the adjudicator decided about one difference.
 *
 * @param choice which way
 * @param worker whose reading was taken; only when one was
 * @param own what the adjudicator put in its place: the text, or the kind of name; only then
 */
public record Ruling(Choice choice, Optional<String> worker, Optional<String> own) {

  /** Ways to decide. */
  public enum Choice {
    /** Take what a worker has. */
    READING,
    /** Take what nobody has: it stays as it was given out. */
    NEITHER,
    /** Take what the adjudicator writes. */
    OWN;

    /** As it is written in files and on the wire: in lower case. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The choice for a written word.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Choice of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Checks that a worker is named, or something is written, when the choice takes it. */
  public Ruling {
    Objects.requireNonNull(choice, "choice");
    if (worker.isPresent() != (choice == Choice.READING)
        || own.isPresent() != (choice == Choice.OWN)) {
      throw new IllegalArgumentException(
          "%s with %s worker and %s text of its own"
              .formatted(
                  choice.word(), worker.isPresent() ? "a" : "no", own.isPresent() ? "a" : "no"));
    }
  }

  /** Takes a worker's reading. */
  public static Ruling reading(String worker) {
    return new Ruling(Choice.READING, Optional.of(worker), Optional.empty());
  }
}
