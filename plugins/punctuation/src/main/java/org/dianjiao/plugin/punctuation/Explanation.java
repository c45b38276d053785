package org.dianjiao.plugin.punctuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dianjiao.api.Candidate;
import org.dianjiao.plugin.punctuation.PairEnds.End;
import org.dianjiao.plugin.punctuation.model.Line;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.Reason;

/**
 * Says in words why a mark is proposed: between what, how likely, which strings around the place
 * speak for it, and which other marks are possible. Quotes the text in its own characters; ｜ stands
 * for the place, … for a character in between.
 */
final class Explanation {

  /** How many strings are worth asking for; similar ones are left out afterwards. */
  static final int MOST = 12;

  private static final int SHOWN = 3;
  private static final int CONTEXT = 2;
  private static final double WORTH_NAMING = 0.05;

  private final String text;
  private final Line line;
  private final int gap;

  Explanation(String text, Line line, int gap) {
    this.text = text;
    this.line = line;
    this.gap = gap;
  }

  /** Why the ends of quotations and titles are proposed. */
  String of(List<End> ends) {
    String words = ends.stream().map(End::words).collect(Collectors.joining("; "));
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " " + place();
  }

  /**
   * Why a mark is proposed, perhaps with ends of quotations and titles.
   *
   * @param more what else is to be said about the place
   */
  String of(
      List<Candidate> candidates,
      double pause,
      List<Reason> reasons,
      Mark mark,
      List<End> ends,
      List<String> more) {
    StringBuilder words = new StringBuilder();
    words.append(String.format(Locale.ROOT, "Pause %s (%.2f)", place(), pause));
    List<String> strings = strings(reasons);
    if (!strings.isEmpty()) {
      words.append("; for ").append(mark.text()).append(" speak ");
      words.append(String.join(", ", strings));
    }
    more.forEach(word -> words.append("; ").append(word));
    ends.forEach(end -> words.append("; ").append(end.words()).append(" here"));
    List<Candidate> others =
        candidates.stream().skip(1).filter(one -> one.confidence() >= WORTH_NAMING).toList();
    if (!others.isEmpty()) {
      words.append("; also possible ");
      words.append(
          others.stream()
              .map(one -> String.format(Locale.ROOT, "%s (%.2f)", one.label(), one.confidence()))
              .collect(Collectors.joining(", ")));
    }
    return words.toString();
  }

  String place() {
    String before = characters(Math.max(0, gap + 1 - CONTEXT), gap + 1);
    String behind = characters(gap + 1, Math.min(line.size(), gap + 1 + CONTEXT));
    return behind.isBlank()
        ? "at the end of the line, behind " + before
        : "between " + before + " and " + behind;
  }

  private String characters(int from, int to) {
    return Excerpt.of(text, line, from, to);
  }

  /** The strongest strings at the place itself, none part of another. */
  private List<String> strings(List<Reason> reasons) {
    List<String> strings = new ArrayList<>();
    for (Reason reason : reasons) {
      String string = string(reason.offsets());
      boolean similar =
          strings.stream().anyMatch(known -> known.contains(string) || string.contains(known));
      if (!string.isEmpty() && !similar && strings.size() < SHOWN) {
        strings.add(string);
      }
    }
    return strings;
  }

  /** The characters at some offsets; empty when none is beside the place or one is outside. */
  private String string(int[] offsets) {
    List<Integer> named = Arrays.stream(offsets).boxed().toList();
    if (!named.contains(-1) && !named.contains(1)) {
      return "";
    }
    StringBuilder string = new StringBuilder();
    int first = Math.min(-1, offsets[0]);
    int last = Math.max(1, offsets[offsets.length - 1]);
    for (int offset = first; offset <= last; offset++) {
      int character = offset < 0 ? gap + 1 + offset : gap + offset;
      if (offset == 0) {
        string.append('｜');
      } else if (!named.contains(offset)) {
        string.append(offset > offsets[0] && offset < offsets[offsets.length - 1] ? "…" : "");
      } else if (character < 0 || character >= line.size()) {
        return "";
      } else {
        string.append(characters(character, character + 1));
      }
    }
    return string.toString();
  }
}
