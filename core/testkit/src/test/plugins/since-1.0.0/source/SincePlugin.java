package org.example.since;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;

/** Uses everything of the interfaces that was settled in 1.0.0. Compiled once, never again. */
public final class SincePlugin implements Plugin {

  @Override
  public Analyzer start(PluginContext context) throws IOException {
    context.logger().log(System.Logger.Level.DEBUG, "starting " + context.instanceId());
    List<Body.Identification> entries = new ArrayList<>();
    for (String line : Files.readAllLines(context.dataDirectory().resolve("words.tsv"))) {
      String[] cells = line.split("\t", -1);
      entries.add(new Body.Identification(URI.create(cells[1]), cells[0], cells[2]));
    }
    return new SinceAnalyzer(
        entries,
        context.settings().string("mark"),
        context.settings().number("confidence"),
        context.settings().flag("signs"),
        context.stateDirectory().resolve("decisions.txt"));
  }

  private static final class SinceAnalyzer implements Analyzer, Lookup {

    private final List<Body.Identification> entries;
    private final String mark;
    private final double confidence;
    private final boolean signs;
    private final Path decisions;
    private final Set<String> told = new HashSet<>();

    SinceAnalyzer(
        List<Body.Identification> entries,
        String mark,
        double confidence,
        boolean signs,
        Path decisions) {
      this.entries = entries;
      this.mark = mark;
      this.confidence = confidence;
      this.signs = signs;
      this.decisions = decisions;
    }

    @Override
    public Analysis analyze(AnalysisRequest request) {
      if (request.text().isEmpty() || request.revision() < 0 || request.language() == null) {
        return Analysis.nothing(request);
      }
      List<Proposal> proposals = new ArrayList<>();
      TextRange focus = request.focus();
      for (int i = focus.start(); i < focus.end(); i++) {
        if (request.cancellation().cancelled()) {
          return new Analysis(TextRange.at(focus.start()), List.of());
        }
        at(i, request, proposals);
      }
      return new Analysis(focus, proposals);
    }

    private void at(int i, AnalysisRequest request, List<Proposal> proposals) {
      String text = request.text();
      TextRange here = new TextRange(i, i + 1);
      boolean last = i + 1 == text.length();
      if (text.charAt(i) == '也' && !last && text.charAt(i + 1) == '\n') {
        proposals.add(
            proposal(
                "mark",
                TextRange.at(i).shift(1),
                new Candidate(new Replace(mark), confidence, mark),
                new Candidate(new Replace("！"), confidence / 2, "！")));
      }
      if (signs && text.charAt(i) == '□' && !annotated(request, here)) {
        proposals.add(
            proposal(
                "sign",
                here,
                says(new Body.Gap("illegible", 1), 0.5),
                says(new Body.Glyph("⿰口佛", ""), 0.4),
                says(new Body.Note("a square in the print"), 0.3),
                says(new Body.Tag("sign"), 0.2),
                says(new Body.Regularization("口", "variant"), 0.1)));
      }
      for (Body.Identification entry : entries) {
        TextRange range = new TextRange(i, i + entry.label().length());
        if (text.startsWith(entry.label(), i)
            && request.focus().contains(range)
            && !annotated(request, range)) {
          proposals.add(proposal("name", range, says(entry, confidence)));
        }
      }
    }

    private static boolean annotated(AnalysisRequest request, TextRange range) {
      for (Marked marked : request.annotations()) {
        if (marked.range().overlaps(range) && !marked.body().kind().isEmpty()) {
          return true;
        }
      }
      return false;
    }

    private static Candidate says(Body body, double confidence) {
      Action action = new Annotate(body);
      return new Candidate(action, confidence, body.kind());
    }

    private static Proposal proposal(String category, TextRange range, Candidate... candidates) {
      return new Proposal(
          category,
          range,
          List.of(candidates),
          candidates.length + " possible",
          List.of(URI.create("https://example.org/since")));
    }

    @Override
    public void decided(Decision decision) {
      if (!told.add(decision.id())) {
        return;
      }
      String line =
          decision.outcome()
              + " "
              + decision.proposal().range().of(decision.context())
              + " "
              + decision.candidate()
              + " "
              + decision.correction().isPresent()
              + " "
              + decision.proposal().best().label()
              + "\n";
      try {
        Files.writeString(
            decisions, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public List<Body.Identification> lookup(String query, String type, int limit) {
      return entries.stream()
          .filter(entry -> entry.label().contains(query))
          .filter(entry -> type.isEmpty() || entry.type().equals(type))
          .limit(limit)
          .toList();
    }

    @Override
    public void close() {
      told.clear();
    }
  }
}
