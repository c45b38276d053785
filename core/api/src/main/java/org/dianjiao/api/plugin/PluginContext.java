package org.dianjiao.api.plugin;

import java.nio.file.Path;
import java.util.List;

/**
 * What the host gives a plugin when it starts.
 *
 * <pre>{@code
 * Path table = context.dataDirectory().resolve("variants.tsv");
 * boolean replace = context.settings().string("mode").equals("replace");
 * }</pre>
 *
 * @since 1.0
 */
public interface PluginContext {

  /** Name of this configured instance, for example {@code names-dila}. */
  String instanceId();

  /** Its settings, checked against {@code plugin.json}. */
  Settings settings();

  /** The plugin's own files, read only. */
  Path dataDirectory();

  /** A folder of its own to write in; it survives restarts. */
  Path stateDirectory();

  /** Where it may log. */
  System.Logger logger();

  /**
   * What the server or a project keeps for plugins, as it is now. Ask while you answer: people
   * change it.
   *
   * <pre>{@code
   * for (List<String> rule : context.table(request.project(), "variants")) { … }
   * }</pre>
   *
   * <p>There are two. {@code variants}, of a project: the rules for variant characters, each a
   * character or word, its regular form (- leaves it as it is), the type, words in which it holds
   * with | between them, and the reason. {@code authority}, of the server (the project is empty)
   * and of a project, which has only what is its own: persons, places, offices …, and ids that were
   * given up for others, each a row of {@code org.dianjiao.authority.EntityRows}; an entry of the
   * project hides that of the server with the same id. It can be long: look at {@link #version}
   * first. A plugin that runs outside the server is told none.
   *
   * @param project as {@link AnalysisRequest#project} has it; empty: the server
   * @param name of the table
   * @return its rows, none when there is no such table or project
   * @since 1.1
   */
  @Experimental
  default List<List<String>> table(String project, String name) {
    return List.of();
  }

  /**
   * Tells whether a table has changed, which costs little: another number means other rows.
   *
   * @param project as for {@link #table}
   * @param name of the table
   * @return 0 when nothing is kept: then a plugin goes by what it brings
   * @since 1.1
   */
  @Experimental
  default long version(String project, String name) {
    return 0;
  }
}
