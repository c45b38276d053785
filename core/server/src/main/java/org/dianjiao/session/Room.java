package org.dianjiao.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentEvents;
import org.dianjiao.bus.Listening;
import org.dianjiao.document.Disclosure;

/**
 * The sessions of one event loop that have a document open. What the owner tells is encoded once
 * and given to each.
 */
final class Room {

  private final String document;
  private final Listening listening;
  private List<Watch> watches = List.of();

  Room(Vertx vertx, String document) {
    this.document = document;
    this.listening = DocumentEvents.listen(vertx, document, this::heard);
  }

  String document() {
    return document;
  }

  Future<Void> join(Watch watch) {
    watches = Stream.concat(watches.stream(), Stream.of(watch)).toList();
    return listening.ready();
  }

  void leave(Watch watch) {
    watches = watches.stream().filter(other -> other != watch).toList();
  }

  boolean isEmpty() {
    return watches.isEmpty();
  }

  void close() {
    listening.stop();
  }

  private void heard(DocumentEvent event) {
    List<Watch> present = watches; // who is told may leave
    if (event instanceof DocumentEvent.ChangesCommitted committed
        && committed.changes().stream().anyMatch(Disclosure::isDiscreet)) {
      present.forEach(watch -> watch.tellDiscreetly(committed));
      return;
    }
    Optional<Telling> telling = Frames.event(event).map(Telling::of);
    if (telling.isPresent()) {
      telling.get().frame().lend(() -> present.forEach(watch -> watch.tell(telling.get())));
      if (event instanceof DocumentEvent.DocumentClosed) {
        present.forEach(Watch::closed);
      }
    } else if (event instanceof DocumentEvent.MembersChanged changed) {
      present.forEach(watch -> watch.membersChanged(changed));
    } else if (event instanceof DocumentEvent.WorkChanged changed) {
      present.forEach(watch -> watch.workChanged(changed));
    }
  }
}
