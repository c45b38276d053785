package org.dianjiao.plugin.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.api.plugin.Settings;

/** Starts the plugin with its real tables and finds the texts that the project is made for. */
final class Fixture {

  static final Map<String, Object> DEFAULTS = Map.of("types", "", "min-confidence", 0.5);

  private Fixture() {}

  static Analyzer start(Path state, String... choices) throws Exception {
    return new NamesPlugin().start(new Context(state, List.of(choices)));
  }

  static List<Proposal> propose(Analyzer analyzer, String text) throws Exception {
    return propose(analyzer, text, List.of());
  }

  static List<Proposal> propose(Analyzer analyzer, String text, List<Marked> marks)
      throws Exception {
    return analyzer.analyze(request(text, new TextRange(0, text.length()), marks)).proposals();
  }

  static AnalysisRequest request(String text, TextRange focus, List<Marked> marks) {
    return new AnalysisRequest(
        text, focus, 0, Locale.forLanguageTag("lzh"), marks, Cancellation.NEVER);
  }

  /** The identification that the best candidate would make. */
  static Body.Identification best(Proposal proposal) {
    return (Body.Identification) ((Annotate) proposal.best().action()).body();
  }

  static Marked accepted(Proposal proposal) {
    return new Marked(proposal.range(), best(proposal));
  }

  static String seed(String name) throws IOException {
    return Files.readString(shared("texts").resolve(name));
  }

  static List<Path> seeds() throws IOException {
    try (var files = Files.list(shared("texts"))) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  /** A folder inside the nearest {@code shared} folder above the module. */
  static Path shared(String inside) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared").resolve(inside))) {
        return at.resolve("shared").resolve(inside);
      }
    }
    throw new IllegalStateException(
        "no folder shared/" + inside + " in or above " + Path.of("").toAbsolutePath());
  }

  private record Context(Path state, List<String> choices) implements PluginContext, Settings {

    @Override
    public String instanceId() {
      return "names";
    }

    @Override
    public Settings settings() {
      return this;
    }

    @Override
    public Path dataDirectory() {
      return Path.of("data").toAbsolutePath();
    }

    @Override
    public Path stateDirectory() {
      return state;
    }

    @Override
    public System.Logger logger() {
      return System.getLogger("names");
    }

    @Override
    public String string(String name) {
      return (String) value(name);
    }

    @Override
    public double number(String name) {
      return Double.parseDouble(value(name).toString());
    }

    @Override
    public boolean flag(String name) {
      throw new IllegalArgumentException("no setting " + name);
    }

    private Object value(String name) {
      int at = choices.indexOf(name);
      return at >= 0 ? choices.get(at + 1) : DEFAULTS.get(name);
    }
  }
}
