package org.dianjiao.bus;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Consumer;

/** The facts about all documents: owners and imports tell, the indexer listens. */
public final class LibraryEvents {

  private LibraryEvents() {}

  /** Tells every listener. */
  public static void tell(Vertx vertx, LibraryEvent event) {
    Corridor.tell(vertx, Addresses.LIBRARY_EVENTS, event);
  }

  /** Listens, on the context of the caller. */
  public static Listening listen(Vertx vertx, Consumer<LibraryEvent> listener) {
    return new Listening(
        List.of(Corridor.listen(vertx, Addresses.LIBRARY_EVENTS, LibraryEvent.class, listener)));
  }
}
