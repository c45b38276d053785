package org.dianjiao.plugin.remote;

/** The plugin elsewhere says no to a file; the message is its own, for the person. */
public final class ElsewhereRefusal extends ElsewhereFault {

  private static final long serialVersionUID = 1L;

  /** A refusal in the plugin's words. */
  public ElsewhereRefusal(String words) {
    super(words);
  }
}
