package org.dianjiao.plugin.punctuation.train;

import java.nio.file.Path;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.api.plugin.Settings;

/**
 * What a plugin is given that runs in no server: the settings of {@code plugin.json}, but for some.
 *
 * @param mode what it does
 * @param density how many marks it proposes
 * @param minConfidence how likely a pause must be
 * @param learning whether it learns
 */
record Simulated(
    Path dataDirectory,
    Path stateDirectory,
    String mode,
    String density,
    double minConfidence,
    boolean learning)
    implements PluginContext, Settings {

  /** The settings of {@code plugin.json}; whether it learns is said. */
  static Simulated delivered(Path data, Path state, boolean learning) {
    return new Simulated(data, state, "punctuate", "auto", 0.5, learning);
  }

  Simulated with(String otherMode, String otherDensity, double otherMinConfidence) {
    return new Simulated(
        dataDirectory, stateDirectory, otherMode, otherDensity, otherMinConfidence, learning);
  }

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
      case "mode" -> mode;
      case "density" -> density;
      default -> throw unknown(name);
    };
  }

  @Override
  public double number(String name) {
    if (name.equals("min-confidence")) {
      return minConfidence;
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
