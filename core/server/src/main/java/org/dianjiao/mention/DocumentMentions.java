package org.dianjiao.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.document.Document;
import org.dianjiao.text.CodeUnits;
import org.dianjiao.text.Line;
import org.dianjiao.text.Text;

/**
 * All mentions and dates of one document at one revision, in the order of their places.
 *
 * @param text of the document
 * @param complete whether none was left out because there are too many
 */
public record DocumentMentions(
    long revision, Text text, List<Mention> mentions, List<Dated> dates, boolean complete) {

  /** Units that are told before and behind a place. */
  private static final int AROUND = 30;

  /** Longest text of a place that is told. */
  private static final int LONGEST_SURFACE = 200;

  private static final Comparator<Annotation> BY_START_DATES_FIRST =
      Comparator.<Annotation>comparingInt(one -> one.anchor().start())
          .thenComparing(one -> !(one.body() instanceof Body.Date));

  /** Copies the lists. */
  public DocumentMentions {
    mentions = List.copyOf(mentions);
    dates = List.copyOf(dates);
  }

  /**
   * Reads a document. Annotations whose text is gone name nothing any more.
   *
   * @param id of the document
   * @param most mentions and dates that are read
   */
  public static DocumentMentions of(String id, Document state, int most) {
    Reading reading = new Reading(id, state.text());
    boolean complete = true;
    List<Annotation> ordered = new ArrayList<>(state.annotations());
    ordered.sort(BY_START_DATES_FIRST);
    for (Annotation one : ordered) {
      if (reading.size() == most) {
        complete = false;
        break;
      }
      reading.take(one);
    }
    return new DocumentMentions(
        state.revision(), state.text(), reading.mentions, reading.dates, complete);
  }

  /** How many there are. */
  public int size() {
    return mentions.size() + dates.size();
  }

  /** The words before a place, in its passage. */
  public String before(int start) {
    int from = Math.max(text.lineAt(start).start(), start - AROUND);
    return text.slice(CodeUnits.ceiling(text, from), start);
  }

  /** The words behind a place, in its passage. */
  public String behind(int end) {
    int until = Math.min(text.lineAt(end).end(), end + AROUND);
    return text.slice(end, Math.max(end, CodeUnits.floor(text, until)));
  }

  /** The text with what was read of it so far. */
  private static final class Reading {
    private final String id;
    private final Text text;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Dated> dates = new ArrayList<>();
    private Optional<Dated> now = Optional.empty();

    Reading(String id, Text text) {
      this.id = id;
      this.text = text;
    }

    int size() {
      return mentions.size() + dates.size();
    }

    void take(Annotation one) {
      if (one.anchor().isEmpty()) {
        return;
      }
      if (one.body() instanceof Body.Identification named) {
        mentions.add(mention(one, named));
      } else if (one.body() instanceof Body.Date date) {
        Dated dated = dated(one, date);
        dates.add(dated);
        now = dated.isOfPassage() ? Optional.of(dated) : now;
      }
    }

    private Mention mention(Annotation one, Body.Identification named) {
      Place place = place(one);
      return new Mention(
          id,
          one.id(),
          place.start,
          place.end,
          place.line.index(),
          place.surface(),
          named.entity(),
          named.label(),
          named.type(),
          now);
    }

    private Dated dated(Annotation one, Body.Date date) {
      Place place = place(one);
      return new Dated(
          id,
          one.id(),
          place.start,
          place.end,
          place.line.index(),
          place.surface(),
          date.norm(),
          date.start(),
          date.end(),
          date.reference(),
          date.fault());
    }

    private Place place(Annotation one) {
      int start = one.anchor().start();
      return new Place(text, text.lineAt(start), start, one.anchor().end());
    }
  }

  /** A range of a text, and the line in which it begins. */
  private record Place(Text text, Line line, int start, int end) {

    String surface() {
      return text.slice(start, CodeUnits.floor(text, Math.min(end, start + LONGEST_SURFACE)));
    }
  }
}
