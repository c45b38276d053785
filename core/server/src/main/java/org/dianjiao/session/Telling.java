package org.dianjiao.session;

import java.util.Optional;

/**
 * A frame for a client, encoded, with what has to be known of it when the client is slow.
 *
 * @param kind what may be done with it
 * @param document that it is about; empty when about none
 * @param subject whose cursor it is; empty for another kind
 * @param epoch of the document, of changes and heads
 * @param revision the newest that the client knows after it, of changes and heads
 * @param frame as it is sent
 */
record Telling(
    Kind kind, String document, String subject, long epoch, long revision, WireFrame frame) {

  /** What may be done with a frame for a client that is slow. */
  enum Kind {
    /** Nothing: it has to arrive. */
    KEPT,
    /** It is left out, and the client is told how far the document is: it pulls. */
    CHANGES,
    /** A later one takes its place, and at need it is left out. */
    CURSOR
  }

  static Telling of(ServerFrame frame) {
    WireFrame wire = Frames.wire(frame);
    if (frame instanceof ServerFrame.Changes changes) {
      long last = changes.first() + changes.changes().size() - 1;
      return new Telling(Kind.CHANGES, changes.document(), "", changes.epoch(), last, wire);
    }
    if (frame instanceof ServerFrame.Head head) {
      return new Telling(Kind.CHANGES, head.document(), "", head.epoch(), head.revision(), wire);
    }
    if (frame instanceof ServerFrame.Presence presence) {
      return new Telling(Kind.CURSOR, presence.document(), presence.session(), 0, 0, wire);
    }
    return new Telling(Kind.KEPT, "", "", 0, 0, wire);
  }

  /** How far the document is, in place of changes that are left out. */
  Telling asHead() {
    return of(new ServerFrame.Head(document, epoch, revision, Optional.empty()));
  }

  /** Memory that it takes while it waits. */
  int bytes() {
    return frame.size();
  }
}
