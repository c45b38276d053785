package org.dianjiao.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Predicate;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.bus.PluginClient;
import org.dianjiao.bus.PluginMessage.FileRead;
import org.dianjiao.bus.PluginMessage.FileWritten;
import org.dianjiao.bus.PluginMessage.PluginDescribed;
import org.dianjiao.bus.PluginMessage.ReadFile;
import org.dianjiao.bus.PluginMessage.WriteFile;
import org.dianjiao.bus.Refusal;
import org.dianjiao.limits.Limits;
import org.dianjiao.storage.Database;

/**
 * Has plugins read and write files of a project. Nothing goes to a plugin on another machine unless
 * a manager of the project consented.
 */
final class PluginFiles {

  private final PluginClient plugins;
  private final Database database;
  private final Reply reply;

  private PluginFiles(PluginClient plugins, Database database, Reply reply) {
    this.plugins = plugins;
    this.database = database;
    this.reply = reply;
  }

  /** Waits as long as a plugin may take, and for those that ask it before. */
  static PluginFiles of(Vertx vertx, Limits limits, Database database, Reply reply) {
    Duration timeout =
        Duration.ofSeconds(2L * limits.pluginFormatSeconds() + limits.requestSeconds());
    return new PluginFiles(new PluginClient(vertx, timeout), database, reply);
  }

  /** Has a file read that is to become a document of a project. */
  Future<FileRead> read(String project, String plugin, ReadFile file) {
    return allowed(plugin, there -> consents(project, there))
        .compose(allowed -> plugins.readFile(plugin, file));
  }

  /** Has a document written as a file. */
  Future<FileWritten> write(String document, String plugin, String format, MarkedText text) {
    return allowed(
            plugin, there -> database.consents().covers(document, there.id(), there.destination()))
        .compose(allowed -> plugins.writeFile(plugin, new WriteFile(format, text)));
  }

  private boolean consents(String project, PluginDescribed there) {
    return database.consents().of(project).stream()
        .anyMatch(
            given ->
                given.plugin().equals(there.id())
                    && given.destination().equals(there.destination()));
  }

  private Future<Void> allowed(String plugin, Predicate<PluginDescribed> consent) {
    return plugins
        .describe(plugin)
        .compose(
            there ->
                there.destination().isEmpty()
                    ? Future.succeededFuture()
                    : reply.blocking(() -> require(consent.test(there), there)));
  }

  private static Void require(boolean consented, PluginDescribed there) {
    if (!consented) {
      throw Refusal.withoutConsent(there.id(), there.destination());
    }
    return null;
  }
}
