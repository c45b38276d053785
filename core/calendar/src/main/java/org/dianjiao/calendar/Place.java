package org.dianjiao.calendar;

import java.util.List;

/**
 * Where an expression stands.
 *
 * @param clause whether a mark or a line end stands before it, or a word that joins
 * @param sentence whether a sentence begins with it
 * @param before the character before it, blanks left out
 * @param after the character behind it
 * @param sentenceStart where its sentence begins
 */
record Place(boolean clause, boolean sentence, char before, char after, int sentenceStart) {

  private static final String BLANKS = " 　\t\r";
  private static final String ENDS = "。！？\n";
  private static final String MARKS = "，、；：。！？\n「『“‘（(《〈—";
  private static final List<String> JOINING =
      List.of(
          "先是", "于是", "洎乎", "至于", "至", "迨", "及", "逮", "会", "初", "又", "旋", "寻", "洎", "迄", "到", "嗣",
          "而", "时", "逾", "惟", "则", "查", "自");

  static Place of(String folded, int start, int end) {
    int at = back(folded, start);
    boolean opened = false;
    for (int i = 0; i < 2 && !isMark(folded, at); i++) {
      at = overJoining(folded, at);
    }
    boolean clause = isMark(folded, at);
    int before = at;
    while (before > 0 && "「『“‘：\"".indexOf(folded.charAt(before - 1)) >= 0) {
      before = back(folded, before - 1);
      opened = true;
    }
    boolean sentence = clause && (opened || isEnd(folded, before));
    int begins = start;
    while (begins > 0 && ENDS.indexOf(folded.charAt(begins - 1)) < 0) {
      begins--;
    }
    int own = back(folded, start);
    return new Place(
        clause,
        sentence,
        own == 0 ? '\n' : folded.charAt(own - 1),
        end < folded.length() ? folded.charAt(end) : '\n',
        begins);
  }

  private static int back(String folded, int from) {
    int at = from;
    while (at > 0 && BLANKS.indexOf(folded.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static int overJoining(String folded, int at) {
    for (String word : JOINING) {
      if (folded.startsWith(word, at - word.length())) {
        return back(folded, at - word.length());
      }
    }
    return at;
  }

  private static boolean isMark(String folded, int at) {
    return at == 0 || MARKS.indexOf(folded.charAt(at - 1)) >= 0;
  }

  private static boolean isEnd(String folded, int at) {
    return at == 0 || ENDS.indexOf(folded.charAt(at - 1)) >= 0;
  }
}
