package org.dianjiao.durability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dianjiao.text.ChangeSet;
import org.dianjiao.text.Text;

/**
 * The text in an editor, with the edits that the server has not confirmed: what {@code
 * @codemirror/collab} keeps. Edits of others go below the own ones; own ones are only ever
 * confirmed, in order.
 */
final class LocalText {

  private Deque<ChangeSet> unconfirmed = new ArrayDeque<>();
  private Text text;
  private long revision;

  LocalText(long revision, String text) {
    this.revision = revision;
    this.text = Text.of(text);
  }

  Text text() {
    return text;
  }

  long revision() {
    return revision;
  }

  List<ChangeSet> unconfirmed() {
    return List.copyOf(unconfirmed);
  }

  void type(ChangeSet changes) {
    text = changes.apply(text);
    unconfirmed.add(changes);
  }

  /** The next revision is the oldest own edit. */
  void confirmed() {
    unconfirmed.remove();
    revision++;
  }

  /** The next revision is somebody else's. */
  void received(ChangeSet changes) {
    ChangeSet others = changes;
    List<ChangeSet> mapped = new ArrayList<>(unconfirmed.size());
    for (ChangeSet own : unconfirmed) {
      mapped.add(own.map(others, false));
      others = others.map(own, true);
    }
    unconfirmed = new ArrayDeque<>(mapped);
    text = others.apply(text);
    revision++;
  }
}
