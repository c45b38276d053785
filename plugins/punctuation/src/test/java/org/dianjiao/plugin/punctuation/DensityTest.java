package org.dianjiao.plugin.punctuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.plugin.punctuation.density.Density;
import org.junit.jupiter.api.Test;

/** More and fewer marks, as the setting or the beginning of the text asks for. */
class DensityTest {

  private static final String REST = "沿途及京師公館派人妥為預備以上費用均由俄國經理中國毋庸預備兩國封疆大臣及駐官員往來照會亦按平等";
  private static final String SPARSE =
      "議將從前使臣進京之例酌要更正嗣後兩國不必由薩那特衙門及理藩院行文。由俄國總理各國事務大臣或徑行大清之軍機大臣，或特派之大學士往來照會俱按平等。"
          + "設有緊要公文遣使臣親送到京交禮部轉達軍機處。嗣後陸路前定通商處所商人數目及所帶貨物並本銀多寡，不必示以限制海路通商章程將所帶貨物呈單備查。";

  @Test
  void givesMoreMarksWhenAskedTo() {
    double sparse = marks(Density.SPARSE, "", REST);
    double normal = marks(Density.NORMAL, "", REST);
    double dense = marks(Density.DENSE, "", REST);

    assertThat(sparse).isLessThan(normal);
    assertThat(normal).isLessThan(dense);
  }

  @Test
  void goesByTheMarksThatStandAtTheBeginning() {
    assertThat(marks(Density.AUTO, SPARSE, REST)).isLessThan(marks(Density.NORMAL, SPARSE, REST));
    assertThat(marks(Density.AUTO, "", REST)).isEqualTo(marks(Density.NORMAL, "", REST));
  }

  @Test
  void saysSo() {
    assertThat(proposals(Density.AUTO, SPARSE, REST))
        .anyMatch(one -> one.explanation().contains("; marks are sparse here"));
  }

  /** How sure of all pauses together an analyzer is. */
  private static double marks(Density density, String beginning, String rest) {
    return proposals(density, beginning, rest).stream()
        .flatMap(one -> one.candidates().stream())
        .mapToDouble(one -> one.confidence())
        .sum();
  }

  private static List<Proposal> proposals(Density density, String beginning, String rest) {
    String text = beginning + rest;
    return Shipped.analyzer(new Punctuator(Shipped.MODEL, 0.2, density))
        .analyze(Shipped.request(text, new TextRange(beginning.length(), text.length())))
        .proposals();
  }
}
