package org.dianjiao.plugin.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.testkit.PluginConformance;
import org.junit.jupiter.api.Test;

class ConformanceTest {

  /** The texts that this was made for. */
  private static final Path TEXTS = Path.of("../../config/demo");

  @Test
  void keepsWhatAPluginPromises() throws IOException {
    PluginConformance.of(Path.of("")).withTexts(TEXTS).run().requirePassed();
  }

  private static List<Proposal> proposals(String text, List<Marked> annotations) {
    return new DatesAnalyzer(0.5)
        .analyze(
            new AnalysisRequest(
                text,
                new TextRange(0, text.length()),
                1,
                Locale.forLanguageTag("lzh"),
                annotations,
                () -> false))
        .proposals();
  }

  private static Body.Date best(Proposal proposal) {
    return (Body.Date) ((Annotate) proposal.best().action()).body();
  }

  @Test
  void offersWhatWouldFitWhereADateCannotBe() {
    Proposal proposal = proposals("咸丰八年四月三十日，订约。", List.of()).get(0);
    assertThat(best(proposal).fault()).contains("29 days");
    assertThat(proposal.candidates().get(1).label()).isEqualTo("咸丰八年四月二十九日");
    assertThat(proposal.explanation()).contains("would fit");
  }

  @Test
  void goesByWhatPeopleAnnotatedAndLeavesThatAlone() {
    String text = "六年，订约。八月，会议。";
    Body.Date sixth = Body.Date.of("同治六年", 2_402_999, 2_403_000, false);
    List<Proposal> proposals = proposals(text, List.of(new Marked(new TextRange(0, 2), sixth)));
    assertThat(proposals).hasSize(1);
    assertThat(best(proposals.get(0)).norm()).isEqualTo("同治六年八月");
    assertThat(best(proposals.get(0)).start()).isEqualTo("1867-08-29");
  }
}
