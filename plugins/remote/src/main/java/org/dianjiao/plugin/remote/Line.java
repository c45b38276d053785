package org.dianjiao.plugin.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dianjiao.api.plugin.Progress;
import org.dianjiao.plugin.remote.form.Field;

/**
 * Carries questions to where a plugin's code runs, and brings the answers back. Whoever waits for
 * an answer can be interrupted and then comes back within a second. Used by as many threads at once
 * as the plugin allows.
 */
public interface Line extends AutoCloseable {

  /** Where nobody wants to hear how far a question is. */
  Progress UNHEARD =
      new Progress() {
        @Override
        public void done(long parts, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Starts the other side.
   *
   * @return what it can besides analyzing: {@code look-up}, {@code command}, {@code read}, {@code
   *     write}
   * @throws Exception when it does not start, or is not the plugin that is installed
   */
  List<String> open() throws Exception;

  /**
   * Asks.
   *
   * @param question {@code analyze}, {@code decided}, {@code look-up}, {@code command}, {@code
   *     read} or {@code write}
   * @param heard hears how far it is, if the other side tells
   * @throws Exception when there is no answer, or one that cannot be read
   */
  Field ask(String question, ObjectNode body, Progress heard) throws Exception;

  /** Ends the other side, as far as it is ours; comes back in the time for closing. */
  @Override
  void close();
}
