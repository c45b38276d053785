package org.dianjiao.durability;

import java.time.Instant;
import java.util.List;
import org.dianjiao.document.Change;
import org.dianjiao.document.Effect;
import org.dianjiao.exchange.Logged;
import org.dianjiao.exchange.Operation;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.MemoryStore;
import org.dianjiao.text.ChangeSet;

/** A document's first revision, as an import writes it. */
final class Imported {

  private Imported() {}

  static void into(MemoryStore store, String document, String text) {
    Change change =
        new Change(
            1,
            "",
            "import-of-the-document",
            1,
            ChangeSet.replace(0, 0, 0, text),
            List.of(Effect.Import.plain("Text")),
            Instant.EPOCH);
    Head head = store.log().claim(document, "import");
    store
        .log()
        .append(
            List.of(
                new Batch(
                    document,
                    head.epoch(),
                    head.aclVersion(),
                    List.of(Operation.entry(new Logged(change, "import"))))));
    store.log().flush();
  }
}
