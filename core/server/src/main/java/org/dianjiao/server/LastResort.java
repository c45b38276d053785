package org.dianjiao.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when going on would be worse than stopping: the disk failed, or there is no memory
 * left. Nothing is written, flushed or closed any more, because each of these could lose what is
 * safe now.
 */
public interface LastResort {

  /** Ends the process, or whatever stands for it; does not return if it can help it. */
  void end(String why, Throwable cause);

  /** Writes it to the log and goes on; for a server inside another program. */
  static LastResort logging() {
    Logger log = LoggerFactory.getLogger(LastResort.class);
    return (why, cause) -> log.error("{}", why, cause);
  }

  /** Writes it to the log and ends the process at once, without running what runs at its end. */
  static LastResort halting(int exitCode) {
    Logger log = LoggerFactory.getLogger(LastResort.class);
    return (why, cause) -> {
      try {
        log.error("{}", why, cause);
      } finally {
        Runtime.getRuntime().halt(exitCode);
      }
    };
  }
}
