package org.dianjiao.plugin;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a plugin logs to: the server's log, under the name of the instance. */
final class PluginLog implements System.Logger {

  private final Logger log;

  PluginLog(String instance) {
    this.log = LoggerFactory.getLogger("plugin." + instance);
  }

  @Override
  public String getName() {
    return log.getName();
  }

  @Override
  public boolean isLoggable(Level level) {
    return level != Level.OFF && log.isEnabledForLevel(ours(level));
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
    if (isLoggable(level)) {
      log.atLevel(ours(level)).setCause(thrown).log(message);
    }
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String format, Object... values) {
    if (isLoggable(level)) {
      log.atLevel(ours(level))
          .log(values == null ? format : new MessageFormat(format).format(values));
    }
  }

  private static org.slf4j.event.Level ours(Level level) {
    return switch (level) {
      case ALL, TRACE -> org.slf4j.event.Level.TRACE;
      case DEBUG -> org.slf4j.event.Level.DEBUG;
      case INFO -> org.slf4j.event.Level.INFO;
      case WARNING -> org.slf4j.event.Level.WARN;
      case ERROR, OFF -> org.slf4j.event.Level.ERROR;
    };
  }
}
