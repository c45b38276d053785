package org.dianjiao.plugin;

import java.util.Locale;

/**
 * Where an instance is in its life. {@code FOUND → REFUSED | LOADED → STARTED ⇄ SUSPENDED →
 * STOPPED}, {@code FAILED} from any.
 */
public enum PluginState {
  /** Its folder was read and fits. */
  FOUND,
  /** It cannot be used as it is installed or configured. */
  REFUSED,
  /** Its code is loaded, its analyzer is starting. */
  LOADED,
  /** It answers. */
  STARTED,
  /** It failed too often in a row and rests before it is tried again. */
  SUSPENDED,
  /** It was switched off or shut down. */
  STOPPED,
  /** It could not start, or a thread of it would not stop. */
  FAILED;

  /** The state as it is told to others. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
