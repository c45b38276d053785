package org.dianjiao.host;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dianjiao.storage.AppendResult;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.ChangeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: one thread writes the log of all documents. A group is whatever came in while the
 * last one was on its way to the disk; there is no timer. An owner has at most one batch here.
 */
public final class CommitQueue implements Writer {

  private static final Logger LOG = LoggerFactory.getLogger(CommitQueue.class);
  private static final int GROUP = 256;
  private static final int STOP_MILLIS = 100;

  private record Waiting(Batch batch, Promise<AppendResult> result, Context context) {

    void done(AppendResult appended) {
      context.runOnContext(now -> result.complete(appended));
    }

    void unknown(Throwable failure) {
      context.runOnContext(now -> result.fail(failure));
    }
  }

  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final ChangeLog log;
  private final Thread writer;
  private volatile boolean closing;
  private volatile long appended = System.nanoTime();

  /** Starts the writer. */
  public CommitQueue(ChangeLog log) {
    this.log = log;
    this.writer = new Thread(this::write, "dianjiao-log-writer");
    writer.setDaemon(true);
    writer.start();
  }

  @Override
  public Future<AppendResult> append(Batch batch) {
    appended = System.nanoTime();
    Promise<AppendResult> result = Promise.promise();
    queue.add(new Waiting(batch, result, Vertx.currentContext()));
    return result.future();
  }

  /** How long nobody has appended anything. Any thread may ask. */
  public long quietMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - appended);
  }

  private void write() {
    List<Waiting> group = new ArrayList<>();
    while (!closing || !queue.isEmpty()) {
      Waiting first = next();
      if (first != null) {
        group.add(first);
        queue.drainTo(group, GROUP - 1);
        append(group);
        group.clear();
      }
    }
  }

  private Waiting next() {
    try {
      return queue.poll(STOP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      closing = true;
      return null;
    }
  }

  private void append(List<Waiting> group) {
    try {
      List<AppendResult> results = log.append(group.stream().map(Waiting::batch).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).done(results.get(i));
      }
    } catch (RuntimeException | Error failure) { // the writer outlives whatever went wrong
      LOG.error("the log could not be written; {} documents open again", group.size(), failure);
      group.forEach(waiting -> waiting.unknown(failure));
    }
  }

  /** Writes what is waiting, then stops. */
  public void close() throws InterruptedException {
    closing = true;
    writer.join();
  }
}
