package org.dianjiao.bus;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Consumer;

/** The facts about documents: owners tell, sessions listen. */
public final class DocumentEvents {

  private DocumentEvents() {}

  /** Tells every listener of the document, in the order of the calls. */
  public static void tell(Vertx vertx, DocumentEvent event) {
    Corridor.tell(vertx, Addresses.documentEvents(event.document()), event);
  }

  /** Listens to one document, on the context of the caller. */
  public static Listening listen(Vertx vertx, String document, Consumer<DocumentEvent> listener) {
    return new Listening(
        List.of(
            Corridor.listen(
                vertx, Addresses.documentEvents(document), DocumentEvent.class, listener)));
  }
}
