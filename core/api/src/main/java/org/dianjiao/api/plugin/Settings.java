package org.dianjiao.api.plugin;

/**
 * The settings of one configured instance, read only. Every name must be declared in {@code
 * plugin.json}, where it has a type and a default; the host refuses values of another type before
 * the plugin starts.
 *
 * <pre>{@code
 * double floor = settings.number("min-confidence");
 * }</pre>
 *
 * @since 1.0
 */
public interface Settings {

  /**
   * A setting of type {@code string}.
   *
   * @throws IllegalArgumentException when no such setting is declared
   */
  String string(String name);

  /**
   * A setting of type {@code number}.
   *
   * @throws IllegalArgumentException when no such setting is declared
   */
  double number(String name);

  /**
   * A setting of type {@code boolean}.
   *
   * @throws IllegalArgumentException when no such setting is declared
   */
  boolean flag(String name);
}
