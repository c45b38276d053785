package org.dianjiao.plugin.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analyzer;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.Commands;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.api.plugin.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it makes of decisions, in each project for itself. */
class LearningTest {

  private static final String PROJECT = "p1";
  private static final Progress NO_PROGRESS =
      new Progress() {
        @Override
        public void done(long parts, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  private static final Body REGION =
      new Body.Identification(URI.create("local:L0012"), "黑龍江（地區）", "place");

  @TempDir Path state;

  private Analyzer analyzer;
  private int decisions;

  @BeforeEach
  void start() throws Exception {
    analyzer = new TestHost(state).start();
  }

  @Test
  void putsFirstWhatReviewersTookBefore() throws Exception {
    String text = "大兵再定黑龙江，毁其城";
    assertThat(best(PROJECT, "时黑龙江之事").entity()).hasToString("local:L0012");
    for (int i = 0; i < 3; i++) {
      decide(text, Outcome.ACCEPTED, 1, Optional.empty());
    }
    assertThat(best(PROJECT, "时黑龙江之事").entity()).hasToString("local:L0011");
    assertThat(best("p2", "时黑龙江之事").entity()).as("in another project").hasToString("local:L0012");
    analyzer.close();
    try (Stream<Path> files = Files.list(state)) {
      assertThat(files).hasSize(1);
    }
    analyzer = new TestHost(state).start();
    assertThat(best(PROJECT, "时黑龙江之事").entity()).as("after a restart").hasToString("local:L0011");
  }

  @Test
  void leavesOutWhatIsRejectedAgainAndAgain() throws Exception {
    String text = "请往三塘湖贸易";
    assertThat(TestHost.proposals(analyzer, PROJECT, text)).hasSize(1);
    Proposal first = TestHost.proposals(analyzer, PROJECT, text).get(0);
    for (int i = 0; i < 6; i++) {
      decide("第" + i + "次往三塘湖贸易", Outcome.REJECTED, -1, Optional.empty());
    }
    assertThat(TestHost.proposals(analyzer, PROJECT, text)).isEmpty();
    decide("第5次往三塘湖贸易", first, Outcome.REOPENED, -1, Optional.empty());
    assertThat(TestHost.proposals(analyzer, "p2", text)).isNotEmpty();
  }

  @Test
  void knowsAFormThatAReviewerGaveToAnEntity() throws Exception {
    String text = "遣布恬廷为公使，来议国境";
    Proposal unknown = TestHost.proposals(analyzer, PROJECT, text).get(0);
    assertThat(((Annotate) unknown.best().action()).body()).isEqualTo(new Body.Tag("person"));
    Body putyatin = new Body.Identification(URI.create("local:P0021"), "穆拉維約夫", "person");
    decide(text, unknown, Outcome.CORRECTED, -1, Optional.of(new Annotate(putyatin)));
    assertThat(best(PROJECT, "寻布恬廷遂归").entity()).hasToString("local:P0021");
  }

  @Test
  void hearsADecisionOnceAndForgetsOnRequest() throws Exception {
    String text = "往三塘湖贸易";
    Proposal proposal = TestHost.proposals(analyzer, PROJECT, text).get(0);
    double before = proposal.best().confidence();
    Decision decision = decision("same", text, proposal, Outcome.REJECTED, -1, Optional.empty());
    analyzer.decided(decision);
    double once = confidence(text);
    analyzer.decided(decision);
    assertThat(once).isLessThan(before);
    assertThat(confidence(text)).isEqualTo(once);
    decide(text, proposal, Outcome.REOPENED, -1, Optional.empty());
    assertThat(confidence(text)).isEqualTo(before);
    decide("时黑龙江之事", Outcome.CORRECTED, -1, Optional.of(new Annotate(REGION)));
    assertThat(findings()).contains("黑龙江\tlocal:L0012\t1\t0");
  }

  private String findings() throws Exception {
    MarkedText nothing = new MarkedText("", "", Locale.ROOT, List.of());
    CommandRequest request =
        new CommandRequest(
            "learned",
            new TestHost(state).settings(),
            nothing,
            new TextRange(0, 0),
            NO_PROGRESS,
            PROJECT);
    return ((Commands) analyzer).run(request).report();
  }

  private double confidence(String text) throws Exception {
    return TestHost.proposals(analyzer, PROJECT, text).get(0).best().confidence();
  }

  private Body.Identification best(String project, String text) throws Exception {
    return Fixture.best(TestHost.proposals(analyzer, project, text).get(0));
  }

  private void decide(String text, Outcome outcome, int candidate, Optional<Action> correction)
      throws Exception {
    List<Proposal> open = TestHost.proposals(analyzer, "", text);
    decide(text, open.get(0), outcome, candidate, correction);
  }

  private void decide(
      String text, Proposal proposal, Outcome outcome, int candidate, Optional<Action> correction) {
    analyzer.decided(decision("d" + decisions++, text, proposal, outcome, candidate, correction));
  }

  private static Decision decision(
      String id,
      String text,
      Proposal proposal,
      Outcome outcome,
      int candidate,
      Optional<Action> correction) {
    return new Decision(id, proposal, text, outcome, candidate, correction, PROJECT);
  }
}
