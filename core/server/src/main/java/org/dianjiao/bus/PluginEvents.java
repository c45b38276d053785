package org.dianjiao.bus;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Consumer;

/** The facts about plugins: their hosts tell, owners and sessions listen. */
public final class PluginEvents {

  private PluginEvents() {}

  /** Tells every listener. */
  public static void tell(Vertx vertx, PluginEvent event) {
    Corridor.tell(vertx, Addresses.PLUGIN_EVENTS, event);
  }

  /** Listens, on the context of the caller. */
  public static Listening listen(Vertx vertx, Consumer<PluginEvent> listener) {
    return new Listening(
        List.of(Corridor.listen(vertx, Addresses.PLUGIN_EVENTS, PluginEvent.class, listener)));
  }

  /** Tells how far a command of a plugin is, those who wait for one. */
  public static void tell(Vertx vertx, String plugin, PluginMessage.CommandProgressed progress) {
    Corridor.tell(vertx, Addresses.plugin(plugin, "progress"), progress);
  }

  /** Listens how far commands of a plugin are, on the context of the caller. */
  public static Listening progress(
      Vertx vertx, String plugin, Consumer<PluginMessage.CommandProgressed> listener) {
    return new Listening(
        List.of(
            Corridor.listen(
                vertx,
                Addresses.plugin(plugin, "progress"),
                PluginMessage.CommandProgressed.class,
                listener)));
  }
}
