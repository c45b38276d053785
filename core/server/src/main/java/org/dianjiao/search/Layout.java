package org.dianjiao.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the index holds one document: the blocks that its text was cut into. Blocks are known by a
 * number that stays when the text before them grows, so an edit costs no more than the blocks that
 * it touches.
 */
final class Layout {

  static final Layout NOTHING = new Layout("", 0, 0, List.of());

  private final String project;
  private final long revision;
  private final int next;
  private final List<Piece> pieces;
  private final int[] starts;
  private final Map<Integer, Integer> places;

  /**
   * One block.
   *
   * @param number its number
   * @param length units of its own
   * @param tags a hash of the annotations that it was written with
   */
  record Piece(int number, int length, long tags) {}

  /**
   * A layout.
   *
   * @param next a number that no block has had so far
   */
  Layout(String project, long revision, int next, List<Piece> pieces) {
    this.project = project;
    this.revision = revision;
    this.next = next;
    this.pieces = List.copyOf(pieces);
    this.starts = new int[pieces.size() + 1];
    this.places = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      starts[i + 1] = starts[i] + pieces.get(i).length();
      places.put(pieces.get(i).number(), i);
    }
  }

  String project() {
    return project;
  }

  long revision() {
    return revision;
  }

  int next() {
    return next;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** Units of the whole text. */
  int length() {
    return starts[pieces.size()];
  }

  /** Where the block at a place begins; behind the text for the place behind the last. */
  int start(int place) {
    return starts[place];
  }

  /** The place of the block with a number. */
  int place(int number) {
    return places.get(number);
  }
}
