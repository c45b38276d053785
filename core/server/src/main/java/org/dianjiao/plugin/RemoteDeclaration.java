package org.dianjiao.plugin;

import java.util.Optional;
import java.util.Set;

/**
 * Says that the code of a plugin runs elsewhere and is asked over HTTP.
 *
 * @param positionEncoding what its offsets count: {@code utf-16} units, as in Java and JavaScript,
 *     or {@code utf-32}, code points, as in Python
 * @param lookUp whether it answers look-ups, too; it does not when empty
 */
public record RemoteDeclaration(String positionEncoding, Optional<Boolean> lookUp) {

  private static final Set<String> ENCODINGS = Set.of("utf-16", "utf-32");

  /** Requires one of the two encodings. */
  public RemoteDeclaration {
    if (positionEncoding == null || !ENCODINGS.contains(positionEncoding)) {
      throw new PluginRefused(
          "position-encoding of remote is \"%s\", not utf-16 or utf-32"
              .formatted(positionEncoding));
    }
  }

  /** Whether people can search its authority file. */
  public boolean looksUp() {
    return lookUp.orElse(false);
  }
}
