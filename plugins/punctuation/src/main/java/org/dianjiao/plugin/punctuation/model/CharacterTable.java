package org.dianjiao.plugin.punctuation.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Traditional characters and their simplified forms, one to one. It maps what the model looks at,
 * never what a person wrote, so that one model serves both scripts.
 */
public final class CharacterTable {

  private final Map<Integer, Integer> simplified;

  private CharacterTable(Map<Integer, Integer> simplified) {
    this.simplified = Map.copyOf(simplified);
  }

  /**
   * Reads lines of traditional character, tab, simplified character.
   *
   * @throws IOException when the file cannot be read or a line has another form
   */
  public static CharacterTable read(Path file) throws IOException {
    Map<Integer, Integer> table = new HashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      int[] codes = lines.get(i).codePoints().toArray();
      if (codes.length != 3 || codes[1] != '\t') {
        throw new IOException(file + " line " + (i + 1) + " is not two characters with a tab");
      }
      table.put(codes[0], codes[2]);
    }
    return new CharacterTable(table);
  }

  /** The simplified form of a character, or the character itself. */
  public int simplify(int codePoint) {
    return simplified.getOrDefault(codePoint, codePoint);
  }
}
