package org.dianjiao.host;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.dianjiao.offer.Kept;
import org.dianjiao.storage.Offers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what plugins offer in one document, so that it is there when the document is opened again.
 * One batch is written after another. Used on one context.
 */
final class OfferKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(OfferKeeper.class);

  private static final int SOON_MILLIS = 5_000;

  private final Surroundings around;
  private final String document;
  private final OfferPages pages;
  private Future<Void> last = Future.succeededFuture();
  private Optional<Long> timer = Optional.empty();
  private boolean closed;

  OfferKeeper(Surroundings around, String document, OfferPages pages) {
    this.around = around;
    this.document = document;
    this.pages = pages;
  }

  /** Keeps after a short while, together with what else comes until then. */
  void soon() {
    if (timer.isEmpty() && !closed) {
      timer =
          Optional.of(
              around
                  .vertx()
                  .setTimer(
                      SOON_MILLIS,
                      fired -> {
                        timer = Optional.empty();
                        keep();
                      }));
    }
  }

  /** Keeps what came and went up to now, after what is being kept; fails when it cannot. */
  Future<Void> keep() {
    last = last.transform(ended -> write());
    return last;
  }

  /** Does not keep by itself any more. */
  void close() {
    closed = true;
    timer.ifPresent(around.vertx()::cancelTimer);
  }

  private Future<Void> write() {
    OfferPages.Batch batch = pages.take();
    return batch.isEmpty()
        ? Future.succeededFuture()
        : around
            .read(() -> written(batch))
            .onFailure(
                fault -> {
                  LOG.warn("what is offered in {} is not kept: {}", document, fault.getMessage());
                  batch.plugins().forEach(pages::begin);
                });
  }

  private Void written(OfferPages.Batch batch) {
    Offers offers = around.database().offers();
    batch.goneAltogether().forEach(plugin -> offers.keep(document, List.of(plugin), List.of()));
    for (Kept page : batch.pages()) {
      String plugin = page.plugin().id();
      if (batch.anew().contains(plugin)) { // what was kept is not forgotten before this is kept
        offers.keep(document, List.of(plugin), page.rows());
      } else {
        page.rows().forEach(row -> offers.keep(document, List.of(), List.of(row)));
      }
    }
    return null;
  }
}
