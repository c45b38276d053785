package org.dianjiao.plugin;

/** A plugin that cannot be used as it is installed or configured; the message is for the admin. */
public final class PluginRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal without a stack: it is an answer, not a fault. */
  public PluginRefused(String message) {
    super(message, null, false, false);
  }
}
