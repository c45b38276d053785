package org.dianjiao.host;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What a thread has had of the processors. A machine that is busy or stands still adds nothing. */
final class ProcessorTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ProcessorTime() {}

  /**
   * Nanoseconds of the calling thread; where the machine does not count them, those that passed.
   */
  static long ofThisThread() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }
}
