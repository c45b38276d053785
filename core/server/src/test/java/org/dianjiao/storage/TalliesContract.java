package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Supplier;
import org.dianjiao.storage.Tallies.Kept;
import org.junit.jupiter.api.Test;

/** What every engine promises about what was counted. */
abstract class TalliesContract extends StorageContract {

  TalliesContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  @Test
  void keepsTheLatestCountOfEachDocument() {
    String project = database.projects().create("江寧條約", "").id();
    String one = newDocument(project);
    String other = newDocument(project);
    Tallies tallies = database.tallies();
    tallies.keep(one, new Kept(7, 1, "{\"days\":[]}"));
    tallies.keep(one, new Kept(5, 1, "older"));
    tallies.keep(other, new Kept(5, 1, "five"));
    tallies.keep(other, new Kept(5, 2, "five, counted otherwise"));
    assertThat(tallies.of(project))
        .isEqualTo(
            Map.of(
                one,
                new Kept(7, 1, "{\"days\":[]}"),
                other,
                new Kept(5, 2, "five, counted otherwise")));
    assertThat(tallies.of(database.projects().create("other", "").id())).isEmpty();
    assertThatThrownBy(() -> tallies.keep("none", new Kept(1, 1, "")))
        .isInstanceOf(UnknownDocument.class);
  }
}
