package org.dianjiao.plugin.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.CommandResult;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.Exporter;
import org.dianjiao.api.plugin.Importer;
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.plugin.names.Contexts.Rule;

/** Finds names and says whose they may be. Immutable, so any number of threads may call it. */
final class NamesAnalyzer implements Analyzer, Lookup, Commands, Importer, Exporter {

  private final Fold fold;
  private final Authority authority;
  private final Contexts contexts;
  private final Set<String> types;
  private final double floor;

  NamesAnalyzer(
      Fold fold, Authority authority, Contexts contexts, Set<String> types, double floor) {
    this.fold = fold;
    this.authority = authority;
    this.contexts = contexts;
    this.types = types;
    this.floor = floor;
  }

  @Override
  public Analysis analyze(AnalysisRequest request) {
    TextRange focus = request.focus();
    List<Proposal> proposals =
        names(
            request.text(),
            focus,
            request.annotations(),
            place -> request.cancellation().cancelled());
    return request.cancellation().cancelled()
        ? new Analysis(TextRange.at(focus.start()), List.of())
        : new Analysis(focus, proposals);
  }

  /** Lists the names that are tagged, and on request those that could be. */
  @Override
  public CommandResult run(CommandRequest request) {
    MarkedText text = request.text();
    TextRange chosen = request.selection();
    NameList list = new NameList();
    for (Marked mark : text.annotations()) {
      if (mark.body() instanceof Body.Identification who && chosen.contains(mark.range())) {
        list.tagged(who, mark.range().of(text.text()), link(who.entity()));
      }
    }
    if (request.parameters().flag("untagged")) {
      List<Proposal> found =
          names(
              text.text(),
              chosen,
              text.annotations(),
              place -> {
                request.progress().done(Math.min(place, chosen.end()), chosen.end());
                return request.progress().cancelled();
              });
      for (Proposal one : found) {
        Body.Identification who = (Body.Identification) ((Annotate) one.best().action()).body();
        list.found(who, one.range().of(text.text()), link(who.entity()));
      }
    }
    return CommandResult.said(list.report());
  }

  /** A page about somebody or something, when there is one. */
  private String link(URI entity) {
    return authority
        .entry(entity)
        .flatMap(entry -> entry.links().stream().findFirst())
        .orElse(entity)
        .toString();
  }

  /**
   * Names that could be identified and are not.
   *
   * @param stop whether to stop at a place
   */
  private List<Proposal> names(
      String given, TextRange focus, List<Marked> annotations, IntPredicate stop) {
    String text = fold.of(given);
    List<TextRange> identified =
        annotations.stream()
            .filter(mark -> mark.body() instanceof Body.Identification)
            .map(Marked::range)
            .toList();
    List<Proposal> proposals = new ArrayList<>();
    int at = 0;
    while (at < focus.end() && !stop.test(at)) {
      Optional<Proposal> name = nameAt(text, at);
      name.filter(each -> focus.contains(each.range()))
          .filter(each -> each.best().confidence() >= floor)
          .filter(each -> identified.stream().allMatch(mark -> leavesRoom(mark, each.range())))
          .ifPresent(proposals::add);
      at = name.map(each -> each.range().end()).orElse(at + 1);
    }
    return proposals;
  }

  @Override
  public List<Body.Identification> lookup(String query, String type, int limit) {
    return authority.search(query, type, limit).stream().map(Entry::identification).toList();
  }

  @Override
  public MarkedText read(String format, String fileName, InputStream content) throws IOException {
    return CharacterFileReader.read(content.readAllBytes());
  }

  @Override
  public void write(String format, MarkedText text, OutputStream out) throws IOException {
    new CharacterFileWriter(text).write(out);
  }

  /** Nothing to let go of. */
  @Override
  public void close() {}

  /** A longer name may stand around what is identified already; nothing else may touch it. */
  private static boolean leavesRoom(TextRange identified, TextRange name) {
    boolean around = name.contains(identified) && name.length() > identified.length();
    return around || !name.overlaps(identified);
  }

  /** The longest form at a place that its context does not deny. */
  private Optional<Proposal> nameAt(String text, int start) {
    for (String form : authority.formsAt(text, start)) {
      Optional<Rule> rule = contexts.ruleFor(form, text, start);
      List<Entry> entries =
          authority.entries(form).stream()
              .filter(entry -> types.isEmpty() || types.contains(entry.type()))
              .limit(Proposal.MAX_CANDIDATES)
              .toList();
      if (!entries.isEmpty() && rule.filter(Rule::deniesTheName).isEmpty()) {
        TextRange range = new TextRange(start, afterSelector(text, start + form.length()));
        return Optional.of(
            proposal(form, range, entries, rule.filter(each -> each.names(entries))));
      }
    }
    return Optional.empty();
  }

  private static Proposal proposal(
      String form, TextRange range, List<Entry> entries, Optional<Rule> rule) {
    List<Reading> readings =
        entries.stream()
            .map(entry -> new Reading(entry, confidence(entry, form, entries.size(), rule)))
            .sorted(Comparator.comparingDouble(Reading::confidence).reversed())
            .toList();
    String why = rule.map(Rule::why).filter(word -> !word.isEmpty()).map(" – "::concat).orElse("");
    String explanation =
        readings.stream()
            .map(reading -> reading.entry().inWords())
            .collect(Collectors.joining("; or ", "", why));
    List<URI> evidence =
        readings.stream().flatMap(reading -> reading.entry().links().stream()).distinct().toList();
    List<Candidate> candidates = readings.stream().map(Reading::candidate).toList();
    return new Proposal("name", range, candidates, explanation, evidence);
  }

  private record Reading(Entry entry, double confidence) {

    private Candidate candidate() {
      return new Candidate(new Annotate(entry.identification()), confidence, entry.label());
    }
  }

  /** The longer a form, the surer; entries of one form share what no rule gives to one of them. */
  private static double confidence(Entry entry, String form, int rivals, Optional<Rule> rule) {
    if (rule.isPresent()) {
      boolean meant = rule.get().entry().equals(entry.id().toString());
      double rest = 1 - rule.get().confidence();
      return meant ? rule.get().confidence() : rest / Math.max(1, rivals - 1);
    }
    return switch (form.length()) {
          case 1, 2 -> 0.8;
          case 3 -> 0.9;
          default -> 0.95;
        }
        / rivals;
  }

  /** A variation selector belongs to the character before it, so to the name. */
  private static int afterSelector(String text, int end) {
    if (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (Characters.isSelector(codePoint)) {
        return end + Character.charCount(codePoint);
      }
    }
    return end;
  }
}
