package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.plugin.variants.GlyphTable.Reading;

/** Proposes what stands behind the notes of a text on characters that it could not hold. */
final class GlyphFinder {

  private static final double SURE = 0.95;
  private static final double BUILT_SO = 0.8;
  private static final double IN_BRACKETS = 0.6;
  private static final double UNKNOWN = 0.5;

  private final GlyphTable table;

  GlyphFinder(GlyphTable table) {
    this.table = table;
  }

  /** All such places of a text, in order; they never overlap. */
  List<Proposal> find(String text, boolean replace) {
    List<Proposal> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Optional<Proposal> proposal = GlyphNote.at(text, at).flatMap(note -> proposal(note, replace));
      proposal.ifPresent(found::add);
      at = proposal.map(each -> each.range().end()).orElse(GlyphNote.after(text, at));
    }
    return found;
  }

  private Optional<Proposal> proposal(GlyphNote note, boolean replace) {
    return switch (note.kind()) {
      case DESCRIBED -> Optional.of(described(note, replace));
      case BRACKETED -> bracketed(note, replace);
      case ENTITY -> entity(note, replace);
      case PRIVATE_USE -> Optional.of(privateUse(note, replace));
      case GAP -> Optional.of(gap(note));
    };
  }

  private static Proposal gap(GlyphNote note) {
    int length = note.range().length();
    boolean black = note.content().startsWith("■");
    List<Candidate> candidates =
        Stream.of(black ? "lost" : "illegible", black ? "illegible" : "lost")
            .map(reason -> new Body.Gap(reason, length))
            .map(gap -> new Candidate(new Annotate(gap), UNKNOWN, gap.reason()))
            .toList();
    String why = black ? "could not be encoded and is not described" : "could not be read";
    String explanation = note.content().charAt(0) + " stands for a character that " + why;
    return proposal(note.range(), candidates, explanation);
  }

  private Proposal described(GlyphNote note, boolean replace) {
    List<Reading> readings = table.readings(note.content());
    return readings.isEmpty()
        ? unknown(note, note.content(), "no encoded character is built " + note.content())
        : read(note, readings, isSure(readings) ? SURE : BUILT_SO, replace);
  }

  private static boolean isSure(List<Reading> readings) {
    boolean one = readings.stream().filter(Reading::exact).count() == 1;
    return one && readings.get(0).exact();
  }

  /** What is no whole description and names no character is taken for a remark or a heading. */
  private Optional<Proposal> bracketed(GlyphNote note, boolean replace) {
    if (Description.parse(note.content()).filter(whole -> !whole.isComponent()).isPresent()) {
      return Optional.of(described(note, replace));
    }
    List<Reading> readings = table.readingsAsWritten(note.content());
    return readings.isEmpty()
        ? Optional.empty()
        : Optional.of(read(note, readings, IN_BRACKETS, replace));
  }

  /** A number is the code of a character; any other name is explained by a list of the text. */
  private static Optional<Proposal> entity(GlyphNote note, boolean replace) {
    Optional<Integer> code = Entities.code(note.content());
    if (code.isEmpty()) {
      String why = note.content() + " is the name of a character in a list of the text's own";
      return Optional.of(unknown(note, note.content(), why));
    }
    return code.filter(Character::isIdeographic)
        .map(
            codePoint -> {
              String character = Character.toString(codePoint);
              Reading reading = new Reading(note.content(), character, true);
              String why = note.content() + " is the code of " + named(character);
              return proposal(note.range(), List.of(candidate(reading, SURE, replace)), why);
            });
  }

  private Proposal privateUse(GlyphNote note, boolean replace) {
    int codePoint = note.content().codePointAt(0);
    String name = String.format("U+%04X", codePoint);
    Optional<String> encoded = table.encoded(codePoint);
    if (encoded.isEmpty()) {
      return unknown(
          note, name + " (private use)", name + " means what its font says: private use");
    }
    Reading reading = new Reading(name + " (GBK private use)", encoded.get(), true);
    String explanation = name + " is the old private code of " + named(encoded.get());
    return proposal(note.range(), List.of(candidate(reading, SURE, replace)), explanation);
  }

  private static Proposal read(
      GlyphNote note, List<Reading> readings, double best, boolean replace) {
    List<Candidate> candidates = new ArrayList<>();
    for (Reading reading : readings) {
      int before = candidates.size();
      double confidence = before == 0 ? best : Math.min(best, BUILT_SO) / (before + 1);
      candidates.add(candidate(reading, confidence, replace));
    }
    Reading first = readings.get(0);
    String how = first.exact() ? " is " : ", with forms of the parts, is ";
    return proposal(note.range(), candidates, first.description() + how + named(first.character()));
  }

  /** For the project's list of glyphs: what nobody encoded keeps its description. */
  private static Proposal unknown(GlyphNote note, String description, String why) {
    Candidate candidate = candidate(new Reading(description, "", true), UNKNOWN, false);
    String explanation = why + "; accept it, and enter it in the project's list of glyphs";
    return proposal(note.range(), List.of(candidate), explanation);
  }

  private static Candidate candidate(Reading reading, double confidence, boolean replace) {
    String form = reading.character();
    Action glyph = new Annotate(new Body.Glyph(reading.description(), form));
    String label = form.isEmpty() ? reading.description() : form;
    return new Candidate(replace ? new Replace(form) : glyph, confidence, label);
  }

  private static Proposal proposal(TextRange range, List<Candidate> candidates, String why) {
    List<Candidate> best = candidates.stream().limit(Proposal.MAX_CANDIDATES).toList();
    return new Proposal("glyph", range, best, why, List.of());
  }

  private static String named(String character) {
    return String.format("%s U+%04X", character, character.codePointAt(0));
  }
}
