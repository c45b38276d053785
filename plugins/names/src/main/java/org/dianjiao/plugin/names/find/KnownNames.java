package org.dianjiao.plugin.names.find;

import java.util.ArrayList;
import java.util.List;
import org.dianjiao.plugin.names.lexicon.FormTree;
import org.dianjiao.plugin.names.lexicon.Layers;
import org.dianjiao.plugin.names.lexicon.Lexicon;
import org.dianjiao.plugin.names.lexicon.Meaning;

/** The forms of the authority file that stand in a text, also across a space or a line end. */
final class KnownNames {

  /** Names of so many characters may be cut by a mark, if not by one that parts names. */
  private static final int LONG = 4;

  /** Names of so many characters may be cut by a space or a line end. */
  private static final int FAIR = 3;

  private final Reading reading;
  private final Layers layers;
  private final Variation variation;
  private final List<Sighting> found = new ArrayList<>();

  private KnownNames(Reading reading, Layers layers, Variation variation) {
    this.reading = reading;
    this.layers = layers;
    this.variation = variation;
  }

  /** All of them, in the order in which they begin. */
  static List<Sighting> in(Reading reading, Layers layers, Variation variation) {
    KnownNames names = new KnownNames(reading, layers, variation);
    for (int start = 0; start < reading.length(); start++) {
      for (Lexicon lexicon : layers.lexicons()) {
        names.follow(lexicon, start, start, FormTree.ROOT, Reading.NOTHING);
      }
    }
    return names.found;
  }

  /** Goes on from a node of the tree with the character at a place, and its variants. */
  private void follow(Lexicon lexicon, int start, int next, int node, byte gapSoFar) {
    byte gap = gapSoFar;
    int here = node;
    for (int at = next; at < reading.length(); at++) {
      if (at > start && reading.gap(at) != Reading.NOTHING) {
        gap = (byte) Math.max(gap, reading.gap(at));
        if (gap == Reading.PARAGRAPH || reading.follows(at, '、') || reading.follows(at, '·')) {
          return;
        }
      }
      char character = reading.at(at);
      for (char other : variation.of(character)) {
        int step = lexicon.tree().step(here, other);
        if (step != FormTree.ROOT) {
          end(lexicon, start, at + 1, step, gap);
          follow(lexicon, start, at + 1, step, gap);
        }
      }
      here = lexicon.tree().step(here, character);
      if (here == FormTree.ROOT) {
        return;
      }
      end(lexicon, start, at + 1, here, gap);
    }
  }

  private void end(Lexicon lexicon, int start, int end, int node, byte gap) {
    int word = lexicon.tree().word(node);
    if (word >= 0 && mayBeCut(end - start, gap)) {
      List<Meaning> meanings = layers.visible(lexicon, word);
      if (!meanings.isEmpty()) {
        found.add(sighting(start, end, meanings, gap));
      }
    }
  }

  private static boolean mayBeCut(int length, byte gap) {
    return switch (gap) {
      case Reading.NOTHING -> true;
      case Reading.SPACE, Reading.LINE_END -> length >= FAIR;
      default -> length >= LONG;
    };
  }

  private static Sighting sighting(int from, int to, List<Meaning> meanings, byte gap) {
    double belief =
        switch (to - from) {
          case 1 -> 0.5;
          case 2 -> 0.96;
          case 3 -> 0.98;
          default -> 0.99;
        };
    String reason =
        switch (gap) {
          case Reading.NOTHING -> "";
          case Reading.SPACE -> "a space stands in it";
          case Reading.LINE_END -> "a line ends in it";
          default -> "a mark stands in it";
        };
    double cut = gap == Reading.NOTHING ? 1 : gap == Reading.MARK ? 0.65 : 0.85;
    return new Sighting(from, to, meanings.get(0).entity().type(), meanings, belief * cut, reason);
  }
}
