package org.dianjiao.plugin.punctuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.plugin.punctuation.model.CharacterTable;
import org.dianjiao.plugin.punctuation.structure.BareLine;
import org.dianjiao.plugin.punctuation.structure.BareTextReader;
import org.dianjiao.plugin.punctuation.structure.Heading;
import org.dianjiao.plugin.punctuation.structure.Names;

/**
 * A request, read: the lines of its text and what is known of them.
 *
 * @param request as it came
 * @param lines those that have characters, in order
 * @param names what is identified in it
 */
record Question(AnalysisRequest request, List<BareLine> lines, Names names) {

  static Question of(AnalysisRequest request, CharacterTable table) {
    return new Question(
        request, BareTextReader.read(request.text(), table), new Names(request.annotations()));
  }

  String text() {
    return request.text();
  }

  /** The lines that touch the focus and are no headings. */
  List<BareLine> prose() {
    TextRange focus = request.focus();
    List<BareLine> prose = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      BareLine line = lines.get(i);
      Optional<BareLine> next =
          i + 1 < lines.size() ? Optional.of(lines.get(i + 1)) : Optional.empty();
      boolean touches = line.start() <= focus.end() && line.end() >= focus.start();
      if (touches && !Heading.is(line, next)) {
        prose.add(line);
      }
    }
    return prose;
  }

  /** The first gap of a line of which something may lie in the focus: it may begin before. */
  static int firstGap(BareLine line, TextRange focus) {
    return Math.max(0, line.firstGapFrom(focus.start()) - 1);
  }
}
