package org.dianjiao.plugin.variants;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.plugin.variants.ProjectRules.Decided;

/** Proposes for characters and glyph notes. Immutable, so any number of threads may call it. */
final class VariantsAnalyzer implements Analyzer, Lookup {

  private final Orthographies orthographies;
  private final VariantTable variants;
  private final GlyphFinder glyphs;
  private final GlyphSearch search;
  private final Preferences preferences;
  private final Function<String, ProjectRules> rules;

  /**
   * What the administrator chose.
   *
   * @param target {@code none}, or the orthography that the whole text shall be brought to
   * @param replace whether to change the text instead of annotating it
   * @param floor characters whose forms together are less likely than this stay unmentioned
   */
  record Preferences(String target, boolean replace, double floor) {}

  VariantsAnalyzer(
      Orthographies orthographies,
      VariantTable variants,
      GlyphFinder glyphs,
      GlyphSearch search,
      Preferences preferences,
      Function<String, ProjectRules> rules) {
    this.orthographies = orthographies;
    this.variants = variants;
    this.glyphs = glyphs;
    this.search = search;
    this.preferences = preferences;
    this.rules = rules;
  }

  @Override
  public Analysis analyze(AnalysisRequest request) {
    List<Proposal> notes = glyphs.find(request.text(), preferences.replace());
    BitSet settled = covered(request, body -> body instanceof Body.Regularization);
    notes.forEach(note -> settled.set(note.range().start(), note.range().end()));
    BitSet known = covered(request, body -> body instanceof Body.Glyph || body instanceof Body.Gap);
    List<Proposal> proposals = new ArrayList<>();
    notes.stream()
        .filter(note -> request.focus().contains(note.range()))
        .filter(note -> known.get(note.range().start(), note.range().end()).isEmpty())
        .forEach(proposals::add);
    addVariants(request, settled, proposals);
    if (request.cancellation().cancelled()) {
      return new Analysis(TextRange.at(request.focus().start()), List.of());
    }
    proposals.sort(Comparator.comparingInt(proposal -> proposal.range().start()));
    return new Analysis(request.focus(), proposals);
  }

  /** Characters by their components. */
  @Override
  public List<Body.Identification> lookup(String query, String type, int limit) {
    boolean glyphs = type.isEmpty() || type.equals(GlyphSearch.TYPE);
    return glyphs ? search.find(query, limit) : List.of();
  }

  private void addVariants(AnalysisRequest request, BitSet settled, List<Proposal> proposals) {
    String text = request.text();
    Orthographies.Lean lean = orthographies.of(text);
    ProjectRules project = rules.apply(request.project());
    int at = firstWhole(project, text, request.focus().start());
    while (at < request.focus().end() && !request.cancellation().cancelled()) {
      Optional<Decided> decided = project.at(text, at);
      String word = decided.map(Decided::word).orElse(Character.toString(text.codePointAt(at)));
      TextRange range = new TextRange(at, afterSelector(text, at + word.length()));
      boolean open = settled.get(at, range.end()).isEmpty() && request.focus().contains(range);
      if (open && decided.isPresent() && !decided.get().forms().isEmpty()) {
        proposals.add(proposal(range, word, decided.get().forms()));
      } else if (open && decided.isEmpty()) {
        addKnown(request, range, word, lean.at(at), proposals);
      }
      at = range.end();
    }
  }

  /** A word of the project that begins before the focus and ends in it is left whole. */
  private static int firstWhole(ProjectRules project, String text, int focus) {
    int at = Math.max(0, focus - Orthographies.REACH);
    while (at < focus) {
      at += project.at(text, at).map(Decided::word).map(String::length).orElse(1);
    }
    return at;
  }

  private void addKnown(
      AnalysisRequest request,
      TextRange range,
      String character,
      String around,
      List<Proposal> proposals) {
    List<Regular> known =
        variants.forms(character, request.text(), range.start(), preferences.target(), around);
    List<Regular> forms = inNames(request, range, character, known);
    if (!forms.isEmpty() && belief(forms) >= preferences.floor()) {
      proposals.add(proposal(range, character, forms));
    }
  }

  /** Somebody said whose name this is: then its characters are those of that name. */
  private static List<Regular> inNames(
      AnalysisRequest request, TextRange range, String character, List<Regular> forms) {
    String names =
        request.annotations().stream()
            .filter(mark -> mark.range().contains(range))
            .map(mark -> mark.body() instanceof Body.Identification name ? name.label() : "")
            .collect(Collectors.joining());
    if (names.contains(character)) {
      return List.of();
    }
    List<Regular> inNames = forms.stream().filter(each -> names.contains(each.form())).toList();
    return inNames.isEmpty() ? forms : inNames;
  }

  /** How likely it is that one of the forms is right: all of them may be weak, and one still is. */
  private static double belief(List<Regular> forms) {
    double doubt =
        forms.stream().mapToDouble(form -> 1 - form.confidence()).reduce(1, (a, b) -> a * b);
    return 1 - doubt;
  }

  private Proposal proposal(TextRange range, String character, List<Regular> forms) {
    List<Candidate> candidates =
        forms.stream().limit(Proposal.MAX_CANDIDATES).map(this::candidate).toList();
    String explanation =
        forms.stream()
            .map(Regular::inWords)
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
