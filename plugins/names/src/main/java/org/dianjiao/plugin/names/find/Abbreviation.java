package org.dianjiao.plugin.names.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.plugin.names.lexicon.Fold;
import org.dianjiao.plugin.names.lexicon.Layers;
import org.dianjiao.plugin.names.lexicon.Lexicon;
import org.dianjiao.plugin.names.lexicon.Meaning;

/**
 * A character that may stand for a name.
 *
 * @param name of the entry, folded
 * @param needs how much else must speak for it, 0 to 3
 */
public record Abbreviation(String name, int needs) {

  /** By their characters, from rows of character, name and need. */
  public static Map<Character, Abbreviation> read(Fold fold, List<List<String>> rows) {
    Map<Character, Abbreviation> all = new HashMap<>();
    for (List<String> row : rows) {
      all.put(
          fold.of(row.get(0)).charAt(0),
          new Abbreviation(fold.of(row.get(1)), Integer.parseInt(row.get(2))));
    }
    return Map.copyOf(all);
  }

  /** The entries of that name. */
  List<Meaning> meanings(Layers layers) {
    List<Meaning> found = new ArrayList<>();
    for (Lexicon lexicon : layers.lexicons()) {
      int form = lexicon.form(name);
      if (form >= 0) {
        for (Meaning meaning : layers.visible(lexicon, form)) {
          if (meaning.entity().type().equals("place") || meaning.entity().type().equals("polity")) {
            found.add(new Meaning(meaning.entity(), Meaning.Kind.SHORT));
          }
        }
      }
    }
    return List.copyOf(found);
  }
}
