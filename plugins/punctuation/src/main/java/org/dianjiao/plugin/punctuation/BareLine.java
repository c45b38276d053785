package org.dianjiao.plugin.punctuation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.dianjiao.plugin.punctuation.model.Line;

/**
 * A line of a text without its marks, notes and tags.
 *
 * @param line its characters, for the model
 * @param open behind which characters a mark may be put: nothing but blanks and tags is there, and
 *     it and its neighbour are of the script that takes such marks
 * @param indentation how many full-width spaces come first
 * @param marked whether any mark stands in the line
 * @param start where the line begins in the text
 * @param end where it ends, before the line feed
 */
record BareLine(Line line, BitSet open, int indentation, boolean marked, int start, int end) {

  private static final int LONGEST_HEADING = 8;
  private static final int LONGEST_TITLE = 24;
  private static final String TITLE_ENDS = "日月年条款则章卷篇";
  private static final int LARGEST_DISTANCE = 16;

  int size() {
    return line.size();
  }

  /** The first gap at or behind a place in the text. */
  int firstGapFrom(int place) {
    int found = Arrays.binarySearch(line.ends(), place);
    return found >= 0 ? found : -found - 1;
  }

  /**
   * Whether the line is a heading, which takes no marks: it has none, and it is either very short
   * ({@code 第三条}) or an indented title: one that ends with a date or a number of articles, or
   * stands right above a very short line.
   */
  boolean isHeading(Optional<BareLine> next) {
    return isShort()
        || (mayBeTitle() && (endsLikeTitle() || next.filter(this::isRightBelow).isPresent()));
  }

  private boolean mayBeTitle() {
    return !marked && indentation > 0 && size() <= LONGEST_TITLE;
  }

  private boolean endsLikeTitle() {
    return TITLE_ENDS.indexOf(line.codes()[size() - 1]) >= 0;
  }

  private boolean isRightBelow(BareLine line) {
    return line.isShort() && line.start - end <= LARGEST_DISTANCE;
  }

  private boolean isShort() {
    return !marked && size() <= LONGEST_HEADING;
  }
}
