package org.dianjiao.storage;

import java.util.Collection;
import java.util.List;

/**
 * What plugins offer in documents, so that it is there when somebody opens them again. Derived from
 * the logs and the plugins; what is missing here is computed again.
 */
public interface Offers {

  /**
   * A page of what one instance of a plugin offers: what came and went since its page before.
   *
   * @param revision of the document, at which the places count
   * @param body as its owner wrote it
   */
  record Offer(String instance, long revision, String body) {}

  /** Everything that is kept for a document: by instance, the pages as they were kept. */
  List<Offer> of(String document);

  /**
   * Keeps more pages, all or none.
   *
   * @param anew instances of which what was kept before is forgotten
   */
  void keep(String document, Collection<String> anew, List<Offer> pages);
}
