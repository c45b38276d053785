package org.dianjiao.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianjiao.api.TextRange;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.document.Lesson;
import org.dianjiao.text.Line;
import org.dianjiao.text.Text;

/**
 * What people decided about the suggestions of some instances in one document, gathered from its
 * log. A decision that was taken back counts for nothing.
 */
public final class Precedents {

  private final Set<String> instances;
  private final Map<String, Standing> standing = new LinkedHashMap<>();

  private record Standing(Document state, Precedent precedent) {}

  /**
   * Decisions that were taken about one state of a document, and so are asked about together.
   *
   * @param state the document as it was just before
   */
  public record Sitting(Document state, List<Precedent> precedents) {

    /** Copies the list. */
    public Sitting {
      precedents = List.copyOf(precedents);
    }

    /**
     * What a side has to look at to be judged: the lines of the decisions.
     *
     * @param most units to each side of a place, in lines that are longer
     */
    public List<TextRange> ranges(int most) {
      Text text = state.text();
      return precedents.stream().map(precedent -> around(text, precedent.range(), most)).toList();
    }

    private static TextRange around(Text text, TextRange place, int most) {
      Line first = text.lineAt(place.start());
      Line last = text.lineAt(place.end());
      return new TextRange(
          Math.max(first.start(), place.start() - most),
          Math.min(Math.min(text.length(), last.end() + 1), place.end() + most));
    }
  }

  /** None yet. */
  public Precedents(Set<String> instances) {
    this.instances = Set.copyOf(instances);
  }

  /**
   * Takes what a change decides.
   *
   * @param before the document that it changes
   */
  public void add(Document before, Change change) {
    for (Lesson lesson : Lesson.of(before.text(), change)) {
      if (instances.contains(lesson.instance())) {
        standing.remove(lesson.suggestion().id());
        lesson
            .verdict()
            .flatMap(Precedent::of)
            .ifPresent(
                precedent ->
                    standing.put(lesson.suggestion().id(), new Standing(before, precedent)));
      }
    }
  }

  /** The last of them, at most so many, the oldest first. */
  public List<Sitting> sittings(int most) {
    List<Standing> all = List.copyOf(standing.values());
    List<Sitting> sittings = new ArrayList<>();
    List<Precedent> together = new ArrayList<>();
    for (int i = Math.max(0, all.size() - most); i < all.size(); i++) {
      together.add(all.get(i).precedent());
      long revision = all.get(i).state().revision();
      boolean last = i + 1 == all.size() || all.get(i + 1).state().revision() != revision;
      if (last) {
        sittings.add(new Sitting(all.get(i).state(), together));
        together.clear();
      }
    }
    return sittings;
  }
}
