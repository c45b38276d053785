package org.dianjiao.plugin.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.CommandResult;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Exporter;
import org.dianjiao.api.plugin.Importer;
import org.dianjiao.api.plugin.Lookup;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.plugin.names.find.Finder;
import org.dianjiao.plugin.names.find.Found;

/**
 * Answers the host: finds names and says whose they may be, lists them, looks entries up, reads and
 * writes files, hears what people decided. Any number of threads may call it.
 */
final class NamesAnalyzer implements Analyzer, Lookup, Commands, Importer, Exporter {

  private static final Set<String> TITLES = Set.of("office", "organization", "work");

  private final Projects projects;
  private final double floor;

  /**
   * An analyzer.
   *
   * @param floor names less likely than this stay unmentioned
   */
  NamesAnalyzer(Projects projects, double floor) {
    this.projects = projects;
    this.floor = floor;
  }

  @Override
  public Analysis analyze(AnalysisRequest request) {
    TextRange focus = request.focus();
    List<Proposal> proposals =
        names(projects.finder(request.project()), request.text(), focus, request.annotations());
    return request.cancellation().cancelled()
        ? new Analysis(TextRange.at(focus.start()), List.of())
        : new Analysis(focus, proposals);
  }

  @Override
  public void decided(Decision decision) {
    projects.hear(decision);
  }

  @Override
  public CommandResult run(CommandRequest request) {
    return CommandResult.said(
        switch (request.command()) {
          case "list" -> list(request);
          case "learned" -> projects.findings(request.project());
          case "forget" -> projects.forget(request.project(), request.parameters().flag("sure"));
          default -> throw new IllegalArgumentException("no command \"" + request.command() + "\"");
        });
  }

  /** Lists the names that are tagged, and on request those that could be. */
  private String list(CommandRequest request) {
    MarkedText text = request.text();
    TextRange chosen = request.selection();
    NameList list = new NameList();
    for (Marked mark : text.annotations()) {
      if (mark.body() instanceof Body.Identification who && chosen.contains(mark.range())) {
        list.tagged(who, mark.range().of(text.text()), link(request.project(), who.entity()));
      }
    }
    if (request.parameters().flag("untagged")) {
      Finder finder = projects.finder(request.project());
      for (Proposal one : names(finder, text.text(), chosen, text.annotations())) {
        request.progress().done(one.range().end(), chosen.end());
        if (request.progress().cancelled()) {
          break;
        }
        if (((Annotate) one.best().action()).body() instanceof Body.Identification who) {
          list.found(who, one.range().of(text.text()), link(request.project(), who.entity()));
        }
      }
    }
    return list.report();
  }

  /** A page about somebody or something, when there is one. */
  private String link(String project, URI entity) {
    return projects
        .entity(project, entity)
        .flatMap(known -> Proposals.links(known).findFirst())
        .orElse(entity)
        .toString();
  }

  /** Names that could be identified and are not. */
  private List<Proposal> names(
      Finder finder, String text, TextRange focus, List<Marked> annotations) {
    List<Marked> said =
        annotations.stream()
            .filter(
                mark ->
                    mark.body() instanceof Body.Identification || mark.body() instanceof Body.Tag)
            .toList();
    Proposals words = new Proposals(text);
    List<Proposal> proposals = new ArrayList<>();
    for (Found name : finder.find(text, annotations)) {
      if (focus.contains(name.range()) && said.stream().allMatch(mark -> leavesRoom(mark, name))) {
        Proposal proposal = words.of(name);
        if (proposal.best().confidence() >= floor) {
          proposals.add(proposal);
        }
      }
    }
    return proposals;
  }

  /** A known name may stand in what is only tagged, a longer one around, a place in a title. */
  private static boolean leavesRoom(Marked mark, Found name) {
    TextRange range = mark.range();
    if (mark.body() instanceof Body.Tag) {
      return name.isKnown() || !name.range().overlaps(range);
    }
    boolean around = name.range().contains(range) && name.range().length() > range.length();
    boolean inside =
        name.nested()
            && range.contains(name.range())
            && range.length() > name.range().length()
            && TITLES.contains(mark.body().kind());
    return around || inside || !name.range().overlaps(range);
  }

  @Override
  public List<Body.Identification> lookup(String query, String type, int limit) {
    return projects.lookup(query, type, limit);
  }

  @Override
  public MarkedText read(String format, String fileName, InputStream content) throws IOException {
    return CharacterFileReader.read(content.readAllBytes());
  }

  @Override
  public void write(String format, MarkedText text, OutputStream out) throws IOException {
    new CharacterFileWriter(text).write(out);
  }

  @Override
  public void close() {
    projects.close();
  }
}
