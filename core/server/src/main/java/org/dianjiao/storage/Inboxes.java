package org.dianjiao.storage;

import java.util.Map;

/** How far people have read what concerns them. What does follows from the logs of documents. */
public interface Inboxes {

  /** The revision up to which somebody has read, for each document in which they did. */
  Map<String, Long> read(String account);

  /**
   * Somebody has read up to a revision; nothing happens when they had read further.
   *
   * @throws UnknownAccount when there is no such account
   */
  void markRead(String account, String document, long revision);
}
