package org.dianjiao.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.Plugin;
import org.dianjiao.plugin.PluginFolder;
import org.dianjiao.plugin.PluginInstance;
import org.dianjiao.plugin.PluginRefused;
import org.dianjiao.plugin.RunsIn;

/**
 * A plugin started with what the host would give it, and asked without the host: for unit tests of
 * what it proposes.
 *
 * <pre>{@code
 * PluginFixture names = PluginFixture.start(new NamesPlugin(), Path.of(""), state, Map.of());
 * List<Proposal> proposals = names.proposals("時李鴻章入朝");
 * }</pre>
 *
 * <p>As thread-safe as the analyzer.
 *
 * @param analyzer what the plugin started
 */
public record PluginFixture(Analyzer analyzer) {

  /**
   * Starts a plugin.
   *
   * @param folder the one with its {@code plugin.json}, which is checked as the host checks it
   * @param state its state folder
   * @param settings those that differ from their defaults
   * @throws PluginRefused when {@code plugin.json} or a setting is wrong
   * @throws Exception what the plugin throws
   */
  public static PluginFixture start(
      Plugin plugin, Path folder, Path state, Map<String, Object> settings) throws Exception {
    PluginFolder opened = PluginFolder.open(folder);
    PluginInstance checked = PluginInstance.of(opened.manifest().id(), opened, settings, state);
    PluginInstance instance =
        new PluginInstance(checked.id(), opened, checked.settings(), state, RunsIn.SERVER);
    return new PluginFixture(plugin.start(instance.context()));
  }

  /** Everything that it proposes for a text in Literary Chinese without annotations. */
  public List<Proposal> proposals(String text) throws Exception {
    return proposals(text, List.of());
  }

  /** Everything that it proposes for a text that is annotated. */
  public List<Proposal> proposals(String text, List<Marked> annotations) throws Exception {
    TextRange all = new TextRange(0, text.length());
    return analyzer
        .analyze(
            new AnalysisRequest(
                text, all, 0, Locale.forLanguageTag("lzh"), annotations, Cancellation.NEVER))
        .proposals();
  }
}
