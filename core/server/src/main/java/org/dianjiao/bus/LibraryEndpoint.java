package org.dianjiao.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/** What the library answers to. Called on the context that registered it. */
@FunctionalInterface
public interface LibraryEndpoint {

  /** Opens an owner, unless it is open. */
  Future<LibraryMessage.OwnerOpened> openOwner(LibraryMessage.OpenOwner command);

  /** Registers a library. */
  static Listening serve(Vertx vertx, LibraryEndpoint library) {
    return new Listening(
        List.of(
            Corridor.answer(
                vertx,
                Addresses.LIBRARY_OPEN,
                LibraryMessage.OpenOwner.class,
                library::openOwner)));
  }
}
