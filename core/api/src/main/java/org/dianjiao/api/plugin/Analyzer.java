package org.dianjiao.api.plugin;

import java.io.IOException;

/**
 * A running analyzer.
 *
 * <p>Order of calls: {@code Plugin.start}, then any number of {@link #analyze} and {@link
 * #decided}, then {@link #close} once. The host calls from one thread at a time unless {@code
 * plugin.json} says {@code parallelism} greater than 1. What else it can, it says by implementing
 * {@link Lookup}, {@link Commands}, {@link Importer} or {@link Exporter} too.
 *
 * <pre>{@code
 * public Analysis analyze(AnalysisRequest request) {
 *   List<Proposal> proposals = table.lookUp(request.text(), request.focus());
 *   return new Analysis(request.focus(), proposals);
 * }
 * }</pre>
 *
 * @since 1.0
 */
public interface Analyzer extends AutoCloseable {

  /**
   * Looks at a window of text and proposes. A function of the request alone, unless {@code
   * plugin.json} says {@code "deterministic": false}.
   *
   * @throws Exception when it cannot answer; counted against the plugin, the document is unharmed
   */
  Analysis analyze(AnalysisRequest request) throws Exception;

  /** Told when a person decided on a proposal; for analyzers that learn. */
  default void decided(Decision decision) {}

  /** Told when it is not needed any more; gives back what it holds within 10 s. */
  @Override
  default void close() throws IOException {}
}
