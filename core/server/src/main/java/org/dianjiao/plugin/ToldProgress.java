package org.dianjiao.plugin;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.api.plugin.Progress;
import org.dianjiao.bus.PluginEvents;
import org.dianjiao.bus.PluginMessage.CommandProgressed;

/**
 * How far a command is, told to those who wait for it, not too often. What makes no sense is not
 * told. Used on the plugin's threads.
 */
final class ToldProgress implements Progress {

  /** Where nobody waits. */
  static final Progress UNHEARD =
      new Progress() {
        @Override
        public void done(long parts, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  private static final long EVERY = Duration.ofMillis(250).toNanos();

  private final Vertx vertx;
  private final String plugin;
  private final String run;
  private final Cancellation cancellation;
  private long told = System.nanoTime() - EVERY;

  ToldProgress(Vertx vertx, String plugin, String run, Cancellation cancellation) {
    this.vertx = vertx;
    this.plugin = plugin;
    this.run = run;
    this.cancellation = cancellation;
  }

  @Override
  public synchronized void done(long parts, long total) {
    long now = System.nanoTime();
    boolean sensible = parts >= 0 && total > 0 && parts <= total;
    if (sensible && now - told >= EVERY && !cancelled()) {
      told = now;
      PluginEvents.tell(vertx, plugin, new CommandProgressed(run, parts, total));
    }
  }

  @Override
  public boolean cancelled() {
    return cancellation.cancelled();
  }
}
