package org.dianjiao.text;

import java.util.ArrayList;
import java.util.List;

/** Random edits that fit every text: offsets are taken as fractions of its length. */
public record Draft(List<Stroke> strokes) {

  /** One edit; {@code from} and {@code to} run from 0 to 1. */
  public record Stroke(double from, double to, String insert) {

    Edit on(Text text) {
      int a = CodeUnits.floor(text, (int) Math.round(from * text.length()));
      int b = CodeUnits.floor(text, (int) Math.round(to * text.length()));
      return new Edit(Math.min(a, b), Math.max(a, b), insert);
    }
  }

  /** The edits as a change set for a text. They never cut a character. */
  public ChangeSet on(Text text) {
    List<Edit> edits = new ArrayList<>();
    for (Stroke stroke : strokes) {
      edits.add(stroke.on(text));
    }
    return ChangeSet.of(text.length(), edits);
  }
}
