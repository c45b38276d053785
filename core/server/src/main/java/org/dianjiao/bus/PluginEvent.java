package org.dianjiao.bus;

/** What happened to an instance of a plugin; for whoever uses it. */
public sealed interface PluginEvent {

  /** It started anew, rests, answers again or failed. */
  record PluginChanged(PluginMessage.PluginDescribed plugin) implements PluginEvent {}

  /** It was switched off, taken away or cannot be used any more. */
  record PluginGone(String plugin, String reason) implements PluginEvent {}
}
