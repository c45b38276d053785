package org.dianjiao.plugin.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.plugin.Analyzer;

/** What an analyzer proposes in the stretches that were marked by hand, by its place. */
final class Answers {

  /**
   * A proposal.
   *
   * @param mention what its best candidate says
   * @param confidence how sure that one is
   * @param candidates how many there are
   */
  record Answer(Mention mention, double confidence, int candidates) {}

  private Answers() {}

  /** All but eras, which nobody marked, and nations of one character. */
  static Map<Mention.Place, Answer> of(Analyzer analyzer, Gold gold) throws Exception {
    Map<String, List<Answer>> bySeed = new LinkedHashMap<>();
    Map<Mention.Place, Answer> inside = new LinkedHashMap<>();
    for (Mention.Place stretch : gold.stretches()) {
      if (!bySeed.containsKey(stretch.seed())) {
        bySeed.put(stretch.seed(), all(analyzer, stretch.seed()));
      }
      for (Answer answer : bySeed.get(stretch.seed())) {
        Mention.Place place = answer.mention().place();
        boolean nation = answer.mention().isShort() && answer.mention().type().equals("polity");
        if (place.start() >= stretch.start()
            && place.end() <= stretch.end()
            && !nation
            && !answer.mention().type().equals("era")) {
          inside.put(place, answer);
        }
      }
    }
    return inside;
  }

  private static List<Answer> all(Analyzer analyzer, String seed) throws Exception {
    String text = Fixture.text(seed);
    List<Answer> answers = new ArrayList<>();
    for (Proposal proposal : TestHost.proposals(analyzer, "", text)) {
      Body body = ((Annotate) proposal.best().action()).body();
      String entity = body instanceof Body.Identification who ? who.entity().toString() : "";
      Mention.Place place =
          new Mention.Place(
              seed,
              text.codePointCount(0, proposal.range().start()),
              text.codePointCount(0, proposal.range().end()));
      answers.add(
          new Answer(
              new Mention(place, proposal.range().of(text), body.kind(), entity, false),
              proposal.best().confidence(),
              proposal.candidates().size()));
    }
    return answers;
  }
}
