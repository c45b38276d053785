package org.dianjiao.plugin.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.api.plugin.Settings;
import org.dianjiao.authority.EntityRows;
import org.dianjiao.authority.Entry;
import org.dianjiao.authority.ShippedEntities;

/** A host that keeps tables, for tests of what the plugin makes of them. */
final class TestHost implements PluginContext {

  private final Path state;
  private final Map<String, List<List<String>>> tables = new HashMap<>();
  private final Map<String, Long> versions = new HashMap<>();

  TestHost(Path state) {
    this.state = state;
  }

  /** One whose server has only some of the entries that ship. */
  static TestHost with(Path state, Predicate<Entry> kept) {
    TestHost host = new TestHost(state);
    host.keep("", ShippedEntities.read().stream().filter(kept).toList());
    return host;
  }

  /** Puts entries into a file: of the server, or of a project. */
  void keep(String project, List<? extends Entry> entries) {
    put(project, "authority", entries.stream().map(EntityRows::cells).toList());
  }

  /** Puts a table. */
  void put(String project, String name, List<List<String>> rows) {
    tables.put(project + " " + name, List.copyOf(rows));
    versions.merge(project + " " + name, 1L, Long::sum);
  }

  Analyzer start() throws IOException {
    return new NamesPlugin().start(this);
  }

  /** Everything that is proposed for a text of a project. */
  static List<Proposal> proposals(Analyzer analyzer, String project, String text) throws Exception {
    return analyzer
        .analyze(
            new AnalysisRequest(
                text,
                new TextRange(0, text.length()),
                0,
                Locale.forLanguageTag("lzh"),
                new ArrayList<Marked>(),
                Cancellation.NEVER,
                project))
        .proposals();
  }

  @Override
  public String instanceId() {
    return "names";
  }

  @Override
  public Settings settings() {
    return new Settings() {
      @Override
      public String string(String name) {
        return "";
      }

      @Override
      public double number(String name) {
        return 0.5;
      }

      @Override
      public boolean flag(String name) {
        return true;
      }
    };
  }

  @Override
  public Path dataDirectory() {
    return Path.of("data");
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
  public List<List<String>> table(String project, String name) {
    return tables.getOrDefault(project + " " + name, List.of());
  }

  @Override
  public long version(String project, String name) {
    return versions.getOrDefault(project + " " + name, 0L);
  }
}
