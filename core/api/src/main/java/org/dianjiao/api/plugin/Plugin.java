package org.dianjiao.api.plugin;

/**
 * An installed plugin: makes analyzers.
 *
 * <p>Found by {@link java.util.ServiceLoader}, so it has a public constructor without arguments; it
 * holds no state of its own.
 *
 * <pre>{@code
 * public final class DaggerPlugin implements Plugin {
 *   public Analyzer start(PluginContext context) throws IOException {
 *     return new DaggerAnalyzer(Files.readString(context.dataDirectory().resolve("words.txt")));
 *   }
 * }
 * }</pre>
 *
 * @since 1.0
 */
public interface Plugin {

  /**
   * Starts one configured analyzer. Runs on a worker thread of the plugin and may read files; it
   * must come back within the start budget (30 s).
   *
   * @throws Exception when it cannot start; the message is shown to the administrator
   */
  Analyzer start(PluginContext context) throws Exception;
}
