package org.dianjiao.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A plain text that was read, and what reading changed in it: nothing, when all else is zero.
 *
 * @param text with line feeds only
 * @param byteOrderMark whether one stood in front and was dropped
 * @param carriageReturnLineFeeds line ends of two characters that became a line feed
 * @param carriageReturns line ends of a single carriage return that became a line feed
 */
public record PlainText(
    String text, boolean byteOrderMark, int carriageReturnLineFeeds, int carriageReturns) {

  /** Requires a text. */
  public PlainText {
    Objects.requireNonNull(text, "text");
  }

  /** What was changed, each in a sentence; empty when the text is as it came. */
  public List<String> changes() {
    List<String> sentences = new ArrayList<>();
    if (byteOrderMark) {
      sentences.add("the byte order mark in front was dropped");
    }
    if (carriageReturnLineFeeds > 0) {
      sentences.add(carriageReturnLineFeeds + " line ends CR LF became LF");
    }
    if (carriageReturns > 0) {
      sentences.add(carriageReturns + " line ends CR became LF");
    }
    return sentences;
  }
}
