package org.dianjiao.plugin.remote.pipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Takes what a process writes to its standard error and logs it: lines cut, at most so many in a
 * while. Whatever comes beyond is read, counted and dropped, so that the process never waits.
 */
final class LogStream {

  private static final int MAX_LINE = 500;
  private static final int LINES = 50;
  private static final long WHILE = Duration.ofSeconds(10).toNanos();

  private final System.Logger log;
  private final byte[] line = new byte[MAX_LINE];
  private int length;
  private long begun = System.nanoTime();
  private int lines;
  private long dropped;

  LogStream(System.Logger log) {
    this.log = log;
  }

  /** Reads until the stream ends. */
  void pump(InputStream in) {
    byte[] buffer = new byte[8192];
    try (in) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          take(buffer[i]);
        }
      }
    } catch (IOException ended) {
      // the process is gone; whoever waits for its answer is told why
    }
    end();
    tellDropped();
  }

  private void take(byte next) {
    if (next == '\n') {
      end();
    } else if (length < MAX_LINE) {
      line[length++] = next;
    }
  }

  private void end() {
    if (length == 0) {
      return;
    }
    long now = System.nanoTime();
    if (now - begun > WHILE) {
      tellDropped();
      begun = now;
      lines = 0;
    }
    if (lines++ < LINES) {
      String words = new String(line, 0, length, StandardCharsets.UTF_8);
      log.log(System.Logger.Level.INFO, words.replaceAll("\\p{Cntrl}", " "));
    } else {
      dropped++;
    }
    length = 0;
  }

  private void tellDropped() {
    if (dropped > 0) {
      log.log(System.Logger.Level.WARNING, dropped + " more lines were left out");
      dropped = 0;
    }
  }
}
