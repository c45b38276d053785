package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.function.Supplier;
import org.dianjiao.storage.Consents.Consent;
import org.junit.jupiter.api.Test;

/** What every engine promises about the texts that may go to remote plugins. */
abstract class ConsentsContract extends StorageContract {

  private static final Instant NOW = Instant.ofEpochMilli(1_800_000_000_000L);
  private static final String THERE = "names.example:9000";

  private int keepers;

  ConsentsContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private Consents consents() {
    return database.consents();
  }

  private Consent consent(String destination) {
    return new Consent(
        "names",
        destination,
        database.accounts().create("keeper " + ++keepers, "hash", false).id(),
        NOW);
  }

  @Test
  void coversThisPluginOnThisMachineForDocumentsOfThisProject() {
    String document = newDocument();
    String project = database.projects().document(document).orElseThrow().project();
    String other = newDocument();
    Consent given = consent(THERE);
    consents().give(project, given);
    assertThat(consents().of(project)).containsExactly(given);
    assertThat(consents().covers(document, "names", THERE)).isTrue();
    assertThat(consents().covers(document, "names", "names.example:9001")).isFalse();
    assertThat(consents().covers(document, "others", THERE)).isFalse();
    assertThat(consents().covers(other, "names", THERE))
        .isEqualTo(database.projects().document(other).orElseThrow().project().equals(project));
    assertThat(consents().covers("none", "names", THERE)).isFalse();
  }

  @Test
  void givesItAnewInThePlaceOfTheEarlierOne() {
    String document = newDocument();
    String project = database.projects().document(document).orElseThrow().project();
    consents().give(project, consent(THERE));
    Consent moved = consent("elsewhere.example");
    consents().give(project, moved);
    assertThat(consents().of(project)).containsExactly(moved);
    assertThat(consents().covers(document, "names", THERE)).isFalse();
    assertThat(consents().covers(document, "names", "elsewhere.example")).isTrue();
  }

  @Test
  void coversNothingOnceItIsTakenBack() {
    String document = newDocument();
    String project = database.projects().document(document).orElseThrow().project();
    consents().give(project, consent(THERE));
    assertThat(consents().takeBack(project, "others")).isFalse();
    assertThat(consents().takeBack(project, "names")).isTrue();
    assertThat(consents().takeBack(project, "names")).isFalse();
    assertThat(consents().covers(document, "names", THERE)).isFalse();
    assertThat(consents().of(project)).isEmpty();
  }

  @Test
  void takesNoneForAProjectThatDoesNotExist() {
    Consent consent = consent(THERE);
    assertThatThrownBy(() -> consents().give("none", consent)).isInstanceOf(UnknownProject.class);
  }
}
