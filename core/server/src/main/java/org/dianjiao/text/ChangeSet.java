package org.dianjiao.text;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A group of edits to one text, as a value: CodeMirror's {@code ChangeSet}, section for section.
 *
 * <p>A change set is a walk through the old text in sections. Each is a pair of lengths: units of
 * the old text, and either {@code -1} for "kept" or the units that come instead. So {@code 2 -1} is
 * two units kept, {@code 0 5} an insert of five, {@code 3 0} a deletion of three. The inserted
 * texts stand one after the other in one string. Neighbouring sections that keep, only delete or
 * only insert are always one section; there are no empty ones.
 *
 * <p>The algebra is closed. With {@code b} and {@code a} made from the same text, {@code
 * a.compose(b.map(a, false))} and {@code b.compose(a.map(b, true))} make the same text: that is
 * what collaboration rests on. The behaviour is that of {@code @codemirror/state}; golden vectors
 * made with that library hold this class to it.
 *
 * <p>Lengths that do not fit and positions outside the text are refused with an {@link
 * IllegalArgumentException} that names both numbers, a carriage return in an insert with a {@link
 * MalformedChange} that names its offset. Any thread may read.
 */
public final class ChangeSet {

  private final int[] sections;
  private final String inserted;
  private final int length;
  private final int newLength;
  private final Landmarks landmarks;

