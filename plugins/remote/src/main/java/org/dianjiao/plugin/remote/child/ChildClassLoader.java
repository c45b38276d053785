package org.dianjiao.plugin.remote.child;

import java.net.URL;
import java.net.URLClassLoader;

/** Loads the plugin's classes: its own, those of the JDK, and of ours only the API. */
final class ChildClassLoader extends URLClassLoader {

  private static final String SHARED = "org.dianjiao.api.";

  static {
    registerAsParallelCapable();
  }

  ChildClassLoader(URL[] classPath) {
    super("plugin", classPath, ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith(SHARED)
        ? ChildClassLoader.class.getClassLoader().loadClass(name)
        : super.loadClass(name, resolve);
  }
}
