package org.dianjiao.indexing;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.dianjiao.bus.LibraryEvent;
import org.dianjiao.bus.LibraryEvents;
import org.dianjiao.bus.Listening;
import org.dianjiao.limits.Limits;
import org.dianjiao.search.IndexDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the index follow what is written: what somebody just edited first, then what was found to be
 * behind. Now and then it looks for what nobody told, and makes the index durable. Whoever made the
 * desk closes it.
 */
public final class IndexVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(IndexVerticle.class);
  private static final int LONGEST_WORK_SECONDS = 600;

  private final IndexDesk desk;
  private final Limits limits;
  private final Set<String> edited = new LinkedHashSet<>();
  private final Set<String> behind = new LinkedHashSet<>();
  private WorkerExecutor worker;
  private Listening listening;
  private boolean waiting;
  private boolean busy;
  private boolean stopping;

  /** An indexer that works at a desk. */
  public IndexVerticle(IndexDesk desk, Limits limits) {
    this.desk = desk;
    this.limits = limits;
  }

  @Override
  public Future<?> start() {
    worker =
        vertx.createSharedWorkerExecutor(
            "dianjiao-search", 1, LONGEST_WORK_SECONDS, TimeUnit.SECONDS);
    listening = LibraryEvents.listen(vertx, this::heard);
    vertx.setPeriodic(1, limits.searchLookMillis(), tick -> look());
    return listening.ready();
  }

  private void heard(LibraryEvent event) {
    if (event instanceof LibraryEvent.DocumentChanged changed) {
      edited.add(changed.document());
      soon();
    }
  }

  private void soon() {
    if (!waiting) {
      waiting = true;
      vertx.setTimer(limits.searchGatherMillis(), gathered -> follow());
    }
  }

  private void look() {
    if (busy || stopping) {
      return;
    }
    busy = true;
    worker
        .executeBlocking(
            () -> {
              desk.open();
              desk.commit();
              return desk.behind();
            })
        .onSuccess(behind::addAll)
        .onFailure(failure -> LOG.warn("the search index: {}", failure.getMessage()))
        .onComplete(done -> goOn());
  }

  private void follow() {
    waiting = false;
    if (busy || stopping) {
      return;
    }
    List<String> next = next();
    if (next.isEmpty()) {
      return;
    }
    busy = true;
    worker
        .executeBlocking(
            () -> {
              desk.open();
              desk.follow(next);
              return next.size();
            })
        .onFailure(failure -> LOG.warn("the search index: {}", failure.getMessage()))
        .onComplete(done -> goOn());
  }

  private void goOn() {
    busy = false;
    if (!edited.isEmpty() || !behind.isEmpty()) {
      follow();
    }
  }

  /** All that were edited, and one of those that are behind. */
  private List<String> next() {
    List<String> next = new ArrayList<>(edited);
    edited.clear();
    Iterator<String> rest = behind.iterator();
    if (rest.hasNext()) {
      next.add(rest.next());
      rest.remove();
    }
    return next;
  }

  @Override
  public Future<?> stop() {
    stopping = true;
    return listening.stop().compose(stopped -> worker.close());
  }
}
