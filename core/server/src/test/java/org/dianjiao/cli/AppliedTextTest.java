package org.dianjiao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.exchange.GivenText;
import org.junit.jupiter.api.Test;

class AppliedTextTest {

  private static final Body PLACE = new Body.Tag("place");

  private static Proposal proposal(int start, int end, Action action) {
    Candidate only = new Candidate(action, 0.9, "it");
    return new Proposal("any", new TextRange(start, end), List.of(only), "found", List.of());
  }

  @Test
  void tellsTheNextPluginOfAnnotationsWhereTheyStandByThen() {
    AppliedText file = AppliedText.of(GivenText.of("\ufeff至上海福州\r\n"));
    AppliedText named =
        file.with(
            List.of(proposal(1, 3, new Annotate(PLACE)), proposal(3, 5, new Annotate(PLACE))));
    assertThat(named.text().given()).isEqualTo("\ufeff至上海福州\r\n");
    AppliedText marked =
        named.with(List.of(proposal(0, 1, new Replace("")), proposal(3, 3, new Replace("、"))));
    assertThat(marked.text().given()).isEqualTo("\ufeff上海、福州\r\n");
    assertThat(marked.marked())
        .containsExactly(
            new Marked(new TextRange(0, 2), PLACE), new Marked(new TextRange(3, 5), PLACE));
    AppliedText gone = marked.with(List.of(proposal(3, 5, new Replace(""))));
    assertThat(gone.marked()).containsExactly(new Marked(new TextRange(0, 2), PLACE));
  }
}
