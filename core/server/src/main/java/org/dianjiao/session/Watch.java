package org.dianjiao.session;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dianjiao.bus.DocumentEvent;
import org.dianjiao.bus.DocumentReply.DocumentOpened;
import org.dianjiao.limits.Limits;

/**
 * One document that one session has open. Until the document's state was sent, what is told about
 * it waits. Used on the event loop of the session.
 */
final class Watch {

  private final String document;
  private final ClientSession session;
  private final Watches watches;
  private final Backlog held;
  private final List<Runnable> behindState = new ArrayList<>();
  private boolean admitted;
  private boolean shown;
  private boolean closing;
  private boolean ended;

  Watch(String document, ClientSession session, Watches watches, Limits limits) {
    this.document = document;
    this.session = session;
    this.watches = watches;
    this.held = new Backlog(limits);
  }

  /** Sends the document's state, then what happened meanwhile. */
  void show(DocumentOpened opened) {
    if (!ended) {
      admitted = true;
      session.send(Frames.opened(opened));
      pour(Frames.following(opened, session.account().orElse("")).iterator());
    }
  }

  /** Sends what belongs to an opening as fast as it is taken, then what happened meanwhile. */
  private void pour(Iterator<ServerFrame> frames) {
    while (frames.hasNext()) {
      if (ended) {
        return;
      }
      if (session.isBehind()) {
        session.whenCaughtUp(() -> pour(frames));
        return;
      }
      session.send(frames.next());
    }
    shown = true;
    for (var next = held.poll(); next.isPresent(); next = held.poll()) {
      session.write(next.get());
    }
    if (closing) {
      watches.closed(document, this);
    }
    behindState.forEach(Runnable::run);
    behindState.clear();
  }

  /** Whether it is known that this client may see the document. */
  boolean isAdmitted() {
    return admitted;
  }

  /** Whether the document's state is still to be sent. */
  boolean isOpening() {
    return !shown && !ended;
  }

  /** Does something once that is sent, or will not be any more. */
  void whenOpened(Runnable work) {
    behindState.add(work);
  }

  /** Tells what happened to the document, after its state was sent. */
  void tell(Telling telling) {
    if (ended) {
      return;
    }
    if (shown) {
      session.write(telling);
      return;
    }
    held.add(telling);
    if (held.isOver()) {
      watches.overrun(document);
    }
  }

  /**
   * The owner has let go of the document. Whoever opens it again is looked at again; until then
   * nothing is told of it.
   */
  void closed() {
    if (shown) {
      watches.closed(document, this);
    } else {
      closing = true;
    }
  }

  /** Tells changes that not everybody may know in whole. */
  void tellDiscreetly(DocumentEvent.ChangesCommitted event) {
    tell(Telling.of(Frames.committed(event, session.account().orElse(""))));
  }

  /** Tells who may do what now, which is another thing for each session. */
  void membersChanged(DocumentEvent.MembersChanged event) {
    if (!ended) {
      watches.membersChanged(event, this);
    }
  }

  /** Tells that something was done with work, if this client may know. */
  void workChanged(DocumentEvent.WorkChanged event) {
    boolean knows =
        session
            .bearer()
            .map(Tickets.Bearer::account)
            .filter(one -> one.administrator() || event.knowers().contains(one.id()))
            .isPresent();
    if (knows) {
      tell(Telling.of(new ServerFrame.Work(event.document())));
    }
  }

  /** Nothing is told any more. */
  void end() {
    ended = true;
    behindState.forEach(Runnable::run);
    behindState.clear();
  }

  /** Whether the document was closed, or opened again. */
  boolean isEnded() {
    return ended;
  }
}
