package org.dianjiao.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.calendar.Expression.YearPart;

/**
 * Reads the dates of a running text, each by what is told before it. Stateless and fast: some
 * milliseconds for twenty thousand characters.
 *
 * <pre>{@code
 * Dates.in("同治二年四月，俄官遣人。是月，俄人復遣兵。").get(1).reading().norm(); // 同治二年四月
 * }</pre>
 */
public final class Dates {

  private static final int HEADING = 12;
  private static final double SAID = 0.9;
  private static final String GUESSED = "the reign is told by what follows";

  private final Reigns reigns = Reigns.all();
  private final String text;
  private final String folded;
  private final Norm norm;
  private final boolean marked;
  private final List<Expression> expressions = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();
  private final Map<Integer, String> decided;

  /** Where somebody says that a date is; -1 for nowhere. */
  private int said = -1;

  private Dates(String text, Map<Integer, String> decided) {
    this.decided = decided;
    this.text = text;
    this.folded = Fold.of(text);
    this.norm = new Norm(Fold.simplified(text));
    this.marked = folded.chars().filter(unit -> unit == '。').count() * 300 >= text.length();
  }

  /** All dates of a text, by place. */
  public static List<Found> in(String text) {
    return in(text, Map.of());
  }

  /**
   * The dates of a text of which somebody decided some.
   *
   * @param decided whole dates in words, by where in the text they begin; others go by them, and
   *     they are not among the answers
   */
  public static List<Found> in(String text, Map<Integer, String> decided) {
    Dates dates = new Dates(text, decided);
    dates.scan();
    dates.read(new Opening(dates.reigns, dates.norm, dates.expressions, dates.folded).guess());
    return List.copyOf(dates.found);
  }

  /**
   * What somebody typed as a date, at a place of a text.
   *
   * @return empty when it is no date
   */
  public static Optional<Found> typed(String words, String before, String after) {
    int from = before.length() + 1;
    Dates dates = new Dates(before + "\n" + words + "\n" + after, Map.of());
    dates.said = from;
    dates.scan();
    dates.read(new Opening(dates.reigns, dates.norm, dates.expressions, dates.folded).guess());
    return dates.found.stream()
        .filter(one -> one.start() == from && one.end() == from + words.length())
        .findFirst();
  }

  private void scan() {
    for (int at = 0; at < folded.length(); at++) {
      boolean inside =
          at > 0 && Numerals.isPart(folded.charAt(at)) && Numerals.isPart(folded.charAt(at - 1));
      Optional<Expression> here = inside ? Optional.empty() : Phrase.at(reigns, folded, at);
      if (here.isPresent()) {
        expressions.add(here.get());
        at = here.get().end() - 1;
      }
    }
  }

  private void read(Optional<Point> opening) {
    Story story = new Story(marked, opening);
    int line = 0;
    for (int i = 0; i < expressions.size(); i++) {
      Expression date = expressions.get(i);
      int begins = folded.lastIndexOf('\n', date.start() - 1) + 1;
      if (opening.isEmpty() && hasHeading(line, begins)) {
        story.beginAnew();
      }
      line = begins;
      boolean guessed = opening.isPresent() && story.isOf(opening.get().reign());
      read(story, date, i, guessed);
    }
    Equations.hold(norm, folded, found);
    Ranges.join(text, folded, found);
  }

  /** Whether a line without marks, short, stands alone between two places. */
  private boolean hasHeading(int from, int to) {
    for (int at = from; at < to; ) {
      int end = folded.indexOf('\n', at);
      String line = folded.substring(at, end).strip();
      boolean marks = line.chars().anyMatch(unit -> "，。、；：<>".indexOf(unit) >= 0);
      if (at > 0
          && !line.isEmpty()
          && line.length() <= HEADING
          && !marks
          && marked
          && line.chars()
              .noneMatch(unit -> unit == '年' || unit == '月' || unit == '日' || unit == '第')) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  private void read(Story story, Expression given, int index, boolean guessed) {
    Expression date = given.with(story.western(given));
    if (given.isWestern() && !date.isWestern()) {
      return;
    }
    Place place = Place.of(folded, date.start(), date.end());
    Optional<Point> known = Optional.ofNullable(decided.get(date.start())).flatMap(this::pointOf);
    if (known.isPresent()) {
      boolean apart = story.isReference(date, place, known.get(), false);
      story.tell(date, place, known.get(), apart);
      return;
    }
    Optional<Point> now = story.context(date, place);
    double sure = date.start() == said ? SAID : Admission.of(date, place, now);
    boolean bare = !date.hasReign() && !date.isWestern();
    boolean alone = bare && now.isEmpty() && date.start() != said;
    if (sure == 0 || (alone && !tellsEnough(date))) {
      return;
    }
    String surface = text.substring(date.start(), date.end());
    Resolution is = new Resolver(reigns, norm, now).resolve(date, title(date), surface);
    boolean reference =
        is.point().isPresent()
            && is.best().resolved()
            && story.isReference(
                date, place, is.point().get(), goesOnFrom(story, place, is.point().get(), index));
    is.point().ifPresent(point -> story.tell(date, place, point, reference));
    found.add(
        new Found(
            date.start(),
            date.end(),
            is.best(),
            is.others(),
            reference,
            confidence(is, guessed && bare ? Math.min(sure, 0.8) : sure),
            guessed && bare ? is.saying(GUESSED).reason() : is.reason()));
  }

  /** What a whole date in words points to. */
  private Optional<Point> pointOf(String words) {
    return Phrase.at(reigns, Fold.of(words), 0)
        .filter(whole -> whole.hasReign() && whole.end() == words.length())
        .flatMap(
            whole -> {
              String title = words.substring(0, whole.year().orElseThrow().title().length());
              return new Resolver(reigns, norm, Optional.empty())
                  .resolve(whole, title, words)
                  .point();
            });
  }

  /** A day of a month is a date, even where nothing tells the year. */
  private static boolean tellsEnough(Expression date) {
    return date.month().isPresent() && (date.day().isPresent() || date.year().isPresent());
  }

  private static double confidence(Resolution is, double sure) {
    if (!is.best().resolved()) {
      return Math.min(sure, 0.8);
    }
    return is.others().isEmpty() ? sure : Math.min(sure, 0.7);
  }

  /** The reign as the text writes it. */
  private String title(Expression date) {
    if (!date.hasReign()) {
      return "";
    }
    YearPart year = date.year().orElseThrow();
    int at = folded.indexOf(year.title(), date.start());
    return text.substring(at, at + year.title().length());
  }

  /** Whether a step back is where the story goes on: what follows it follows from there. */
  private boolean goesOnFrom(Story story, Place place, Point point, int index) {
    if (story.told().isEmpty() || !place.sentence()) {
      return false;
    }
    Point told = story.told().get();
    for (int i = index + 1; i < expressions.size(); i++) {
      Expression next = expressions.get(i);
      Place there = Place.of(folded, next.start(), next.end());
      YearPart year = next.year().filter(part -> part.shift().isEmpty()).orElse(null);
      if (year == null || !there.sentence()) {
        continue;
      }
      if (!next.hasReign()) {
        int number = year.number();
        return number >= point.year()
            && point.reign().hasYear(number)
            && (number < told.year() || !told.reign().hasYear(number));
      }
      return year.reigns().stream()
          .anyMatch(
              reign -> {
                long first =
                    Point.of(reign, "", Math.max(year.number(), reign.firstYear())).first();
                return first >= point.first() && first < told.first();
              });
    }
    return false;
  }
}
