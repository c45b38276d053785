package org.dianjiao.limits;

/** The memory of this JVM. */
public final class Heap {

  private static final int COLLECTIONS = 3;
  private static final int PAUSE_MILLIS = 50;

  private Heap() {}

  /** Bytes in use once what nobody holds is gone. */
  public static long usedAfterCollection() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(PAUSE_MILLIS);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
