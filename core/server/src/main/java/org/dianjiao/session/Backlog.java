package org.dianjiao.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dianjiao.limits.Limits;
import org.dianjiao.session.Telling.Kind;

/**
 * What waits for a client that is slower than its documents. When it grows over its bounds, cursors
 * are left out first; then all changes, and of each such document only the newest revision is kept,
 * which the client takes as "behind: pull". What has to arrive is never left out: when that alone
 * is too much, {@link #isOver} says so. Pure.
 */
final class Backlog {

  private final Limits limits;
  private final Deque<Telling> waiting = new ArrayDeque<>();
  private final Map<String, Telling> behind = new LinkedHashMap<>();
  private long bytes;

  Backlog(Limits limits) {
    this.limits = limits;
  }

  boolean isEmpty() {
    return waiting.isEmpty() && behind.isEmpty();
  }

  void add(Telling telling) {
    if (telling.kind() == Kind.CHANGES && behind.containsKey(telling.document())) {
      behind.merge(telling.document(), telling, Backlog::newer);
      return;
    }
    if (telling.kind() == Kind.CURSOR) {
      remove(old -> isSameCursor(old, telling));
    }
    waiting.add(telling);
    bytes += telling.bytes();
    if (isOver()) {
      remove(old -> old.kind() == Kind.CURSOR);
    }
    if (isOver()) {
      leaveOutChanges();
    }
  }

  /** Whether more waits than may. One large frame alone may: it was asked for. */
  boolean isOver() {
    return waiting.size() > limits.outboundMessages()
        || (waiting.size() > 1 && bytes - waiting.peek().bytes() > limits.outboundBytes());
  }

  /** Takes what is to be sent next. */
  Optional<Telling> poll() {
    Telling next = waiting.poll();
    if (next != null) {
      bytes -= next.bytes();
      return Optional.of(next);
    }
    Iterator<Telling> heads = behind.values().iterator();
    if (!heads.hasNext()) {
      return Optional.empty();
    }
    Telling newest = heads.next();
    heads.remove();
    return Optional.of(newest.asHead());
  }

  private void leaveOutChanges() {
    List<Telling> changes = new ArrayList<>(waiting);
    changes.removeIf(telling -> telling.kind() != Kind.CHANGES);
    changes.forEach(telling -> behind.merge(telling.document(), telling, Backlog::newer));
    remove(old -> old.kind() == Kind.CHANGES);
  }

  private void remove(Predicate<Telling> which) {
    waiting.removeIf(
        telling -> {
          boolean gone = which.test(telling);
          bytes -= gone ? telling.bytes() : 0;
          return gone;
        });
  }

  private static boolean isSameCursor(Telling one, Telling other) {
    return one.kind() == Kind.CURSOR
        && one.document().equals(other.document())
        && one.subject().equals(other.subject());
  }

  private static Telling newer(Telling one, Telling other) {
    boolean older =
        other.epoch() < one.epoch()
            || (other.epoch() == one.epoch() && other.revision() < one.revision());
    return older ? one : other;
  }
}