  ChangeSet(int[] sections, String inserted) {
    long before = 0;
    long after = 0;
    for (int i = 0; i < sections.length; i += 2) {
      before += sections[i];
      after += newLength(sections, i);
    }
    if (before > Integer.MAX_VALUE || after > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "change set from " + before + " to " + after + " units is too long");
    }
    this.sections = sections;
    this.inserted = inserted;
    this.length = (int) before;
    this.newLength = (int) after;
    this.landmarks = Landmarks.of(sections);
  }

  /** The change set that changes nothing in a text of some length. */
  public static ChangeSet empty(int length) {
    return of(length, List.of());
  }

  /** The change set that puts {@code insert} in the place of one range. */
  public static ChangeSet replace(int length, int from, int to, String insert) {
    return of(length, List.of(new Edit(from, to, insert)));
  }

  /**
   * All edits at once. Every edit speaks of the old text, whatever the others do; of two inserts at
   * one place the earlier in the list stands first. In order of position the edits cost linear
   * time; each step backwards costs one composition.
   */
  public static ChangeSet of(int length, List<Edit> edits) {
    if (length < 0) {
      throw new IllegalArgumentException("change set for a text of " + length + " units");
    }
    ChangeSet total = null;
    SectionBuilder builder = new SectionBuilder();
    int position = 0;
    for (Edit edit : edits) {
      if (edit.to() > length) {
        throw new IllegalArgumentException(
            "edit from %d to %d is outside a text of %d units"
                .formatted(edit.from(), edit.to(), length));
      }
      if (edit.from() == edit.to() && edit.insert().isEmpty()) {
        continue;
      }
      requireNoCarriageReturn(edit.insert());
      if (edit.from() < position) {
        total = plus(total, builder, length - position);
        builder = new SectionBuilder();
        position = 0;
      }
      builder.keep(edit.from() - position);
      builder.replace(edit.to() - edit.from(), edit.insert());
      position = edit.to();
    }
    return plus(total, builder, length - position);
  }

  private static ChangeSet plus(ChangeSet total, SectionBuilder builder, int rest) {
    if (total != null && builder.size() == 0) {
      return total;
    }
    builder.keep(rest);
    ChangeSet next = builder.build();
    return total == null ? next : total.compose(next.map(total, false));
  }

  /** The change set of these sections, of any grain; empty sections are left out. */
  public static ChangeSet ofSections(List<Section> sections) {
    SectionBuilder builder = new SectionBuilder();
    long before = 0;
    for (Section section : sections) {
      before += section.length();
      if (before > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("change set of " + before + " units is too long");
      }
      if (section.changed()) {
        requireNoCarriageReturn(section.inserted());
        builder.replace(section.length(), section.inserted());
      } else {
        builder.keep(section.length());
      }
    }
    return builder.build();
  }

  private static void requireNoCarriageReturn(String insert) {
    int offset = insert.indexOf('\r');
    if (offset >= 0) {
      throw new MalformedChange("insert holds a carriage return at its unit " + offset);
    }
  }

  /** Units of the text before the change. */
  public int length() {
    return length;
  }

  /** Units of the text after the change. */
  public int newLength() {
    return newLength;
  }

  /** Whether nothing is changed. */
  public boolean isEmpty() {
    return sections.length == 0 || (sections.length == 2 && sections[1] < 0);
  }

  /** The steps of the walk through the old text, in order. */
  public List<Section> sections() {
    Section[] list = new Section[sections.length / 2];
    int textStart = 0;
    for (int i = 0; i < sections.length; i += 2) {
      int insert = sections[i + 1];
      if (insert < 0) {
        list[i / 2] = Section.keep(sections[i]);
      } else {
        list[i / 2] =
            Section.replace(sections[i], inserted.substring(textStart, textStart + insert));
        textStart += insert;
      }
    }
    return List.of(list);
  }

  /** The text after the change. */
  public Text apply(Text text) {
    requireLength(text.length(), "text");
    Text[] result = {text};
    forEachChange(
        (fromA, toA, fromB, toB, insert) ->
            result[0] = result[0].replace(fromB, fromB + (toA - fromA), insert));
    return result[0];
  }

  /** This change and then the other, which begins in the text that this one makes. */
  public ChangeSet compose(ChangeSet other) {
    if (newLength != other.length) {
      throw new IllegalArgumentException(
          "change set of length %d cannot follow one that makes %d units"
              .formatted(other.length, newLength));
    }
    if (isEmpty()) {
      return other;
    }
    return other.isEmpty() ? this : new Composition(cursor(), other.cursor()).compose();
  }

  /**
   * This change, for the text that the other makes; both begin in the same text.
   *
   * @param before whether what this one inserts stands before what the other inserts at the same
   *     place
   */
  public ChangeSet map(ChangeSet other, boolean before) {
    requireLength(other.length, "change set");
    return other.isEmpty() ? this : new Mapping(cursor(), other.cursor(), before).map();
  }

  private SectionCursor cursor() {
    return new SectionCursor(sections, inserted);
  }

  private void requireLength(int other, String what) {
    if (length != other) {
      throw new IllegalArgumentException(
          "change set of length %d does not fit a %s of length %d".formatted(length, what, other));
    }
  }

  /**
   * Where a position of the old text is in the new one.
   *
   * @param association which side of an insert at the position it keeps to: before when negative,
   *     behind otherwise
   */
  public int mapPos(int position, int association) {
    return mapPos(position, association, MapMode.SIMPLE).getAsInt();
  }

  /** As {@link #mapPos(int, int)}; empty when a deletion that the mode watches for is there. */
  public OptionalInt mapPos(int position, int association, MapMode mode) {
    if (position < 0 || position > length) {
      throw new IllegalArgumentException(
          "position %d is outside a change set of length %d".formatted(position, length));
    }
    int landmark = landmarks.before(position);
    int oldStart = landmarks.oldStart(landmark);
    int newStart = landmarks.newStart(landmark);
    for (int i = landmarks.section(landmark); i < sections.length; i += 2) {
      int insert = sections[i + 1];
      int oldEnd = oldStart + sections[i];
      if (insert < 0) {
        if (oldEnd > position) {
          return OptionalInt.of(newStart + (position - oldStart));
        }
      } else {
        if (oldEnd >= position && vanishes(mode, oldStart < position, oldEnd > position)) {
          return OptionalInt.empty();
        }
        if (oldEnd > position || (oldEnd == position && association < 0 && oldStart == oldEnd)) {
          boolean stays = position == oldStart || association < 0;
          return OptionalInt.of(stays ? newStart : newStart + insert);
        }
      }
      newStart += newLength(sections, i);
      oldStart = oldEnd;
    }
    return OptionalInt.of(newStart);
  }

  private static boolean vanishes(MapMode mode, boolean deletedBefore, boolean deletedAfter) {
    return switch (mode) {
      case SIMPLE -> false;
      case TRACK_DELETE -> deletedBefore && deletedAfter;
      case TRACK_BEFORE -> deletedBefore;
      case TRACK_AFTER -> deletedAfter;
    };
  }

  /** The change that takes this one back; {@code before} is the text that this one began in. */
  public ChangeSet invert(Text before) {
    requireLength(before.length(), "text");
    int[] inverse = sections.clone();
    StringBuilder deleted = new StringBuilder();
    int position = 0;
    for (int i = 0; i < sections.length; i += 2) {
      int end = position + sections[i];
      if (sections[i + 1] >= 0) {
        inverse[i] = sections[i + 1];
        inverse[i + 1] = sections[i];
        deleted.append(before.slice(position, end));
      }
      position = end;
    }
    return new ChangeSet(inverse, deleted.toString());
  }

  /** Whether a change lies in a range of the old text or at its edge. */
  public boolean touches(int from, int to) {
    int landmark = landmarks.before(from);
    int position = landmarks.oldStart(landmark);
    for (int i = landmarks.section(landmark); i < sections.length && position <= to; i += 2) {
      int end = position + sections[i];
      if (sections[i + 1] >= 0 && end >= from) {
        return true;
      }
      position = end;
    }
    return false;
  }

  /** Whether nothing of a range of the old text is kept; an empty range has nothing to lose. */
  public boolean deletes(int from, int to) {
    int landmark = landmarks.before(from);
    int position = landmarks.oldStart(landmark);
    for (int i = landmarks.section(landmark); i < sections.length && position < to; i += 2) {
      int end = position + sections[i];
      if (sections[i + 1] < 0 && end > from) {
        return false;
      }
      position = end;
    }
    return from < to;
  }

  /** Tells the visitor every change; those that stand side by side are told as one. */
  public void forEachChange(ChangeVisitor visitor) {
    forEachChange(visitor, false);
  }

  /**
   * Tells the visitor every change.
   *
   * @param individual whether changes that stand side by side are told apart
   */
  public void forEachChange(ChangeVisitor visitor, boolean individual) {
    int oldStart = 0;
    int newStart = 0;
    int textStart = 0;
    for (int i = 0; i < sections.length; ) {
      int oldEnd = oldStart;
      int textEnd = textStart;
      boolean changed = sections[i + 1] >= 0;
      do {
        oldEnd += sections[i];
        textEnd += Math.max(0, sections[i + 1]);
        i += 2;
      } while (changed && !individual && i < sections.length && sections[i + 1] >= 0);
      int newEnd = newStart + (changed ? textEnd - textStart : oldEnd - oldStart);
      if (changed) {
        visitor.change(oldStart, oldEnd, newStart, newEnd, inserted.substring(textStart, textEnd));
      }
      oldStart = oldEnd;
      newStart = newEnd;
      textStart = textEnd;
    }
  }

  private static int newLength(int[] sections, int i) {
    return sections[i + 1] < 0 ? sections[i] : sections[i + 1];
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ChangeSet changes
            && Arrays.equals(sections, changes.sections)
            && inserted.equals(changes.inserted));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sections) + inserted.hashCode();
  }

  /** The sections as CodeMirror writes them for its tests: {@code 2 0:5 3:0}. */
  @Override
  public String toString() {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < sections.length; i += 2) {
      result.append(i == 0 ? "" : " ").append(sections[i]);
      if (sections[i + 1] >= 0) {
        result.append(':').append(sections[i + 1]);
      }
    }
    return result.toString();
  }
}
