package org.dianjiao.glyph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.annotation.Annotation;
import org.dianjiao.api.Body;
import org.dianjiao.api.TextRange;
import org.dianjiao.document.Document;

/**
 * Where a text uses the entries of a list: where an annotation has an entry's description, and
 * where its private-use character stands without one.
 */
public final class GlyphUses {

  private GlyphUses() {}

  /** The uses in a document, in order, by the id of the entry; those that are used only. */
  public static Map<String, List<TextRange>> in(Document document, List<ListedGlyph> list) {
    Map<String, List<TextRange>> annotated = annotated(document);
    String text = document.text().toString();
    Map<String, List<TextRange>> uses = new HashMap<>();
    for (ListedGlyph glyph : list) {
      List<TextRange> places =
          new ArrayList<>(annotated.getOrDefault(glyph.entry().description(), List.of()));
      if (glyph.entry().isPrivateUse()) {
        addCharacters(text, glyph.entry().form(), places);
      }
      if (!places.isEmpty()) {
        places.sort(Comparator.comparingInt(TextRange::start));
        uses.put(glyph.id(), places);
      }
    }
    return uses;
  }

  private static Map<String, List<TextRange>> annotated(Document document) {
    Map<String, List<TextRange>> found = new HashMap<>();
    for (Annotation annotation : document.annotations()) {
      if (annotation.body() instanceof Body.Glyph glyph && !annotation.anchor().orphaned()) {
        found
            .computeIfAbsent(glyph.description(), description -> new ArrayList<>())
            .add(new TextRange(annotation.anchor().start(), annotation.anchor().end()));
      }
    }
    return found;
  }

  private static void addCharacters(String text, String character, List<TextRange> places) {
    List<TextRange> known = List.copyOf(places);
    int end;
    for (int at = text.indexOf(character); at >= 0; at = text.indexOf(character, end)) {
      end = at + character.length();
      TextRange place = new TextRange(at, end);
      if (known.stream().noneMatch(range -> range.contains(place))) {
        places.add(place);
      }
    }
  }
}
