package org.dianjiao.web;

/** The memory of this JVM. */
final class Heap {

  private static final int COLLECTIONS = 3;
  private static final int PAUSE_MILLIS = 50;

  private Heap() {}

  /** Bytes in use once what nobody holds is gone. */
  static long usedAfterCollection() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(PAUSE_MILLIS);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
