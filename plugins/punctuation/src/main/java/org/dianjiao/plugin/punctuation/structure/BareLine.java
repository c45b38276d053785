package org.dianjiao.plugin.punctuation.structure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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
public record BareLine(
    Line line, BitSet open, int indentation, boolean marked, int start, int end) {

  /** How many characters it has, which is how many gaps. */
  public int size() {
    return line.size();
  }

  /** What stands before the first character. */
  public List<Sign> signsBefore(String text) {
    return Sign.between(text, start, line.starts()[0]);
  }

  /** What stands behind a character, before the next one. */
  public List<Sign> signs(String text, int gap) {
    return Sign.between(text, line.ends()[gap], gap + 1 < size() ? line.starts()[gap + 1] : end);
  }

  /** The first gap at or behind a place in the text. */
  public int firstGapFrom(int place) {
    int found = Arrays.binarySearch(line.ends(), place);
    return found >= 0 ? found : -found - 1;
  }
}
