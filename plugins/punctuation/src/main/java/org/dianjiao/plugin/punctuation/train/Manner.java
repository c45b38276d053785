package org.dianjiao.plugin.punctuation.train;

import java.util.List;
import org.dianjiao.plugin.punctuation.model.Mark;

/** How a project wants its marks, other than the edition has them. */
enum Manner {
  /** As the edition has them. */
  EDITION(List.of("", "，", "。", "、", "；", "：", "？", "！")),
  /** Few kinds of marks: ， 。 ： ？ only. */
  PLAIN(List.of("", "，", "。", "，", "，", "：", "？", "。")),
  /** Breaks only, each a 。 as in old prints. */
  BREAKS(List.of("", "。", "。", "。", "。", "。", "。", "。"));

  private final List<String> marks;

  Manner(List<String> marks) {
    this.marks = marks;
  }

  /** A passage in this manner. */
  Passage of(Passage passage) {
    byte[] labels = passage.labels().clone();
    for (int gap = 0; gap < labels.length; gap++) {
      String mark = marks.get(labels[gap]);
      labels[gap] = (byte) (mark.isEmpty() ? 0 : Mark.of(mark.charAt(0)).orElseThrow().label());
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
