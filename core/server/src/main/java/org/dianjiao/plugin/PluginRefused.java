package org.dianjiao.plugin;

/** A plugin that cannot be used as it is installed or configured; the message is for the admin. */
public final class PluginRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** A refusal. */
  public PluginRefused(String message) {
    super(message);
  }

  /** Takes no stack: it is an answer, not a fault. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
