package org.dianjiao.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One object for each unit that ever was; slow and plain, to compare with. */
final class NaiveHistory {

  private static final class Unit {
    private final char character;
    private final String author;
    private Optional<String> deleter = Optional.empty();

    Unit(char character, String author) {
      this.character = character;
      this.author = author;
    }
  }

  private final List<Unit> units = new ArrayList<>();

  NaiveHistory(String text, String importer) {
    insert(0, text, importer);
  }

  private int index(int position) {
    int left = position;
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i).deleter.isEmpty() && left-- == 0) {
        return i;
      }
    }
    return units.size();
  }

  void delete(int from, int to, String author) {
    for (int i = from; i < to; i++) {
      units.get(index(from)).deleter = Optional.of(author);
    }
  }

  /** Behind what is gone there. */
  void insert(int at, String text, String author) {
    int index = index(at);
    for (int i = 0; i < text.length(); i++) {
      units.add(index + i, new Unit(text.charAt(i), author));
    }
  }

  String text() {
    return without("");
  }

  /** The text without the work of one person. */
  String without(String author) {
    StringBuilder text = new StringBuilder();
    for (Unit unit : units) {
      if (!unit.author.equals(author)
          && (unit.deleter.isEmpty() || unit.deleter.get().equals(author))) {
        text.append(unit.character);
      }
    }
    return text.toString();
  }
}
