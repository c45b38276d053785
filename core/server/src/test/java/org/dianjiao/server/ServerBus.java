package org.dianjiao.server;

import io.vertx.core.Vertx;

/** The way into a running server past all its borders. */
public final class ServerBus {

  private ServerBus() {}

  /** What the parts of the server talk over. */
  public static Vertx of(Server server) {
    return server.vertx();
  }
}
