package org.dianjiao.api.plugin;

/**
 * How a person hears how far a command is, and how the command hears that it is no longer wanted.
 *
 * <pre>{@code
 * for (int line = 0; line < lines.size() && !progress.cancelled(); line++) {
 *   … lines.get(line) …
 *   progress.done(line + 1, lines.size());
 * }
 * }</pre>
 *
 * @since 1.0
 */
@Experimental
public interface Progress extends Cancellation {

  /**
   * Tells how much is done; cheap, may be called often.
   *
   * @param parts done so far, in a measure of the command's own
   * @param total of the same measure, at least {@code parts}
   */
  void done(long parts, long total);
}
