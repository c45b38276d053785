package org.dianjiao.storage;

import java.util.List;

/**
 * What plugins offer in documents that nobody has open, so that it is there when somebody opens
 * them. Derived from the logs and the plugins; what is missing here is computed again.
 */
public interface Offers {

  /**
   * What one instance of a plugin offers.
   *
   * @param revision of the document, at which the places count
   * @param body as its owner wrote it
   */
  record Offer(String instance, long revision, String body) {}

  /** Everything that is kept for a document. */
  List<Offer> of(String document);

  /** Keeps these in place of what was kept for a document before. */
  void keep(String document, List<Offer> offers);
}
