package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dianjiao.people.Role;
import org.junit.jupiter.api.Test;

/** The log in memory decides as the log in SQLite does, also about what is refused. */
class MemoryLogTest {

  private static final int OPERATIONS = 600;

  private final Random random;
  private final MemoryLog memory = new MemoryLog();

  MemoryLogTest() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    random = new Random(seed);
  }

  @Test
  void decidesAsTheLogInSqliteDoes() {
    try (SqliteStore store = new SqliteStore();
        Database database = Database.open(store.settings())) {
      String project = database.projects().create("南京條約", "").id();
      String document = database.projects().addDocument(project, "江寧條約").id();
      String account = database.accounts().create("somebody", "hash", false).id();
      memory.add(document);
      ChangeLog log = database.changeLog();
      List<Head> stored = new ArrayList<>(List.of(log.claim(document, "a")));
      List<Head> remembered = new ArrayList<>(List.of(memory.claim(document, "a")));
      for (int i = 0; i < OPERATIONS; i++) {
        int chance = random.nextInt(20);
        if (chance == 0) {
          stored.add(log.claim(document, "a"));
          remembered.add(memory.claim(document, "a"));
          assertThat(last(remembered).epoch()).isEqualTo(last(stored).epoch());
          assertThat(last(remembered).revision()).isEqualTo(last(stored).revision());
          assertThat(last(remembered).chain()).isEqualTo(last(stored).chain());
        } else if (chance == 1) {
          database
              .projects()
              .setRole(project, account, random.nextBoolean() ? Role.VIEWER : Role.REVIEWER);
          memory.rightsChanged();
        } else {
          int owner = Math.max(0, stored.size() - 1 - random.nextInt(8) / 7);
          List<NewEntry> entries = entries(memory.head(document).revision());
          assertSame(
              memory.append(List.of(batch(remembered.get(owner), entries))).get(0),
              log.append(List.of(batch(stored.get(owner), entries))).get(0));
        }
      }
      long from = 1L + random.nextInt(50);
      assertThat(memory.read(document, from, 40)).isEqualTo(log.read(document, from, 40));
      assertThat(memory.history(document, from, 40)).isEqualTo(log.history(document, from, 40));
      assertThat(memory.position(document, "b")).isEqualTo(log.position(document, "b"));
      assertThat(memory.find(document, "a", 3)).isEqualTo(log.find(document, "a", 3));
      assertThat(memory.verify(document)).isEqualTo(log.verify(document));
      assertThat(memory.head(document).revision()).isPositive();
    }
  }

  private static Head last(List<Head> heads) {
    return heads.get(heads.size() - 1);
  }

  private static Batch batch(Head owner, List<NewEntry> entries) {
    return new Batch(owner.document(), owner.epoch(), owner.aclVersion(), entries);
  }

  /** Often the next revisions with the next numbers; now and then others. */
  private List<NewEntry> entries(long revision) {
    long first = Math.max(1, revision + 1 + (random.nextInt(6) == 0 ? random.nextInt(5) - 2 : 0));
    String client = random.nextBoolean() ? "a" : "b";
    List<NewEntry> entries = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      long number = random.nextInt(6) == 0 ? 1L + random.nextInt(200) : 1_000 + first + i;
      if (entries.stream().noneMatch(entry -> entry.sequence() == number)) {
        entries.add(
            StorageContract.entry(
                first + entries.size(), client, number, "hash " + random.nextInt(3)));
      }
    }
    return entries;
  }

  private static void assertSame(AppendResult remembered, AppendResult stored) {
    if (stored instanceof AppendResult.RightsChanged) { // the versions begin at other numbers
      assertThat(remembered).isInstanceOf(AppendResult.RightsChanged.class);
    } else {
      assertThat(remembered).isEqualTo(stored);
    }
  }
}
