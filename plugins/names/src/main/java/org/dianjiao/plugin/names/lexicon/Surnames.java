package org.dianjiao.plugin.names.lexicon;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Chinese surnames, folded. */
public final class Surnames {

  private final Set<String> surnames;

  /** Of these. */
  public Surnames(Collection<String> surnames) {
    this.surnames = Set.copyOf(surnames);
  }

  /** How long the surname is with which a text begins; 0 when with none. */
  public int length(CharSequence text, int start) {
    for (int length = 2; length > 0; length--) {
      if (start + length <= text.length()
          && surnames.contains(text.subSequence(start, start + length).toString())) {
        return length;
      }
    }
    return 0;
  }

  /** The given name of two characters in a full name: 鸿章 of 李鸿章. */
  Optional<String> givenName(String name) {
    int surname = length(name, 0);
    return surname > 0 && name.length() == surname + 2
        ? Optional.of(name.substring(surname))
        : Optional.empty();
  }
}
