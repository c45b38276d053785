package org.dianjiao.plugin.punctuation.train;

import java.nio.file.Path;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.api.plugin.Settings;

/**
 * What a plugin is given that runs in no server: the settings of {@code plugin.json}, but for one.
 *
 * @param learning whether it learns
 */
record Simulated(Path dataDirectory, Path stateDirectory, boolean learning)
    implements PluginContext, Settings {

  @Override
  public String instanceId() {
    return "simulated";
  }

  @Override
  public Settings settings() {
    return this;
  }

  @Override
  public System.Logger logger() {
    return System.getLogger("simulated");
  }

  @Override
  public String string(String name) {
    return switch (name) {
      case "mode" -> "punctuate";
      case "density" -> "auto";
      default -> throw unknown(name);
    };
  }

  @Override
  public double number(String name) {
    if (name.equals("min-confidence")) {
      return 0.5;
    }
    throw unknown(name);
  }

  @Override
  public boolean flag(String name) {
    if (name.equals("learning")) {
      return learning;
    }
    throw unknown(name);
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("no setting " + name);
  }
}
