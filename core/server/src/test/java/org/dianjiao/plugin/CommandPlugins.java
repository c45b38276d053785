package org.dianjiao.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.CommandResult;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.api.plugin.PluginContext;

/** Plugins with commands, for tests. They see the JDK and the API only, like any other plugin. */
public final class CommandPlugins {

  private CommandPlugins() {}

  /** Counts a word and proposes another for it; is slow when asked; answers wrongly when asked. */
  public static final class Clerk implements Plugin {

    public static final String FIELDS =
        """
        "commands": [
          {"name": "count", "label": "Count a word", "on": ["selection", "document", "project"],
           "parameters": [{"name": "word", "type": "string", "default": "於"},
                          {"name": "put", "type": "string", "default": "", "label": "Put instead"},
                          {"name": "sure", "type": "number", "default": 0.5}]},
          {"name": "wait", "label": "Wait", "on": ["document"],
           "parameters": [{"name": "steps", "type": "number", "default": 1000}]},
          {"name": "fail", "label": "Answer wrongly", "on": ["document"],
           "parameters": [{"name": "how", "type": "string", "default": "range",
                           "one-of": ["range", "half", "category", "report", "throw"]}]}]""";

    @Override
    public Analyzer start(PluginContext context) {
      return new Desk(context.stateDirectory());
    }

    private static final class Desk implements Analyzer, Commands {

      private final Path folder;

      Desk(Path folder) {
        this.folder = folder;
      }

      @Override
      public Analysis analyze(AnalysisRequest request) {
        return new Analysis(request.focus(), List.of());
      }

      @Override
      public CommandResult run(CommandRequest request) throws Exception {
        return switch (request.command()) {
          case "count" -> count(request);
          case "wait" -> await(request);
          default -> wrong(request.parameters().string("how"), request.text().text());
        };
      }

      private static CommandResult count(CommandRequest request) {
        String text = request.text().text();
        String word = request.parameters().string("word");
        String put = request.parameters().string("put");
        List<Proposal> proposals = new ArrayList<>();
        int found = 0;
        for (int i = text.indexOf(word, request.selection().start());
            i >= 0 && i + word.length() <= request.selection().end();
            i = text.indexOf(word, i + 1)) {
          found++;
          if (!put.isEmpty()) {
            TextRange range = new TextRange(i, i + word.length());
            proposals.add(proposal("mark", range, put, request.parameters().number("sure")));
          }
        }
        String of = request.text().title();
        int marked = request.text().annotations().size();
        return new CommandResult("%s\t%d\t%s\t%d%n".formatted(word, found, of, marked), proposals);
      }

      private CommandResult await(CommandRequest request) throws Exception {
        int steps = (int) request.parameters().number("steps");
        for (int step = 0; step < steps; step++) {
          request.progress().done(step, steps);
          Files.writeString(folder.resolve("step"), "" + step);
          try {
            Thread.sleep(20);
          } catch (InterruptedException stop) {
            Files.writeString(folder.resolve("heard"), "" + request.progress().cancelled());
            throw stop;
          }
        }
        return CommandResult.said("waited");
      }

      private static CommandResult wrong(String how, String text) {
        int end = text.length();
        return switch (how) {
          case "range" -> proposing(proposal("mark", new TextRange(end, end + 1), "x", 1));
          case "half" -> proposing(proposal("mark", TextRange.at(text.indexOf("𠮷") + 1), "x", 1));
          case "category" -> proposing(proposal("poem", new TextRange(0, 1), "x", 1));
          case "report" -> CommandResult.said("a bell: \u0007");
          default -> throw new IllegalStateException("no table of that");
        };
      }

      private static CommandResult proposing(Proposal proposal) {
        return new CommandResult("", List.of(proposal));
      }

      private static Proposal proposal(String category, TextRange range, String put, double sure) {
        List<Candidate> candidates = List.of(new Candidate(new Replace(put), sure, put));
        return new Proposal(category, range, candidates, "asked for", List.of());
      }
    }
  }
}
