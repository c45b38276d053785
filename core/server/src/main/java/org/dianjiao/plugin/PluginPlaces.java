package org.dianjiao.plugin;

import java.nio.file.Path;

/**
 * Where plugins are. What came with the server and what the operator wrote is only read; what is
 * installed and configured while it runs lies in the folder of the data.
 *
 * @param bundled a folder for each plugin that came with the server
 * @param settings the operator's own file for each configured instance; need not exist
 * @param data holds what is installed, configured and written later; need not exist
 * @param isolation how code that does not run in the server is held
 */
public record PluginPlaces(Path bundled, Path settings, Path data, Isolation isolation) {

  /** These places, and the usual bounds for code that runs elsewhere. */
  public PluginPlaces(Path bundled, Path settings, Path data) {
    this(bundled, settings, data, Isolation.DEFAULTS);
  }

  /** The way to code that runs elsewhere. */
  public Bridge bridge() {
    return Bridge.local(bundled.resolve(Bridge.FOLDER), isolation);
  }

  /** A folder for each version of each plugin that was installed. */
  public Path installed() {
    return data.resolve("installed");
  }

  /** The same for versions that are kept to be tried; nothing runs from there but trials. */
  public Path staged() {
    return data.resolve("staged");
  }

  /** A folder for each trial to write in; what is there when a server starts is left over. */
  public Path trials() {
    return data.resolve("trials");
  }

  /** A file for each instance that was configured by a command or in the browser. */
  public Path instances() {
    return data.resolve("instances");
  }

  /** Where a plugin that is being installed or removed lies until it is whole or gone. */
  public Path incoming() {
    return data.resolve("incoming");
  }

  /** A folder for each instance to write in. */
  public Path states() {
    return data.resolve("states");
  }
}
