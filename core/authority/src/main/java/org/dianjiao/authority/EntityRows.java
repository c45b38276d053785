package org.dianjiao.authority;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Entries as rows: in tables that plugins see, in the database, and in a file with tabs between the
 * cells. What is written comes back equal.
 *
 * <pre>
 * local:P0002	person	薩布素;Hant|萨布素;Hans			Sabsu;Latn	;1701	…
 * local:P0132	redirect	local:P0002
 * </pre>
 *
 * <p>A cell holds any number of things with {@code |} between them; the parts of a thing stand with
 * {@code ;} between them, those at its end that are empty left out. A {@code \} takes the meaning
 * from one of the three after it. The parts: of a form its text, script, first and last date; of a
 * period the first and last date; of a point latitude and longitude; of an identifier scheme, id,
 * {@code exact} or {@code close}, and link; of a relation kind, target, first and last date. A
 * redirect has the other id in the third cell.
 */
public final class EntityRows {

  /** What the cells are called, in order. */
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "type",
          "preferred",
          "variants",
          "abbreviations",
          "transliterations",
          "period",
          "point",
          "notes",
          "external",
          "relations",
          "sources");

  /** The type of a row that is no entity. */
  public static final String REDIRECT = "redirect";

  private static final int FIRST_FORM = 2;
  private static final String EXACT = "exact";
  private static final String CLOSE = "close";

  private EntityRows() {}

  /** The cells of an entry; those at the end that are empty are left out. */
  public static List<String> cells(Entry entry) {
    return entry instanceof Redirect redirect
        ? List.of(redirect.id().toString(), REDIRECT, redirect.target().toString())
        : cells((Entity) entry);
  }

  private static List<String> cells(Entity entity) {
    List<String> cells = new ArrayList<>(COLUMNS.size());
    cells.add(entity.id().toString());
    cells.add(entity.type());
    for (Label.Kind kind : Label.Kind.values()) {
      cells.add(forms(entity, kind));
    }
    cells.add(entity.period().isUnknown() ? "" : one(dates(entity.period())));
    cells.add(entity.point().map(point -> one(parts(point))).orElse(""));
    cells.add(words(entity.notes()));
    cells.add(cell(entity.external().stream().map(EntityRows::parts)));
    cells.add(cell(entity.relations().stream().map(EntityRows::parts)));
    cells.add(words(entity.sources()));
    while (cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return List.copyOf(cells);
  }

  private static String forms(Entity entity, Label.Kind kind) {
    return cell(
        entity.labels().stream().filter(label -> label.kind() == kind).map(EntityRows::parts));
  }

  private static String words(List<String> words) {
    return cell(words.stream().map(List::of));
  }

  private static String cell(Stream<List<String>> things) {
    return Cells.of(things.toList());
  }

  private static String one(List<String> thing) {
    return Cells.of(List.of(thing));
  }

  private static List<String> parts(Label label) {
    return List.of(label.text(), label.script(), label.period().from(), label.period().to());
  }

  private static List<String> dates(Span period) {
    return List.of(period.from(), period.to());
  }

  private static List<String> parts(Point point) {
    return List.of(Double.toString(point.latitude()), Double.toString(point.longitude()));
  }

  private static List<String> parts(External external) {
    return List.of(
        external.scheme(),
        external.id(),
        external.match() == External.Match.EXACT ? EXACT : CLOSE,
        external.link().map(URI::toString).orElse(""));
  }

  private static List<String> parts(Relation relation) {
    return List.of(
        relation.kind(),
        relation.target().toString(),
        relation.period().from(),
        relation.period().to());
  }

  /**
   * The entry in a row.
   *
   * @param cells as {@link #cells} makes them; those at the end that are empty may be there
   * @throws IllegalArgumentException when it is none; the message names the cell
   */
  public static Entry entry(List<String> cells) {
    if (cells.size() > COLUMNS.size() || cells.size() <= FIRST_FORM) {
      throw new IllegalArgumentException(
          "a row has %d to %d cells, this has %d"
              .formatted(FIRST_FORM + 1, COLUMNS.size(), cells.size()));
    }
    return cells.get(1).equals(REDIRECT)
        ? new Redirect(uri("id", cells.get(0)), uri("target", cells.get(FIRST_FORM)))
        : entity(new ArrayDeque<>(cells));
  }

  private static Entity entity(Deque<String> cells) {
    URI id = uri("id", cells.removeFirst());
    String type = cells.removeFirst();
    List<Label> labels = new ArrayList<>();
    for (Label.Kind kind : Label.Kind.values()) {
      things(cells, 4)
          .forEach(
              form ->
                  labels.add(
                      new Label(
                          form.get(0), kind, form.get(1), new Span(form.get(2), form.get(3)))));
    }
    return new Entity(
        id,
        type,
        labels,
        atMostOne("period", things(cells, 2))
            .map(dates -> new Span(dates.get(0), dates.get(1)))
            .orElse(Span.UNKNOWN),
        atMostOne("point", things(cells, 2)).map(EntityRows::point),
        words(cells),
        things(cells, 4).stream().map(EntityRows::external).toList(),
        things(cells, 4).stream().map(EntityRows::relation).toList(),
        words(cells));
  }

  /** The things of the next cell, each with all its parts. */
  private static List<List<String>> things(Deque<String> cells, int parts) {
    String cell = cells.isEmpty() ? "" : cells.removeFirst();
    List<List<String>> things = Cells.read(cell);
    for (List<String> thing : things) {
      if (thing.size() > parts) {
        throw new IllegalArgumentException(
            "“%s” in the cell “%s” has %d parts with ; between them; %d at most"
                .formatted(String.join(";", thing), cell, thing.size(), parts));
      }
      while (thing.size() < parts) {
        thing.add("");
      }
    }
    return things;
  }

  private static List<String> words(Deque<String> cells) {
    return things(cells, 1).stream().map(words -> words.get(0)).toList();
  }

  private static Optional<List<String>> atMostOne(String column, List<List<String>> things) {
    if (things.size() > 1) {
      throw new IllegalArgumentException("an entity has one %s at most".formatted(column));
    }
    return things.stream().findFirst();
  }

  private static Point point(List<String> parts) {
    try {
      return new Point(Double.parseDouble(parts.get(0)), Double.parseDouble(parts.get(1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "“%s” is no point; write latitude;longitude in degrees"
              .formatted(String.join(";", parts)),
          e);
    }
  }

  private static External external(List<String> parts) {
    String match = parts.get(2);
    if (!match.equals(EXACT) && !match.equals(CLOSE)) {
      throw new IllegalArgumentException(
          "%s %s: “%s” is neither exact nor close".formatted(parts.get(0), parts.get(1), match));
    }
    return new External(
        parts.get(0),
        parts.get(1),
        Optional.of(parts.get(3)).filter(link -> !link.isEmpty()).map(link -> uri("link", link)),
        match.equals(EXACT) ? External.Match.EXACT : External.Match.CLOSE);
  }

  private static Relation relation(List<String> parts) {
    return new Relation(
        parts.get(0), uri("target", parts.get(1)), new Span(parts.get(2), parts.get(3)));
  }

  private static URI uri(String what, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the %s “%s” is no URI".formatted(what, text), e);
    }
  }

  /** An entry as one line of a file, without the line end. */
  public static String line(Entry entry) {
    return String.join("\t", cells(entry));
  }

  /** The entry in a line of a file. */
  public static Entry ofLine(String line) {
    return entry(List.of(line.split("\t", -1)));
  }
}
