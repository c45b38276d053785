package org.dianjiao.characters;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/** Which characters are ordinary where: what the character sets of an age took in. */
public enum Repertoire {
  /** GB 2312 (1980): what simplified texts are written with. */
  GB2312("gb2312"),
  /** Big5 (1984), both halves. */
  BIG5("big5"),
  /** The common half of Big5: what traditional texts are written with. */
  BIG5_COMMON("big5-common");

  private final String word;

  Repertoire(String word) {
    this.word = word;
  }

  /** Whether a character is in it. */
  public boolean contains(int codePoint) {
    return Packed.SETS.get(this).get(codePoint);
  }

  /** Read once, when somebody asks. */
  private static final class Packed {

    static final Map<Repertoire, BitSet> SETS = read();

    private static Map<Repertoire, BitSet> read() {
      Map<Repertoire, BitSet> sets = new EnumMap<>(Repertoire.class);
      Tables.read("repertoires.tsv", row -> sets.put(named(row[0]), setOf(row[1])));
      return sets;
    }

    private static Repertoire named(String word) {
      for (Repertoire repertoire : values()) {
        if (repertoire.word.equals(word)) {
          return repertoire;
        }
      }
      throw new IllegalStateException("repertoires.tsv: no repertoire " + word);
    }

    private static BitSet setOf(String characters) {
      BitSet set = new BitSet();
      characters.codePoints().forEach(set::set);
      return set;
    }
  }
}
