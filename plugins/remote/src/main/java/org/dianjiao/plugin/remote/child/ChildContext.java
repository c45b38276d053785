package org.dianjiao.plugin.remote.child;

import java.nio.file.Path;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.api.plugin.Settings;
import org.dianjiao.plugin.remote.form.Field;
import org.dianjiao.plugin.remote.form.JsonSettings;

/** What the plugin is given when it starts; what it logs goes to standard error. */
record ChildContext(
    String instanceId,
    Settings settings,
    Path dataDirectory,
    Path stateDirectory,
    System.Logger logger)
    implements PluginContext {

  static ChildContext of(Field hello) {
    String instance = hello.get("instance").text();
    return new ChildContext(
        instance,
        new JsonSettings(hello.get("settings").object()),
        Path.of(hello.get("data").text()),
        Path.of(hello.get("state").text()),
        new StandardErrorLog(instance));
  }
}
