package org.dianjiao.text;

/**
 * Two change sets, one after the other, as one: walks over the text between the two.
 *
 * <p>The walk is that of CodeMirror's {@code composeSets}, so that the sections come out the same.
 */
final class Composition {

  private final SectionCursor first;
  private final SectionCursor second;
  private final SectionBuilder result = new SectionBuilder();

  /** Whether the next section goes on with a change that one of the two has begun. */
  private boolean open;

  Composition(SectionCursor first, SectionCursor second) {
    this.first = first;
    this.second = second;
  }

  /** Requires that the second begins where the first ends. */
  ChangeSet compose() {
    while (!first.done() || !second.done()) {
      if (first.insert == 0) {
        result.add(first.length, 0, open);
        first.next();
      } else if (second.length == 0) {
        result.add(0, second.insert, open);
        second.appendTextTo(result);
        second.next();
      } else {
        walkTogether();
      }
    }
    return result.build();
  }

  private void walkTogether() {
    int length = Math.min(first.newLength(), second.length);
    int before = result.size();
    if (first.keeps()) {
      changeKept(length);
    } else if (second.keeps()) {
      result.add(first.walked > 0 ? 0 : first.length, length, open);
      first.appendTextTo(result, length);
    } else {
      replaceInserted();
    }
    open =
        (first.insert > length || (second.changes() && second.length > length))
            && (open || result.size() > before);
    first.walkNew(length);
    second.walkOld(length);
  }

  private void changeKept(int length) {
    if (second.keeps()) {
      result.add(length, SectionCursor.KEPT, open);
    } else if (second.walked > 0) {
      result.add(length, 0, open);
    } else {
      result.add(length, second.insert, open);
      second.appendTextTo(result);
    }
  }

  private void replaceInserted() {
    int deleted = first.walked > 0 ? 0 : first.length;
    if (second.walked > 0) {
      result.add(deleted, 0, open);
    } else {
      result.add(deleted, second.insert, open);
      second.appendTextTo(result);
    }
  }
}
