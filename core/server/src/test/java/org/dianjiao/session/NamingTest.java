package org.dianjiao.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.junit.jupiter.api.Test;

class NamingTest {

  private final Naming naming = new Naming(5);

  private static ClientFrame.Decide part(long sequence, boolean more, String... names) {
    return new ClientFrame.Decide(
        "d",
        "client-of-the-reviewer",
        sequence,
        List.of(names),
        Outcome.ACCEPTED,
        Optional.of(0),
        Optional.empty(),
        more ? Optional.of(true) : Optional.empty());
  }

  private List<String> names(ClientFrame.Decide part) {
    return naming.add(part).orElseThrow().suggestions();
  }

  @Test
  void aDecisionInOneFrameIsWhole() {
    assertThat(names(part(1, false, "a", "b"))).containsExactly("a", "b");
    assertThat(names(part(2, false, "c"))).containsExactly("c");
  }

  @Test
  void partsAreWholeWithTheLastOne() {
    assertThat(naming.add(part(1, true, "a", "b"))).isEmpty();
    assertThat(naming.add(part(1, true, "c"))).isEmpty();
    ClientFrame.Decide whole = naming.add(part(1, false, "d")).orElseThrow();
    assertThat(whole.suggestions()).containsExactly("a", "b", "c", "d");
    assertThat(whole.more()).isEmpty();
    assertThat(whole.sequence()).isEqualTo(1);
  }

  @Test
  void anotherDecisionForgetsPartsThatCameBefore() {
    assertThat(naming.add(part(1, true, "a", "b"))).isEmpty();
    assertThat(names(part(2, false, "c"))).containsExactly("c");
    assertThat(names(part(1, false, "d"))).containsExactly("d");
  }

  @Test
  void moreNamesThanMayBeAreSeenAndNotKept() {
    assertThat(naming.add(part(1, true, "a", "b", "c", "d"))).isEmpty();
    assertThat(naming.add(part(1, true, "e", "f", "g", "h"))).isEmpty();
    assertThat(names(part(1, false, "i"))).containsExactly("a", "b", "c", "d", "e", "f");
  }
}
