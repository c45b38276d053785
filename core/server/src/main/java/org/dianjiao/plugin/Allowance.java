package org.dianjiao.plugin;

import org.dianjiao.limits.Limits;

/** How much of a plugin may still be taken in; it counts what comes, not what was announced. */
final class Allowance {

  private final Limits limits;
  private long bytes;
  private int files;

  /** Within the limits of the server. */
  Allowance(Limits limits) {
    this.limits = limits;
  }

  /**
   * Counts a file or folder.
   *
   * @throws PluginRefused when it is one too many
   */
  void oneMore() {
    files++;
    if (files > limits.pluginFiles()) {
      throw new PluginRefused(
          "it has more than %d files; the limit is plugin-files".formatted(limits.pluginFiles()));
    }
  }

  /**
   * Counts bytes.
   *
   * @throws PluginRefused when they are too many
   */
  void take(long more) {
    bytes += more;
    if (bytes > limits.pluginBytes()) {
      throw new PluginRefused(
          "it has more than %d bytes; the limit is plugin-bytes".formatted(limits.pluginBytes()));
    }
  }
}
