package org.dianjiao.exchange;

import static java.util.function.Predicate.not;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dianjiao.api.Body;
import org.dianjiao.glyph.GlyphEntry;
import org.dianjiao.glyph.GlyphUses;
import org.dianjiao.glyph.ListedGlyph;

/**
 * Declares the characters that the text could only describe, with what the project's list says of
 * them, and the private-use characters of the list that stand in the text.
 */
final class TeiCharacters {

  private final XmlOutput xml;
  private final TeiSource source;
  private final Map<String, GlyphEntry> listed;

  TeiCharacters(XmlOutput xml, TeiSource source) {
    this.xml = xml;
    this.source = source;
    this.listed =
        source.glyphs().stream()
            .map(ListedGlyph::entry)
            .collect(Collectors.toMap(GlyphEntry::description, Function.identity()));
  }

  /** Writes the declaration, when there is anything to declare. */
  void write(Map<Body.Glyph, String> annotated) {
    Map<GlyphEntry, String> written = written(annotated);
    if (annotated.isEmpty() && written.isEmpty()) {
      return;
    }
    xml.openBlock("charDecl");
    annotated.forEach(this::annotated);
    written.forEach((entry, id) -> character(id, entry.description(), "", Optional.of(entry)));
    xml.closeBlock();
  }

  /** The entries whose private-use character stands in the text, but in no annotation. */
  private Map<GlyphEntry, String> written(Map<Body.Glyph, String> annotated) {
    Set<String> known =
        annotated.keySet().stream().map(Body.Glyph::description).collect(Collectors.toSet());
    Map<String, GlyphEntry> used = new TreeMap<>();
    Map<String, ListedGlyph> byId = new HashMap<>();
    source.glyphs().forEach(glyph -> byId.put(glyph.id(), glyph));
    GlyphUses.in(source.document(), source.glyphs())
        .keySet()
        .forEach(id -> used.put(byId.get(id).entry().description(), byId.get(id).entry()));
    used.keySet().removeAll(known);
    Map<GlyphEntry, String> ids = new LinkedHashMap<>();
    used.values().forEach(e -> ids.put(e, "char-" + (annotated.size() + ids.size() + 1)));
    return ids;
  }

  private void annotated(Body.Glyph glyph, String id) {
    Optional<GlyphEntry> entry = Optional.ofNullable(listed.get(glyph.description()));
    character(id, glyph.description(), glyph.form(), entry);
  }

  /** A character; what an annotation says of its form counts before what the list says. */
  private void character(String id, String description, String form, Optional<GlyphEntry> entry) {
    xml.openBlock("char", "xml:id", id);
    xml.block("desc", description);
    entry
        .map(GlyphEntry::note)
        .filter(not(String::isBlank))
        .ifPresent(note -> xml.block("note", note));
    mapping(form.isEmpty() ? entry.map(GlyphEntry::form).orElse("") : form);
    entry
        .map(GlyphEntry::ids)
        .filter(not(String::isBlank))
        .ifPresent(ids -> xml.block("mapping", ids, "type", "IDS"));
    xml.closeBlock();
  }

  private void mapping(String form) {
    if (!form.isEmpty()) {
      boolean own = Character.getType(form.codePointAt(0)) == Character.PRIVATE_USE;
      xml.block("mapping", form, "type", own ? "PUA" : "Unicode");
    }
  }
}
