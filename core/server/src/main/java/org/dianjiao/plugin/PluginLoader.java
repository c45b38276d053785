package org.dianjiao.plugin;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.dianjiao.api.plugin.Plugin;

/** Loads the code of a plugin. Runs code of the plugin: call it on the plugin's own thread. */
final class PluginLoader {

  private PluginLoader() {}

  /**
   * A plugin and the class loader that it lives in.
   *
   * @param plugin ready to start
   * @param classes to be closed when the plugin is not used any more
   */
  record LoadedPlugin(Plugin plugin, PluginClassLoader classes) {}

  /**
   * Finds the one {@link Plugin} that the classes declare to {@link ServiceLoader}: those of the
   * instance, or of the bridge to it.
   *
   * @throws PluginRefused when there is none, or more than one, or it cannot be made
   */
  static LoadedPlugin load(PluginInstance instance) throws IOException {
    List<Path> classPath = instance.classPath();
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classPath.get(i).toUri().toURL();
    }
    PluginClassLoader classes =
        new PluginClassLoader(instance.id(), urls, PluginLoader.class.getClassLoader());
    try {
      return new LoadedPlugin(only(ServiceLoader.load(Plugin.class, classes)), classes);
    } catch (ServiceConfigurationError | LinkageError fault) {
      classes.close();
      throw new PluginRefused("its code cannot be loaded: " + fault.getMessage());
    } catch (PluginRefused refused) {
      classes.close();
      throw refused;
    }
  }

  private static Plugin only(ServiceLoader<Plugin> found) {
    List<ServiceLoader.Provider<Plugin>> providers = found.stream().toList();
    if (providers.size() != 1) {
      throw new PluginRefused(
          "META-INF/services/%s names %d classes; a plugin has one"
              .formatted(Plugin.class.getName(), providers.size()));
    }
    return providers.get(0).get();
  }
}
