package org.dianjiao.document;

import java.util.Optional;
import org.dianjiao.document.Provenance.Imported;
import org.dianjiao.document.Provenance.Suggested;
import org.dianjiao.suggestion.Maker;

/**
 * All that one actor did in a span of revisions. With an account: what that person's changes did,
 * suggestions that they accepted included. With a plugin: what came from suggestions of that plugin
 * and was accepted as it was, by anybody, or by the account when there is one, too. Bringing a text
 * in is nobody's deed.
 *
 * @param account of the person
 * @param plugin id of the plugin
 * @param version of the plugin; any when empty
 * @param from first revision of the span
 * @param to last revision of the span
 */
public record Deeds(
    Optional<String> account,
    Optional<String> plugin,
    Optional<String> version,
    long from,
    long to) {

  /** Requires somebody, and a span that is not reversed. */
  public Deeds {
    check(account, plugin, version, from, to);
  }

  /**
   * Refuses deeds of nobody, and a span that is reversed.
   *
   * @throws IllegalArgumentException with the reason
   */
  public static void check(
      Optional<String> account,
      Optional<String> plugin,
      Optional<String> version,
      long from,
      long to) {
    if (account.isEmpty() && plugin.isEmpty()) {
      throw new IllegalArgumentException("name an account or a plugin whose work is meant");
    }
    if (version.isPresent() && plugin.isEmpty()) {
      throw new IllegalArgumentException(
          "version %s is of no plugin; name one".formatted(version.get()));
    }
    if (from < 1 || to < from) {
      throw new IllegalArgumentException(
          "revisions %d–%d are reversed or begin below 1".formatted(from, to));
    }
  }

  /** Whether an act is one of these. */
  public boolean include(Act act) {
    return act.revision() >= from
        && act.revision() <= to
        && !(act.origin() instanceof Imported)
        && account.map(act.origin().account()::equals).orElse(true)
        && (plugin.isEmpty() || ofPlugin(act));
  }

  private boolean ofPlugin(Act act) {
    return act.origin() instanceof Suggested suggested
        && suggested.maker() instanceof Maker.ByPlugin by
        && plugin.get().equals(by.plugin())
        && version.map(by.version()::equals).orElse(true);
  }
}
