package org.dianjiao.session;

import java.util.Optional;
import java.util.function.Consumer;

/** A client in the same process that takes everything at once. */
final class MemoryWire implements Wire {

  private final Consumer<String> reader;
  private Optional<CloseCode> closed = Optional.empty();

  MemoryWire(Consumer<String> reader) {
    this.reader = reader;
  }

  @Override
  public void write(WireFrame frame) {
    if (closed.isEmpty()) {
      reader.accept(WireText.of(frame));
    }
  }

  @Override
  public boolean isFull() {
    return false;
  }

  @Override
  public void ping() {}

  @Override
  public void close(CloseCode code, String reason) {
    if (closed.isEmpty()) {
      closed = Optional.of(code);
    }
  }

  Optional<CloseCode> closed() {
    return closed;
  }
}
