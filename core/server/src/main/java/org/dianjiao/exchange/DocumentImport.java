package org.dianjiao.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.document.Change;
import org.dianjiao.document.Document;
import org.dianjiao.document.Effect;
import org.dianjiao.storage.AppendResult;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.StorageException;
import org.dianjiao.text.ChangeSet;

/** Brings a text in: a new document whose first change inserts all of it. Blocking. */
public final class DocumentImport {

  /** The author of what nobody in particular did. */
  public static final String SYSTEM = "";

  private static final String NODE = "import";

  private DocumentImport() {}

  /**
   * Makes a document of a text that was read and checked.
   *
   * @param account who brings it in, or {@link #SYSTEM}
   * @return the new document
   * @throws StorageException when it cannot be stored; then nothing of it is visible
   */
  public static DocumentRow store(
      Database database, String project, String title, String text, String account) {
    return store(database, project, BroughtIn.plain(title, text), account);
  }

  /**
   * Makes a document of what was read and checked, with its annotations. Parameters as above.
   *
   * @throws StorageException when it cannot be stored; then nothing of it is visible
   */
  public static DocumentRow store(
      Database database, String project, BroughtIn brought, String account) {
    DocumentRow row = database.projects().addDocument(project, brought.title());
    fill(database, row.id(), brought, account);
    return row;
  }

  /**
   * Gives a document that has no text yet its first change. Parameters as in {@link #store}.
   *
   * @throws StorageException when it cannot be stored
   */
  public static void fill(
      Database database, String document, String title, String text, String account) {
    fill(database, document, BroughtIn.plain(title, text), account);
  }

  private static void fill(Database database, String document, BroughtIn brought, String account) {
    Head head = database.changeLog().claim(document, NODE);
    Change change =
        new Change(
            1,
            account,
            "import-" + UUID.randomUUID(),
            1,
            ChangeSet.replace(0, 0, 0, brought.text()),
            effects(brought),
            Instant.now().truncatedTo(ChronoUnit.MILLIS));
    Logged logged = new Logged(change, "import");
    Batch batch =
        new Batch(document, head.epoch(), head.aclVersion(), List.of(Operation.entry(logged)));
    AppendResult result = database.changeLog().append(List.of(batch)).get(0);
    if (!(result instanceof AppendResult.Committed committed)) {
      throw new IllegalStateException("a new document took no first change: " + result);
    }
    Document state = Document.empty().apply(change);
    database.snapshots().save(Replay.snapshot(document, state, committed.chain()));
  }

  private static List<Effect> effects(BroughtIn brought) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Import(brought.title(), brought.reader()));
    for (Marked one : brought.annotations()) {
      effects.add(
          new Effect.AddAnnotation(
              UUID.randomUUID().toString(),
              one.range().start(),
              one.range().end(),
              false,
              one.body()));
    }
    return effects;
  }
}
