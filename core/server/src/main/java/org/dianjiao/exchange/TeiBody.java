package org.dianjiao.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.dianjiao.api.Body;
import org.dianjiao.exchange.TeiLayout.Placed;
import org.dianjiao.text.Line;
import org.dianjiao.text.Text;

/**
 * Writes the body: one {@code p} for each line, the line feeds between them. All that is there to
 * read, but for {@code reg}, is the text, character for character.
 */
final class TeiBody {

  private final XmlOutput xml;
  private final TeiLayout layout;
  private final TeiMarks marks;
  private final TeiAgencies agencies;
  private final TeiAnnotations annotations;
  private final Deque<Placed> open = new ArrayDeque<>();
  private String content = "";
  private int nextInline;
  private int nextGap;

  TeiBody(
      XmlOutput xml,
      TeiLayout layout,
      TeiMarks marks,
      TeiAgencies agencies,
      TeiAnnotations annotations) {
    this.xml = xml;
    this.layout = layout;
    this.marks = marks;
    this.agencies = agencies;
    this.annotations = annotations;
  }

  void write(Text text) {
    content = text.toString();
    xml.openBlock("text");
    xml.openBlock("body", "xml:space", "preserve");
    for (int index = 0; index < text.lineCount(); index++) {
      String number = Integer.toString(index + 1);
      xml.open("p", "xml:id", "line-" + number, "n", number);
      line(text.line(index));
      xml.close();
      if (index + 1 < text.lineCount()) {
        xml.text("\n");
      }
    }
    xml.close();
    xml.closeBlock();
  }

  private void line(Line line) {
    int at = line.start();
    while (true) {
      while (!open.isEmpty() && open.peek().end() == at) {
        annotations.close(open.pop().annotation());
      }
      points(at);
      if (at == line.end()) {
        return;
      }
      for (; inlineStart() == at; nextInline++) {
        Placed next = layout.inline().get(nextInline);
        annotations.open(next.annotation());
        open.push(next);
      }
      if (marks.at(at)) {
        xml.open("pc", "resp", agencies.responsible(marks.origin(at)));
        xml.text(content.substring(at, at + 1));
        xml.close();
        at++;
      } else {
        int end = quietUntil(at, line.end());
        xml.text(content.substring(at, end));
        at = end;
      }
    }
  }

  private void points(int at) {
    if (layout.anchors().contains(at)) {
      xml.empty("anchor", "xml:id", anchor(at));
    }
    for (; gapStart() == at; nextGap++) {
      Placed gap = layout.gaps().get(nextGap);
      annotations.gap(gap.annotation(), (Body.Gap) gap.annotation().body());
    }
  }

  /** The id of the anchor at an offset. */
  static String anchor(int offset) {
    return "at-" + offset;
  }

  /** Up to where nothing begins, ends or stands behind an offset. */
  private int quietUntil(int at, int lineEnd) {
    int end = Math.min(lineEnd, marks.next(at));
    end = Math.min(end, Math.min(inlineStart(), gapStart()));
    Integer anchor = layout.anchors().higher(at);
    if (anchor != null) {
      end = Math.min(end, anchor);
    }
    return open.isEmpty() ? end : Math.min(end, open.peek().end());
  }

  private int inlineStart() {
    return start(layout.inline(), nextInline);
  }

  private int gapStart() {
    return start(layout.gaps(), nextGap);
  }

  private static int start(List<Placed> list, int next) {
    return next < list.size() ? list.get(next).start() : Integer.MAX_VALUE;
  }
}
