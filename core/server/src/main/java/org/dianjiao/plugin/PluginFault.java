package org.dianjiao.plugin;

/** Plugin code failed, or gave an answer that breaks a rule. Counts against the plugin. */
final class PluginFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong; the cause was logged on the plugin's thread. */
  PluginFault(String message) {
    super(message, null, false, false);
  }
}
