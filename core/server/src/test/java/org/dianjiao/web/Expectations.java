package org.dianjiao.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reviewed table of who may do what: {@code authority.tsv}. */
final class Expectations {

  static final String YES = "yes";

  private static final Path FILE = Path.of("src/test/resources/authority.tsv");

  private final List<String> roles = new ArrayList<>();
  private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();

  Expectations() throws IOException {
    for (String line : Files.readAllLines(FILE)) {
      List<String> words = List.of(line.split("\t", -1));
      if (line.startsWith("#")) {
        continue;
      }
      if (roles.isEmpty()) {
        roles.addAll(words.subList(1, words.size()));
      } else {
        read(words);
      }
    }
  }

  private void read(List<String> words) {
    if (words.size() != roles.size() + 1 || cells.containsKey(words.get(0))) {
      throw new IllegalArgumentException("line " + words + " has not one cell for each role");
    }
    Map<String, String> row = new LinkedHashMap<>();
    roles.forEach(role -> row.put(role, words.get(row.size() + 1)));
    cells.put(words.get(0), row);
  }

  List<String> roles() {
    return List.copyOf(roles);
  }

  List<String> operations() {
    return List.copyOf(cells.keySet());
  }

  /** {@link #YES}, or the code of the refusal. */
  String of(String operation, String role) {
    return cells.get(operation).get(role);
  }
}
