package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import org.dianjiao.storage.Lessons.Told;
import org.junit.jupiter.api.Test;

/** What every engine promises about how far plugins were told what people decided. */
abstract class LessonsContract extends StorageContract {

  LessonsContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private Lessons lessons() {
    return database.lessons();
  }

  @Test
  void nobodyWasToldAnythingOfANewDocument() {
    assertThat(lessons().told(newDocument())).isEqualTo(new Told(0, Map.of()));
  }

  @Test
  void tellsWhatWasNotedLast() {
    String document = newDocument();
    String other = newDocument();
    lessons().note(document, new Told(5, Map.of("marks", 2L, "names", 3L)));
    lessons().note(other, new Told(7, Map.of("marks", 1L)));
    lessons().note(document, new Told(9, Map.of("names", 4L)));
    Told told = lessons().told(document);
    assertThat(told).isEqualTo(new Told(9, Map.of("names", 4L)));
    assertThat(told.of("names")).isEqualTo(4);
    assertThat(told.of("marks")).isEqualTo(9);
    assertThat(lessons().apart("marks")).contains(other).doesNotContain(document);
    assertThat(lessons().apart("names")).contains(document).doesNotContain(other);
  }

  @Test
  void findsTheDocumentsOfWhichSomebodyIsStillToBeTold() {
    String empty = newDocument();
    String untold = newDocument();
    String told = newDocument();
    String behind = newDocument();
    write(untold, 1);
    write(told, 3);
    write(behind, 3);
    String apart = newDocument();
    write(apart, 3);
    lessons().note(told, new Told(3, Map.of()));
    lessons().note(apart, new Told(3, Map.of("marks", 1L)));
    lessons().note(behind, new Told(2, Map.of()));
    assertThat(lessons().behind()).contains(untold, behind, apart).doesNotContain(empty, told);
  }
}
