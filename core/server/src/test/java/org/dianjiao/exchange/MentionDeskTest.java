package org.dianjiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dianjiao.api.Body;
import org.dianjiao.document.Change;
import org.dianjiao.document.Effect;
import org.dianjiao.mention.DocumentMentions;
import org.dianjiao.storage.Batch;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;
import org.dianjiao.storage.Head;
import org.dianjiao.storage.StorageSettings;
import org.dianjiao.text.ChangeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of documents is what they say now. */
class MentionDeskTest {

  private static final String TEXT = "明誼至伊犁";

  @TempDir Path folder;

  private Database database;
  private String project;

  @BeforeEach
  void open() {
    database = Database.open(StorageSettings.defaults(folder.resolve("data")));
    project = database.projects().create("條約", "").id();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private DocumentRow row(String document) {
    return database.projects().document(document).orElseThrow();
  }

  private String document() {
    return DocumentImport.store(database, project, "條約", TEXT, DocumentImport.SYSTEM).id();
  }

  /** Names so many places more. */
  private void names(String document, int times) {
    Head head = database.changeLog().claim(document, "node");
    List<Effect> effects = new ArrayList<>();
    Body place = new Body.Identification(URI.create("local:L0059"), "伊犁", "place");
    for (int i = 0; i < times; i++) {
      effects.add(
          new Effect.AddAnnotation(
              "annotation-%d-%06d".formatted(head.revision(), i), 3, 5, false, place));
    }
    Change change =
        new Change(
            head.revision() + 1,
            "xu",
            "client-of-mention-desk",
            head.revision() + 1,
            ChangeSet.empty(TEXT.length()),
            effects,
            Instant.EPOCH);
    database
        .changeLog()
        .append(
            List.of(
                new Batch(
                    document,
                    head.epoch(),
                    head.aclVersion(),
                    List.of(Operation.entry(new Logged(change, "hash"))))));
  }

  private static int mentions(MentionDesk.Read read) {
    return read.documents().values().stream().mapToInt(DocumentMentions::size).sum();
  }

  @Test
  void readsOnWhatChangedAndSaysWhatItHadNoTimeFor() {
    MentionDesk desk = new MentionDesk(database, 100, 1_000);
    String first = document();
    String second = document();
    names(first, 2);
    names(second, 3);
    MentionDesk.Read hasty = desk.of(project, () -> false);
    assertThat(hasty.behind()).isEqualTo(1);
    assertThat(hasty.complete()).isFalse();
    MentionDesk.Read asked = desk.of(project, () -> false);
    assertThat(asked.complete()).as("one more each time").isTrue();
    assertThat(mentions(asked)).isEqualTo(5);
    names(first, 1);
    assertThat(mentions(desk.of(project, () -> false))).isEqualTo(6);
    DocumentMentions kept = desk.of(project, () -> true).documents().get(row(second));
    assertThat(desk.of(project, () -> true).documents().get(row(second))).isSameAs(kept);
  }

  @Test
  void keepsNoMoreThanItMayAndTellsAllTheSame() {
    MentionDesk desk = new MentionDesk(database, 4, 5);
    String first = document();
    names(first, 3);
    names(document(), 3);
    for (int turn = 0; turn < 3; turn++) {
      assertThat(mentions(desk.of(project, () -> true))).isEqualTo(6);
    }
    names(first, 3);
    MentionDesk.Read read = desk.of(project, () -> true);
    assertThat(mentions(read)).as("four of six").isEqualTo(7);
    assertThat(read.complete()).isFalse();
  }
}
