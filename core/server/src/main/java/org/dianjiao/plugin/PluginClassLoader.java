package org.dianjiao.plugin;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads the classes of one instance of one plugin: its own, those of the JDK, and of ours only
 * {@code org.dianjiao.api} and what is below. It sees neither the server nor its libraries, so a
 * plugin may bring other versions of them.
 */
final class PluginClassLoader extends URLClassLoader {

  private static final String SHARED = "org.dianjiao.api.";

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader host;

  PluginClassLoader(String instance, URL[] classPath, ClassLoader host) {
    super("plugin " + instance, classPath, ClassLoader.getPlatformClassLoader());
    this.host = host;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith(SHARED) ? host.loadClass(name) : super.loadClass(name, resolve);
  }
}
