package org.dianjiao.plugin;

import java.util.Locale;

/** Where the code of an instance runs. */
public enum RunsIn {
  /** In the server itself: what came with it, and what the operator trusts by name. */
  SERVER,
  /** In a process of its own, which is killed when it does not answer. */
  PROCESS,
  /** On another machine, asked over HTTP. */
  REMOTE;

  /** The place as it is told to others. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
