package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine promises about named versions. */
abstract class VersionsContract extends StorageContract {

  private String document;

  VersionsContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  @BeforeEach
  void write() {
    document = newDocument();
    write(document, 4);
  }

  private Versions versions() {
    return database.versions();
  }

  @Test
  void tellsTheVersionsOfOneDocumentTheLatestRevisionFirst() {
    NamedVersion first = versions().add(document, 1, "初稿𠀋", "as imported", "author");
    NamedVersion print = versions().add(document, 3, "for print", "", "author");
    String other = newDocument();
    write(other, 1);
    versions().add(other, 1, "初稿𠀋", "", "author");
    assertThat(versions().of(document)).containsExactly(print, first);
    assertThat(versions().find(document, first.id())).contains(first);
    assertThat(versions().find(other, first.id())).isEmpty();
  }

  @Test
  void refusesARevisionThatIsNotThere() {
    assertThatThrownBy(() -> versions().add(document, 5, "ahead", "", "author"))
        .isInstanceOf(UnknownRevision.class)
        .hasMessage("document %s has no revision 5", document);
    assertThatThrownBy(() -> versions().add(document, 0, "before", "", "author"))
        .isInstanceOf(UnknownRevision.class);
    assertThat(versions().of(document)).isEmpty();
  }

  @Test
  void refusesTheSameNameTwice() {
    versions().add(document, 1, "final", "", "author");
    NamedVersion other = versions().add(document, 2, "other", "", "author");
    assertThatThrownBy(() -> versions().add(document, 3, "final", "", "author"))
        .isInstanceOf(NameTaken.class);
    assertThatThrownBy(() -> versions().rename(other.id(), "final", ""))
        .isInstanceOf(NameTaken.class);
    assertThat(versions().of(document)).hasSize(2);
  }

  @Test
  void renamesAndTakesAway() {
    NamedVersion version = versions().add(document, 2, "draft", "", "author");
    versions().rename(version.id(), "draft of May", "for the printer");
    assertThat(versions().of(document).get(0))
        .isEqualTo(
            new NamedVersion(
                version.id(),
                document,
                2,
                "draft of May",
                "for the printer",
                "author",
                version.at()));
    versions().remove(version.id());
    versions().remove(version.id());
    assertThat(versions().of(document)).isEmpty();
  }
}
