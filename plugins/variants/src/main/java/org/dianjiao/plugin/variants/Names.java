package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Names whose characters are settled: 張廷岳 is no 嶽, 萬曆 no 歷. A name stands in the text in its
 * simplified or its traditional form.
 */
final class Names {

  /** One name; both forms have equally many characters. */
  record Name(String simplified, String traditional) {

    private int[] places(String written, int character) {
      int[] codePoints = written.codePoints().toArray();
      return IntStream.range(0, codePoints.length)
          .filter(at -> codePoints[at] == character)
          .toArray();
    }

    /** Where in the name the character at an offset of a text stands, if it stands in it. */
    private Optional<Integer> placeIn(String text, int offset) {
      for (String written : List.of(simplified, traditional)) {
        for (int place : places(written, text.codePointAt(offset))) {
          int start = offset - written.offsetByCodePoints(0, place);
          if (text.startsWith(written, start)) {
            return Optional.of(place);
          }
        }
      }
      return Optional.empty();
    }

    private String at(String written, int place) {
      return Character.toString(written.codePointAt(written.offsetByCodePoints(0, place)));
    }
  }

  private final Map<Integer, List<Name>> byCharacter = new HashMap<>();

  Names(List<String[]> rows) {
    List<Name> names = new ArrayList<>();
    rows.forEach(row -> names.add(new Name(row[0], row[1])));
    names.sort(Comparator.comparingInt((Name name) -> name.simplified().length()).reversed());
    for (Name name : names) {
      (name.simplified() + name.traditional())
          .codePoints()
          .distinct()
          .forEach(
              character ->
                  byCharacter.computeIfAbsent(character, none -> new ArrayList<>()).add(name));
    }
  }

  /**
   * What the character at an offset has to be in a text of this orthography, if it stands in a
   * name: in the longest.
   *
   * @param target {@code simplified}, {@code traditional}, or {@code none}: then it stays
   */
  Optional<String> form(String text, int offset, String target) {
    int character = text.codePointAt(offset);
    for (Name name : byCharacter.getOrDefault(character, List.of())) {
      Optional<Integer> place = name.placeIn(text, offset);
      if (place.isPresent()) {
        return Optional.of(
            switch (target) {
              case "simplified" -> name.at(name.simplified(), place.get());
              case "traditional" -> name.at(name.traditional(), place.get());
              default -> Character.toString(character);
            });
      }
    }
    return Optional.empty();
  }
}
