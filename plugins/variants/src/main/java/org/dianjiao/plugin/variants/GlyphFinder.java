package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.plugin.variants.GlyphTable.Reading;

/**
 * Finds places where the text could not hold a character: {@code ■〈口佛〉}, {@code ⿰口佛}, a private-use
 * character, a bare {@code ■} or {@code □}.
 */
final class GlyphFinder {

  private static final Pattern NOTE = Pattern.compile("■〈([^〈〉■\\s\\h]{1,16})〉");
  private static final int LONGEST_DESCRIPTION = 16;
  private static final int LONGEST_GAP = 40;

  private final GlyphTable table;

  GlyphFinder(GlyphTable table) {
    this.table = table;
  }

  /** All such places of a text, in order; they never overlap. */
  List<Proposal> find(String text, boolean replace) {
    List<Proposal> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Optional<Proposal> proposal = proposalAt(text, at, replace);
      proposal.ifPresent(found::add);
      at = proposal.map(each -> each.range().end()).orElse(nextAfter(text, at));
    }
    return found;
  }

  private Optional<Proposal> proposalAt(String text, int at, boolean replace) {
    int codePoint = text.codePointAt(at);
    Matcher note = NOTE.matcher(text).region(at, text.length());
    if (note.lookingAt()) {
      TextRange range = new TextRange(at, note.end());
      return Optional.of(described(range, note.group(1), replace));
    }
    if (codePoint == '■' || codePoint == '□') {
      return gap(text, at);
    }
    if (GlyphTable.isOperator(codePoint)) {
      return GlyphTable.endOfDescription(text, at, LONGEST_DESCRIPTION)
          .map(end -> described(new TextRange(at, end), text.substring(at, end), replace));
    }
    if (Character.getType(codePoint) == Character.PRIVATE_USE) {
      TextRange range = new TextRange(at, at + Character.charCount(codePoint));
      return Optional.of(privateUse(range, codePoint, replace));
    }
    return Optional.empty();
  }

  /** A run of the same sign is one gap; a run too long to be read as text is a drawing. */
  private static Optional<Proposal> gap(String text, int at) {
    int length = nextAfter(text, at) - at;
    if (length > LONGEST_GAP) {
      return Optional.empty();
    }
    boolean black = text.charAt(at) == '■';
    List<Candidate> candidates =
        Stream.of(black ? "lost" : "illegible", black ? "illegible" : "lost")
            .map(reason -> new Body.Gap(reason, length))
            .map(gap -> new Candidate(new Annotate(gap), 0.5, gap.reason()))
            .toList();
    String why = black ? "could not be encoded and is not described" : "could not be read";
    String explanation = text.charAt(at) + " stands for a character that " + why;
    return Optional.of(proposal(new TextRange(at, at + length), candidates, explanation));
  }

  private Proposal described(TextRange range, String description, boolean replace) {
    List<Reading> readings = table.readings(description);
    if (readings.isEmpty()) {
      Candidate unknown = candidate(new Reading(description, ""), 0.5, false);
      return proposal(range, List.of(unknown), "no encoded character is built " + description);
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Reading reading : readings) {
      double confidence = readings.size() == 1 ? 0.95 : 0.8 / (candidates.size() + 1);
      candidates.add(candidate(reading, confidence, replace));
    }
    Reading best = readings.get(0);
    String explanation = best.description() + " is " + named(best.character());
    return proposal(range, candidates, explanation);
  }

  private Proposal privateUse(TextRange range, int codePoint, boolean replace) {
    String name = String.format("U+%04X", codePoint);
    Optional<String> encoded = table.encoded(codePoint);
    if (encoded.isEmpty()) {
      Candidate unknown = candidate(new Reading(name + " (private use)", ""), 0.5, false);
      return proposal(range, List.of(unknown), name + " means what its font says: private use");
    }
    Reading reading = new Reading(name + " (GBK private use)", encoded.get());
    String explanation = name + " is the old private code of " + named(encoded.get());
    return proposal(range, List.of(candidate(reading, 0.95, replace)), explanation);
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

  /** After the character at an offset, or after the whole run when it is a sign of a gap. */
  private static int nextAfter(String text, int at) {
    int codePoint = text.codePointAt(at);
    int next = at + Character.charCount(codePoint);
    boolean gap = codePoint == '■' || codePoint == '□';
    while (gap
        && next < text.length()
        && text.charAt(next) == codePoint
        && !text.startsWith("■〈", next)) {
      next++;
    }
    return next;
  }
}
