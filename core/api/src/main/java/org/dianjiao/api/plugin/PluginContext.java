package org.dianjiao.api.plugin;

import java.nio.file.Path;

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
}
