package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.plugin.variants.VariantTable.Regular;

/** Proposes for characters and glyph notes. Immutable, so any number of threads may call it. */
final class VariantsAnalyzer implements Analyzer {

  private final Orthographies orthographies;
  private final VariantTable variants;
  private final GlyphFinder glyphs;
  private final Preferences preferences;

  /**
   * What the administrator chose.
   *
   * @param target {@code none}, or the orthography that the whole text shall be brought to
   * @param replace whether to change the text instead of annotating it
   * @param floor candidates below this confidence are not shown
   */
  record Preferences(String target, boolean replace, double floor) {}

  VariantsAnalyzer(
      Orthographies orthographies,
      VariantTable variants,
      GlyphFinder glyphs,
      Preferences preferences) {
    this.orthographies = orthographies;
    this.variants = variants;
    this.glyphs = glyphs;
    this.preferences = preferences;
  }

  @Override
  public Analysis analyze(AnalysisRequest request) {
    String text = request.text();
    TextRange focus = request.focus();
    List<Proposal> proposals = new ArrayList<>();
    BitSet glyphsKnown =
        covered(request, body -> body instanceof Body.Glyph || body instanceof Body.Gap);
    BitSet inGlyph = new BitSet();
    for (Proposal glyph : glyphs.find(text, preferences.replace())) {
      TextRange range = glyph.range();
      inGlyph.set(range.start(), range.end());
      if (focus.contains(range) && glyphsKnown.get(range.start(), range.end()).isEmpty()) {
        proposals.add(glyph);
      }
    }
    BitSet settled = covered(request, body -> body instanceof Body.Regularization);
    settled.or(inGlyph);
    Orthographies.Lean lean = orthographies.of(text);
    int next;
    for (int at = focus.start(); at < focus.end(); at = next) {
      if (request.cancellation().cancelled()) {
        return new Analysis(TextRange.at(focus.start()), List.of());
      }
      int codePoint = text.codePointAt(at);
      next = at + Character.charCount(codePoint);
      String character = text.substring(at, next);
      next = afterSelector(text, next);
      if (!settled.get(at) && next <= focus.end()) {
        TextRange range = new TextRange(at, next);
        List<Regular> forms =
            variants.forms(character, text, at, preferences.target(), lean.at(at)).stream()
                .filter(form -> form.confidence() >= preferences.floor())
                .limit(Proposal.MAX_CANDIDATES)
                .toList();
        if (!forms.isEmpty()) {
          proposals.add(proposal(range, character, forms));
        }
      }
    }
    return new Analysis(focus, proposals);
  }

  private Proposal proposal(TextRange range, String character, List<Regular> forms) {
    List<Candidate> candidates = forms.stream().map(this::candidate).toList();
    String explanation =
        forms.stream()
            .map(form -> form.relation() + " of " + form.form() + " (" + form.because() + ")")
            .collect(Collectors.joining("; ", character + ": ", ""));
    return new Proposal("variant", range, candidates, explanation, List.of());
  }

  private Candidate candidate(Regular regular) {
    var action =
        preferences.replace()
            ? new Replace(regular.form())
            : new Annotate(new Body.Regularization(regular.form(), regular.relation()));
    return new Candidate(action, regular.confidence(), regular.form());
  }

  /** Nothing to let go of. */
  @Override
  public void close() {}

  /** The units that annotations of one kind lie on. */
  private static BitSet covered(AnalysisRequest request, Predicate<Body> kind) {
    BitSet units = new BitSet();
    request.annotations().stream()
        .filter(mark -> kind.test(mark.body()))
        .forEach(mark -> units.set(mark.range().start(), mark.range().end()));
    return units;
  }

  /** A character and its variation selector are one: this is the end of both. */
  private static int afterSelector(String text, int end) {
    if (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if ((codePoint >= 0xFE00 && codePoint <= 0xFE0F)
          || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)) {
        return end + Character.charCount(codePoint);
      }
    }
    return end;
  }
}
