package org.dianjiao.consistency;

import org.dianjiao.mention.DocumentMentions;

/** A place in a document, with the words around it. */
public record Place(
    String document, int start, int end, String before, String surface, String after) {

  /** In a document that was read. */
  static Place of(String document, DocumentMentions read, int start, int end) {
    return new Place(
        document, start, end, read.before(start), read.text().slice(start, end), read.behind(end));
  }
}
