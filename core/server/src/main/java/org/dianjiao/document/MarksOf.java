package org.dianjiao.document;

import java.util.Optional;
import org.dianjiao.document.Provenance.Imported;
import org.dianjiao.document.Provenance.Origin;
import org.dianjiao.document.Provenance.Suggested;
import org.dianjiao.document.Provenance.Written;
import org.dianjiao.suggestion.Maker;

/**
 * Whose marks are meant: those that were there when the text was brought in, those of one person,
 * those of one plugin; everybody's when nothing is named. What a person proposed and another one
 * accepted is the proposer's.
 *
 * @param imported whether the source's are meant
 * @param account of the person
 * @param plugin id of the plugin
 * @param version of the plugin; any when empty
 */
public record MarksOf(
    boolean imported, Optional<String> account, Optional<String> plugin, Optional<String> version) {

  /** Everybody's. */
  public static final MarksOf ALL =
      new MarksOf(false, Optional.empty(), Optional.empty(), Optional.empty());

  /** Those that were brought in. */
  public static final MarksOf SOURCE =
      new MarksOf(true, Optional.empty(), Optional.empty(), Optional.empty());

  /** Requires one at most. */
  public MarksOf {
    int named = (imported ? 1 : 0) + (account.isPresent() ? 1 : 0) + (plugin.isPresent() ? 1 : 0);
    if (named > 1) {
      throw new IllegalArgumentException(
          "name one whose marks are meant: the source, an account or a plugin");
    }
    if (version.isPresent() && plugin.isEmpty()) {
      throw new IllegalArgumentException(
          "version %s is of no plugin; name one".formatted(version.get()));
    }
  }

  /** A person's. */
  public static MarksOf person(String account) {
    return new MarksOf(false, Optional.of(account), Optional.empty(), Optional.empty());
  }

  /** Those of a plugin in one version. */
  public static MarksOf plugin(Maker.ByPlugin maker) {
    return new MarksOf(
        false, Optional.empty(), Optional.of(maker.plugin()), Optional.of(maker.version()));
  }

  /** The one whose marks are of an origin. */
  public static MarksOf of(Origin origin) {
    if (origin instanceof Imported) {
      return SOURCE;
    }
    if (origin instanceof Written written) {
      return person(written.account());
    }
    Maker maker = ((Suggested) origin).maker();
    return maker instanceof Maker.ByPlugin by ? plugin(by) : person(account(maker));
  }

  private static String account(Maker maker) {
    return ((Maker.ByPerson) maker).account();
  }

  /** Whether an act is one of these. */
  public boolean include(Act act) {
    if (equals(ALL)) {
      return true;
    }
    MarksOf one = of(act.origin());
    return imported == one.imported
        && account.equals(one.account)
        && plugin.equals(one.plugin)
        && (version.isEmpty() || version.equals(one.version));
  }
}
