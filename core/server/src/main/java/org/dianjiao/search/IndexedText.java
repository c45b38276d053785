package org.dianjiao.search;

import java.util.List;

/**
 * A document as the index is to hold it.
 *
 * @param project that it belongs to
 * @param document its id
 * @param revision at which it has this text
 * @param text all of it
 * @param tags all that is annotated or proposed in it
 */
public record IndexedText(
    String project, String document, long revision, String text, List<Tagged> tags) {

  /** Copies the list. */
  public IndexedText {
    tags = List.copyOf(tags);
  }
}
