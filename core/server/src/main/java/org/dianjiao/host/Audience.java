package org.dianjiao.host;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianjiao.bus.DocumentCommand.ShowPresence;
import org.dianjiao.bus.DocumentEvent.PresenceChanged;
import org.dianjiao.bus.DocumentReply.Person;

/** Who has the document open, and where they are in it. Never stored. */
final class Audience {

  private final String document;
  private final Set<String> sessions = new HashSet<>();
  private final Map<String, PresenceChanged> shown = new HashMap<>();

  Audience(String document) {
    this.document = document;
  }

  void joined(String session) {
    sessions.add(session);
  }

  void left(String session) {
    sessions.remove(session);
    shown.remove(session);
  }

  PresenceChanged shown(ShowPresence where, Person person) {
    sessions.add(where.session());
    PresenceChanged presence =
        new PresenceChanged(
            document,
            where.session(),
            where.account(),
            person.name(),
            person.colour(),
            where.revision(),
            where.anchor(),
            where.head());
    shown.put(where.session(), presence);
    return presence;
  }

  List<PresenceChanged> present() {
    return List.copyOf(shown.values());
  }

  int size() {
    return sessions.size();
  }

  boolean isEmpty() {
    return sessions.isEmpty();
  }
}
