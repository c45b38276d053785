package org.dianjiao.plugin.punctuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.plugin.punctuation.density.Density;
import org.junit.jupiter.api.Test;

class ProofreaderTest {

  private static final PunctuationAnalyzer PROOFREADER =
      Shipped.analyzer(new Proofreader(Shipped.MODEL, Density.AUTO, Doubts.USUAL));
  private static final String RIGHT = "子曰：「學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？人不知而不慍，不亦君子乎？」";

  @Test
  void saysNothingAboutATextThatIsRight() {
    assertThat(corrections(RIGHT)).isEmpty();
  }

  @Test
  void saysNothingAboutATextWithoutMarks() {
    assertThat(corrections("子曰學而時習之不亦說乎有朋自遠方來不亦樂乎")).isEmpty();
  }

  @Test
  void exchangesAWrongMark() {
    String spoilt = RIGHT.replace("樂乎？", "樂乎、");

    List<Proposal> corrections = corrections(spoilt);

    assertThat(Shipped.accept(spoilt, corrections)).isEqualTo(RIGHT);
    assertThat(corrections.get(0).category()).isEqualTo("proofread");
    assertThat(corrections.get(0).explanation())
        .startsWith("、 between 樂乎 and 人不 is probably wrong: asked without it, ？ is likely there");
  }

  @Test
  void deletesASuperfluousMark() {
    String spoilt = RIGHT.replace("不知而", "不知，而").replace("君子", "君，子");

    assertThat(Shipped.accept(spoilt, corrections(spoilt))).contains("不亦君子乎");
    assertThat(corrections(spoilt))
        .anyMatch(one -> one.best().label().equals("delete ，"))
        .anyMatch(one -> one.explanation().contains("is probably superfluous"));
  }

  @Test
  void putsAMissingMark() {
    String spoilt = RIGHT.replace("樂乎？", "樂乎");

    assertThat(Shipped.accept(spoilt, corrections(spoilt))).isEqualTo(RIGHT);
    assertThat(corrections(spoilt).get(0).explanation())
        .startsWith("A mark between 樂乎 and 人不 is probably missing");
  }

  @Test
  void keepsOneOfTwoMarks() {
    assertThat(Shipped.accept("有朋自遠方來，，不亦樂乎？", corrections("有朋自遠方來，，不亦樂乎？")))
        .isEqualTo("有朋自遠方來，不亦樂乎？");
  }

  @Test
  void writesMarksInTheFormOfTheScript() {
    String spoilt = RIGHT.replace("遠方來，", "遠方來,");

    assertThat(Shipped.accept(spoilt, corrections(spoilt))).isEqualTo(RIGHT);
  }

  @Test
  void namesQuotationMarksThatStandAlone() {
    assertThat(corrections("子曰：「學而時習之，不亦說乎？").get(0).explanation())
        .startsWith("「 stands alone: 」 is missing from its paragraph");
    assertThat(corrections("子曰：學而時習之，不亦說乎？」").get(0).explanation()).startsWith("」 stands alone");
    assertThat(corrections("見《史記，不亦說乎？").get(0).explanation()).startsWith("《 stands alone");
  }

  @Test
  void knowsSpeechThatGoesOnInTheNextParagraph() {
    assertThat(corrections("「學而時習之，不亦說乎？\n「有朋自遠方來，不亦樂乎？」\n")).isEmpty();
  }

  @Test
  void findsTheQuotationThatNobodyClosed() throws IOException {
    String text =
        Files.readString(SharedFolder.resolve("texts").resolve("003_ba8396adaba29a21.txt"));

    assertThat(corrections(text)).anyMatch(one -> one.explanation().startsWith("『 stands alone"));
  }

  private static List<Proposal> corrections(String text) {
    return PROOFREADER
        .analyze(
            new AnalysisRequest(
                text,
                new TextRange(0, text.length()),
                0,
                Locale.forLanguageTag("lzh"),
                List.of(),
                Cancellation.NEVER))
        .proposals();
  }
}
