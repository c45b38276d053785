package org.dianjiao.plugin;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Takes the bytes of a file up to a limit, and remembers when there were more. */
final class BoundedBytes extends OutputStream {

  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final int most;
  private boolean over;

  BoundedBytes(int most) {
    this.most = most;
  }

  @Override
  public void write(int one) {
    require(1);
    taken.write(one);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    require(length);
    taken.write(bytes, offset, length);
  }

  private void require(int more) {
    over = over || taken.size() + (long) more > most;
    if (over) {
      throw tooLong();
    }
  }

  private WrongAnswer tooLong() {
    return new WrongAnswer(
        "a file of more than %d bytes; the limit is plugin-export-bytes".formatted(most));
  }

  /**
   * All of it.
   *
   * @throws WrongAnswer when there was more, whatever became of that answer
   */
  byte[] all() {
    if (over) {
      throw tooLong();
    }
    return taken.toByteArray();
  }
}
