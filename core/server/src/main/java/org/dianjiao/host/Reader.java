package org.dianjiao.host;

import io.vertx.core.Future;
import java.util.concurrent.Callable;

/** Does blocking work on a worker thread; the future completes on the owner's context. */
@FunctionalInterface
interface Reader {
  <T> Future<T> read(Callable<T> work);
}
