package org.dianjiao.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.dianjiao.people.Account;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** An open database for all tests of a class; each test makes documents and people of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StorageContract {

  private static final AtomicInteger NAMES = new AtomicInteger();

  private final Supplier<EmptyStore> engine;
  EmptyStore store;
  Database database;

  StorageContract(Supplier<EmptyStore> engine) {
    this.engine = engine;
  }

  @BeforeAll
  void open() {
    store = engine.get();
    database = Database.open(store.settings());
  }

  @AfterAll
  void close() {
    database.close();
    store.close();
  }

  /** A second, empty place on the same engine. */
  EmptyStore another() {
    return engine.get();
  }

  Account somebody() {
    return database.accounts().create("person " + NAMES.incrementAndGet(), "hash", false);
  }

  String newDocument() {
    return newDocument(database.projects().create("南京條約", "").id());
  }

  String newDocument(String project) {
    return database.projects().addDocument(project, "江寧條約").id();
  }

  /** An entry with its own number and content made from its revision. */
  static NewEntry entry(long revision, String client) {
    return entry(revision, client, revision, "hash " + revision);
  }

  static NewEntry entry(long revision, String client, long sequence, String opHash) {
    return new NewEntry(
        revision,
        "author",
        client,
        sequence,
        1,
        "{\"changes\":[0,[0,\"第%d款𠀋\"]]}".formatted(revision),
        opHash,
        Instant.ofEpochMilli(1_700_000_000_000L + revision));
  }

  static Batch batch(Head owner, NewEntry... entries) {
    return new Batch(owner.document(), owner.epoch(), owner.aclVersion(), List.of(entries));
  }

  /** Claims the document and appends as many revisions, one batch. */
  Head write(String document, int revisions) {
    Head head = database.changeLog().claim(document, "node");
    List<NewEntry> entries = new ArrayList<>();
    for (long revision = 1; revision <= revisions; revision++) {
      entries.add(entry(head.revision() + revision, "client"));
    }
    database
        .changeLog()
        .append(List.of(new Batch(document, head.epoch(), head.aclVersion(), entries)));
    return head;
  }
}
