package org.dianjiao.plugin.remote.child;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Logs to standard error, which the server copies into its log. */
record StandardErrorLog(String name) implements System.Logger {

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean isLoggable(Level level) {
    return level.getSeverity() >= Level.INFO.getSeverity() && level != Level.OFF;
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
    if (isLoggable(level)) {
      System.err.println(level + ": " + message + (thrown == null ? "" : ": " + thrown));
    }
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String format, Object... values) {
    if (isLoggable(level)) {
      System.err.println(
          level + ": " + (values == null ? format : new MessageFormat(format).format(values)));
    }
  }
}
