package org.dianjiao.storage;

import java.util.Map;

/** What was counted in the logs of documents, kept so that it is not counted again. Derived. */
public interface Tallies {

  /**
   * What was counted.
   *
   * @param revision up to which
   * @param format of the body; of another one nothing is known
   * @param body JSON
   */
  record Kept(long revision, int format, String body) {}

  /** Of each document of a project, as far as it was kept. */
  Map<String, Kept> of(String project);

  /**
   * Keeps what was counted, unless a later revision is kept in the same format.
   *
   * @throws UnknownDocument when there is no such document
   */
  void keep(String document, Kept tally);
}
