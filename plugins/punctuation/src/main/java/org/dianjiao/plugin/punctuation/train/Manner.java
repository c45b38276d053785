package org.dianjiao.plugin.punctuation.train;

import org.dianjiao.plugin.punctuation.model.Mark;

/** How a project wants its marks, other than the edition has them. */
enum Manner {
  /** As the edition has them. */
  EDITION("，。、；：？！"),
  /** Few kinds of marks: ， 。 ： ？ only. */
  PLAIN("，。，，：？。"),
  /** Breaks only, each a 。 as in old prints. */
  BREAKS("。。。。。。。");

  /** What it has in place of each mark. */
  private final String marks;

  Manner(String marks) {
    this.marks = marks;
  }

  /** A passage in this manner. */
  Passage of(Passage passage) {
    byte[] labels = passage.labels().clone();
    for (int gap = 0; gap < labels.length; gap++) {
      if (labels[gap] != Mark.NONE.label()) {
        char mark = marks.charAt(labels[gap] - 1);
        labels[gap] = (byte) Mark.of(mark).orElseThrow().label();
      }
    }
    return new Passage(
        passage.genre(),
        passage.period(),
        passage.codes(),
        labels,
        passage.pausesOnly(),
        passage.pairs());
  }
}
