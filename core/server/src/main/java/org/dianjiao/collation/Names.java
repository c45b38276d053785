package org.dianjiao.collation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dianjiao.authority.Entity;
import org.dianjiao.authority.Label;

/**
 * Names that are written in several ways, from an authority file: a line for an entry, columns with
 * tabs between them, the id in the first, the forms with {@code |} between them in the third and
 * fourth, behind a form perhaps {@code ;} and more about it; lines that begin with {@code #} say
 * something about the file.
 */
public final class Names {

  private static final Set<Label.Kind> FULL = Set.of(Label.Kind.PREFERRED, Label.Kind.VARIANT);
  private static final int COLUMNS = 4;
  private static final int LONGEST = 12;

  private final Map<String, Set<String>> entries = new HashMap<>();
  private final Likeness likeness;

  private Names(Likeness likeness) {
    this.likeness = likeness;
  }

  /** No names at all. */
  public static Names none() {
    return new Names(Likeness.NONE);
  }

  /**
   * The names in the lines of an authority file.
   *
   * @throws IllegalArgumentException for the first line that is none, with its number
   */
  public static Names of(List<String> lines, Likeness likeness) {
    Names names = new Names(likeness);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      if (columns.length < COLUMNS) {
        throw new IllegalArgumentException(
            "line %d has %d columns; an entry has an id, a type, a label and forms"
                .formatted(i + 1, columns.length));
      }
      for (String form : (columns[2] + "|" + columns[3]).split("\\|", -1)) {
        names.add(columns[0], form.replaceFirst(";.*", ""));
      }
    }
    return names;
  }

  /** The full names of entities, in the forms that can stand in a text. */
  public static Names of(Stream<Entity> entities, Likeness likeness) {
    Names names = new Names(likeness);
    entities.forEach(
        entity ->
            entity.labels().stream()
                .filter(label -> FULL.contains(label.kind()) && label.isWritten())
                .forEach(label -> names.add(entity.id().toString(), label.text())));
    return names;
  }

  private void add(String id, String form) {
    entries.computeIfAbsent(folded(form), any -> new HashSet<>()).add(id);
  }

  private String folded(String form) {
    return form.codePoints()
        .map(likeness::key)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether two ways of writing are of one name. */
  boolean same(String one, String other) {
    if (entries.isEmpty() || one.length() > LONGEST || other.length() > LONGEST) {
      return false;
    }
    Set<String> mine = entries.getOrDefault(folded(one), Set.of());
    return !mine.isEmpty()
        && entries.getOrDefault(folded(other), Set.of()).stream().anyMatch(mine::contains);
  }
}
