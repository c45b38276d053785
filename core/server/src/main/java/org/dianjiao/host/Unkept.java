package org.dianjiao.host;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What came and went of one plugin's offers since they were last kept; nothing is remembered when
 * everything is to be kept anew.
 */
final class Unkept {

  private final Set<String> fresh = new LinkedHashSet<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private boolean anew;

  /** What is offered only now; what may have been kept before, and is otherwise now, went first. */
  void came(Collection<String> ids) {
    if (!anew) {
      fresh.addAll(ids);
    }
  }

  /** What is not offered any more; it may never have been kept. */
  void went(Collection<String> ids) {
    for (String id : ids) {
      if (!fresh.remove(id) && !anew) {
        gone.add(id);
      }
    }
  }

  /** Nothing that was kept before counts any more. */
  void begin() {
    anew = true;
    fresh.clear();
    gone.clear();
  }

  boolean isAnew() {
    return anew;
  }

  int size() {
    return fresh.size() + gone.size();
  }

  List<String> fresh() {
    return List.copyOf(fresh);
  }

  List<String> gone() {
    return List.copyOf(gone);
  }
}
