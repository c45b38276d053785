package org.dianjiao.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentEvents;
import org.dianjiao.bus.Listening;

/**
 * The sessions of one event loop that have a document open. What the owner tells is encoded once
 * and given to each.
 */
final class Room {

  private final String document;
  private final Set<ClientSession> members = new LinkedHashSet<>();
  private final Listening listening;

  Room(Vertx vertx, String document) {
    this.document = document;
    this.listening = DocumentEvents.listen(vertx, document, this::heard);
  }

  String document() {
    return document;
  }

  Future<Void> join(ClientSession session) {
    members.add(session);
    return listening.ready();
  }

  void leave(ClientSession session) {
    members.remove(session);
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  void close() {
    listening.stop();
  }

  private void heard(DocumentEvent event) {
    Optional<Telling> telling = Frames.event(event).map(Telling::of);
    for (ClientSession member : List.copyOf(members)) {
      if (telling.isPresent()) {
        member.tell(document, telling.get());
      } else if (event instanceof DocumentEvent.MembersChanged changed) {
        member.membersChanged(changed);
      }
    }
  }
}
