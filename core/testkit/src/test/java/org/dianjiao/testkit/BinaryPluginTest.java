package org.dianjiao.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Decision.Outcome;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.plugin.PluginFolder;
import org.dianjiao.plugin.PluginInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin whose bytes are those of the day on which the interfaces became 1.0.0 runs today. */
class BinaryPluginTest {

  private static final Path PLUGIN = Path.of("src/test/plugins/since-1.0.0");
  private static final String BYTES =
      "64bd00802eb34bcc70ad4bd70769beed4941a85f2f5188fe9983833e4a320ee2";
  private static final List<URI> EVIDENCE = List.of(URI.create("https://example.org/since"));
  private static final Body.Identification YISHAN =
      new Body.Identification(URI.create("https://example.org/p/3"), "奕山", "person");

  @TempDir private Path states;

  private PluginUnderTest start(Map<String, Object> settings) {
    PluginFolder folder = PluginFolder.open(PLUGIN);
    return new PluginUnderTest(
        PluginInstance.of("since", folder, settings, states), Subject.LIMITS);
  }

  private static Candidate says(Body body, double confidence) {
    return new Candidate(new Annotate(body), confidence, body.kind());
  }

  private static Candidate puts(String mark, double confidence) {
    return new Candidate(new Replace(mark), confidence, mark);
  }

  private static Proposal proposal(String category, TextRange range, Candidate... candidates) {
    return new Proposal(
        category, range, List.of(candidates), candidates.length + " possible", EVIDENCE);
  }

  @Test
  void isNotCompiledAnew() throws Exception {
    byte[] jar = Files.readAllBytes(PLUGIN.resolve("lib/since.jar"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(jar);
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(BYTES);
  }

  @Test
  void keepsWhatAPluginPromises() throws IOException {
    PluginConformance.of(PLUGIN).run().requirePassed();
  }

  @Test
  void proposesWhatItAlwaysDid() {
    try (PluginUnderTest plugin = start(Map.of("mark", "．", "confidence", 0.6))) {
      assertThat(plugin.proposals(new Sample("a text", "奕山奏□也\n")))
          .containsExactly(
              proposal("name", new TextRange(0, 2), says(YISHAN, 0.6)),
              proposal(
                  "sign",
                  new TextRange(3, 4),
                  says(new Body.Gap("illegible", 1), 0.5),
                  says(new Body.Glyph("⿰口佛", ""), 0.4),
                  says(new Body.Note("a square in the print"), 0.3),
                  says(new Body.Tag("sign"), 0.2),
                  says(new Body.Regularization("口", "variant"), 0.1)),
              proposal("mark", TextRange.at(5), puts("．", 0.6), puts("！", 0.3)));
    }
  }

  @Test
  void seesAnnotationsThatAreThere() {
    try (PluginUnderTest plugin = start(Map.of("signs", false))) {
      Sample sample = new Sample("a text", "奕山奏□也\n");
      Marked marked = new Marked(new TextRange(0, 2), new Body.Tag("person"));
      assertThat(plugin.analyze(sample, sample.all(), List.of(marked)).proposals())
          .extracting(Proposal::category)
          .containsExactly("mark");
    }
  }

  @Test
  void answersWhatIsLookedUp() {
    try (PluginUnderTest plugin = start(Map.of())) {
      assertThat(plugin.lookUp("山", "person", 5)).containsExactly(YISHAN);
      assertThat(plugin.lookUp("山", "place", 5)).isEmpty();
    }
  }

  @Test
  void learnsOnceFromWhatIsToldTwice() throws IOException {
    Proposal proposal = proposal("mark", TextRange.at(1), puts("。", 0.8));
    Decision corrected =
        new Decision("d-1", proposal, "也\n", Outcome.CORRECTED, -1, Optional.of(new Replace("！")));
    Decision accepted = new Decision("d-2", proposal, "也\n", Outcome.ACCEPTED, 0, Optional.empty());
    try (PluginUnderTest plugin = start(Map.of())) {
      plugin.tell(List.of(corrected, accepted));
      plugin.tell(List.of(corrected));
    }
    assertThat(states.resolve("since/decisions.txt"))
        .hasContent("CORRECTED  -1 true 。\nACCEPTED  0 false 。\n");
  }
}
