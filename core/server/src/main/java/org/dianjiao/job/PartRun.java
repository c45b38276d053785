package org.dianjiao.job;

import io.vertx.core.Future;
import java.util.function.BooleanSupplier;
import org.dianjiao.storage.Jobs.Part;

/** How one part of a job is done; there is a kind for each task. Used on one context. */
interface PartRun {

  /** Goes on until it is ended or not wanted any more; gives how far it is. */
  Future<Part> run(BooleanSupplier wanted);

  /**
   * Its job was cancelled, or the server stops: nothing long is to go on for nobody. May be called
   * more than once.
   */
  default void unwanted() {}
}
