package org.dianjiao.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a decision together that comes in several frames. One at a time; a part of another decision
 * forgets what came of the one before. Used by one thread.
 */
final class Naming {

  private final int most;
  private Optional<ClientFrame.Decide> begun = Optional.empty();
  private List<String> named = new ArrayList<>();

  /** Keeps one name more than these at most, so that it is seen that there are too many. */
  Naming(int most) {
    this.most = most;
  }

  /** The whole decision, when this was its last part. */
  Optional<ClientFrame.Decide> add(ClientFrame.Decide part) {
    if (!begun.map(part::goesWith).orElse(false)) {
      named = new ArrayList<>();
    }
    int room = Math.max(0, most + 1 - named.size());
    named.addAll(part.suggestions().subList(0, Math.min(room, part.suggestions().size())));
    if (part.more().orElse(false)) {
      begun = Optional.of(part);
      return Optional.empty();
    }
    begun = Optional.empty();
    return Optional.of(part.on(named));
  }
}
