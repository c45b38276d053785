package org.dianjiao.suggestion;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.text.Digest;

/**
 * A short name for "the same proposal in the same context", so that what a person rejected does not
 * come back. Two proposals share it when plugin, category, surface, best action and the {@value
 * #CONTEXT} units before and after agree; the version of the plugin does not count.
 */
public final class Fingerprint {

  /** Units of context on each side. */
  public static final int CONTEXT = 12;

  private static final int BYTES = 12;

  private Fingerprint() {}

  /**
   * Names a proposal.
   *
   * @param plugin id of the analyzer that made it
   * @param proposal with its range counted in {@code text}
   * @param text the window that it was made for
   */
  public static String of(String plugin, Proposal proposal, String text) {
    TextRange range = proposal.range();
    String before = text.substring(Math.max(0, range.start() - CONTEXT), range.start());
    String after = text.substring(range.end(), Math.min(text.length(), range.end() + CONTEXT));
    String name =
        String.join(
            "\u0000",
            plugin,
            proposal.category(),
            before,
            range.of(text),
            after,
            words(proposal.best().action()));
    byte[] digest = Digest.begin().digest(name.getBytes(StandardCharsets.UTF_8));
    byte[] head = java.util.Arrays.copyOf(digest, BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(head);
  }

  private static String words(Action action) {
    if (action instanceof Replace replace) {
      return "replace " + replace.text();
    }
    return "annotate " + ((Annotate) action).body();
  }
}
