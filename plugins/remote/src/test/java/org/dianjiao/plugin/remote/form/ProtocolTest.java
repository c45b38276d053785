package org.dianjiao.plugin.remote.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.CommandResult;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.Marked;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.plugin.remote.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the code sends and takes is what the description says, and comes over unchanged. */
class ProtocolTest {

  private static final Locale LANGUAGE = Locale.forLanguageTag("lzh");
  private static final String TEXT = "夏𠀋月辛卯𪚥夜";
  private static final List<Body> BODIES =
      List.of(
          new Body.Regularization("於", "variant"),
          identification(),
          new Body.Tag("person"),
          new Body.Glyph("⿰口佛", ""),
          new Body.Gap("lost", 3),
          new Body.Date("同治元年八月", "1862-08-25", "1862-09-23", true, ""),
          Body.Date.faulty("咸丰八年四月三十日", "the month has 29 days"),
          new Body.Note("see below"));

  private final Asked utf16 = new Asked(Encoding.UTF_16);

  private static Body.Identification identification() {
    return new Body.Identification(URI.create("local:P1"), "奕山", "person");
  }

  private static List<Marked> annotations() {
    return BODIES.stream().map(body -> new Marked(new TextRange(1, 3), body)).toList();
  }

  private static List<Proposal> proposals() {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(new Replace("。"), 0.9, "。"));
    BODIES.forEach(body -> candidates.add(new Candidate(new Annotate(body), 0.5, "a label")));
    return List.of(
        new Proposal(
            "mark",
            new TextRange(6, 8),
            candidates,
            "a sentence",
            List.of(URI.create("https://example.org/a"))),
        new Proposal("mark", TextRange.at(9), candidates, "a sentence", List.of()));
  }

  private static AnalysisRequest request() {
    return new AnalysisRequest(
        TEXT, new TextRange(1, 8), 42, LANGUAGE, annotations(), Cancellation.NEVER, "P-7");
  }

  private static Decision decision(Decision.Outcome outcome) {
    return new Decision(
        "7/3",
        proposals().get(0),
        TEXT,
        outcome,
        outcome == Decision.Outcome.ACCEPTED ? 0 : -1,
        outcome == Decision.Outcome.CORRECTED ? Optional.of(new Replace("，")) : Optional.empty(),
        "P-7");
  }

  private static MarkedText text() {
    return new MarkedText("卷一", TEXT, LANGUAGE, annotations());
  }

  private static void described(JsonNode schema, JsonNode body) throws IOException {
    assertThat(Description.read().faults(schema, body)).isEmpty();
  }

  private static Field read(JsonNode body) {
    return JsonBytes.read(JsonBytes.write(body));
  }

  @Test
  void carriesAnalyses() throws Exception {
    Description description = Description.read();
    AnalysisRequest request = request();
    ObjectNode question = utf16.analyze(request);
    described(description.question("analyze"), question);
    assertThat(Answered.analyze(read(question), Cancellation.NEVER)).isEqualTo(request);

    Analysis analysis = new Analysis(new TextRange(1, 9), proposals());
    ObjectNode answer = Answered.analysis(request, analysis);
    described(description.answer("analyze"), answer);
    assertThat(utf16.analysis(request, read(answer))).isEqualTo(analysis);
  }

  @ParameterizedTest
  @EnumSource(Decision.Outcome.class)
  void carriesDecisions(Decision.Outcome outcome) throws Exception {
    ObjectNode question = utf16.decided(decision(outcome));
    described(Description.read().question("decided"), question);
    assertThat(Answered.decided(read(question))).isEqualTo(decision(outcome));
  }

  @Test
  void carriesLookUps() throws Exception {
    described(Description.read().question("look-up"), utf16.lookUp("奕山", "", 10));
    List<Body.Identification> entries = List.of(identification());
    ObjectNode answer = Answered.entries(entries);
    described(Description.read().answer("look-up"), answer);
    assertThat(utf16.entries(read(answer))).isEqualTo(entries);
  }

  @Test
  void carriesCommands() throws Exception {
    ObjectNode parameters =
        JsonBytes.object().put("least", 0.5).put("kind", "person").put("all", true);
    CommandRequest request =
        new CommandRequest(
            "dates",
            new JsonSettings(parameters),
            text(),
            new TextRange(1, 6),
            Line.UNHEARD,
            "P-7");
    ObjectNode question = utf16.command(request, parameters);
    described(Description.read().question("command"), question);
    CommandRequest heard = Answered.command(read(question), Line.UNHEARD);
    assertThat(heard).isEqualTo(request);
    assertThat(heard.parameters().number("least")).isEqualTo(0.5);

    CommandResult result = new CommandResult("3 found", proposals());
    ObjectNode answer = Answered.result(request, result);
    described(Description.read().answer("command"), answer);
    assertThat(utf16.result(request, read(answer))).isEqualTo(result);
  }

  @Test
  void carriesFiles() throws Exception {
    byte[] bytes = {0, 1, -1};
    ObjectNode asked = utf16.read("csv", "卷一.csv", bytes);
    described(Description.read().question("read"), asked);
    assertThat(Answered.file(read(asked))).isEqualTo(bytes);
    ObjectNode given = Answered.form(text());
    described(Description.read().answer("read"), given);
    assertThat(utf16.markedText(read(given))).isEqualTo(text());

    ObjectNode wanted = utf16.write("csv", text());
    described(Description.read().question("write"), wanted);
    assertThat(Answered.markedText(read(wanted).get("text"))).isEqualTo(text());
    ObjectNode written = Answered.content(bytes);
    described(Description.read().answer("write"), written);
    assertThat(utf16.content(read(written))).isEqualTo(bytes);
  }

  @Test
  void countsCodePointsWithWhoCountsThem() {
    Asked utf32 = new Asked(Encoding.UTF_32);
    ObjectNode question = utf32.analyze(request());
    assertThat(question.at("/focus/start").intValue()).isEqualTo(1);
    assertThat(question.at("/focus/end").intValue()).isEqualTo(6);
    assertThat(question.at("/annotations/0/range/end").intValue()).isEqualTo(2);
    ObjectNode answer = Answered.analysis(request(), new Analysis(new TextRange(0, 9), List.of()));
    ((ObjectNode) answer.get("covered")).put("end", 6);
    assertThat(utf32.analysis(request(), read(answer)).covered()).isEqualTo(new TextRange(0, 8));
    ((ObjectNode) answer.get("covered")).put("end", 8);
    assertThatThrownBy(() -> utf32.analysis(request(), read(answer)))
        .isInstanceOf(Malformed.class)
        .hasMessage("covered.end is 8, outside the text of 7 code points");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/covered/start;2;covered.start is 2, inside a surrogate pair",
        "/covered/end;10;covered.end is 10, outside the text of 9 UTF-16 units",
        "/covered/end;0;covered is wrong: range 1–0 is reversed or negative",
        "/covered/end;1.5;covered.end is 1.5, no whole number",
        "/covered/end;\"x\";covered.end is \"x\", no whole number",
        "/covered;7;covered is no object",
        "/revision;41;it answers about revision 41; it was asked about 42",
        "/proposals;{};proposals is no list",
        "/proposals/0/range/end;99;proposals[0].range.end is 99, outside the text of 9 UTF-16 units",
        "/proposals/0/category;null;proposals[0] has no category",
        "/proposals/0/candidates;[];proposals[0] is wrong: 0 candidates; a proposal has 1 to 20",
        "/proposals/0/candidates/0/confidence;2;"
            + "proposals[0].candidates[0] is wrong: confidence 2.0 is outside 0–1",
        "/proposals/0/candidates/0/action/is;\"run\";"
            + "proposals[0].candidates[0].action.is is \"run\", not replace or annotate",
        "/proposals/0/candidates/1/action/body/is;\"script\";"
            + "proposals[0].candidates[1].action.body.is is \"script\", which is no body",
        "/proposals/0/evidence/0;\"a b\";"
            + "proposals[0].evidence[0] is wrong: Illegal character in path at index 1: a b",
      })
  void namesTheFieldThatIsWrong(String row) throws Exception {
    String[] cells = row.split(";", 3);
    ObjectNode answer =
        Answered.analysis(request(), new Analysis(new TextRange(1, 9), proposals()));
    int slash = cells[0].lastIndexOf('/');
    JsonNode parent = answer.at(cells[0].substring(0, slash));
    JsonNode value =
        JsonBytes.read(
                ("{\"v\": " + cells[1] + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .object()
            .get("v");
    String name = cells[0].substring(slash + 1);
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else {
      ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(name), value);
    }
    assertThatThrownBy(() -> utf16.analysis(request(), read(answer)))
        .isInstanceOf(Malformed.class)
        .hasMessage(cells[2]);
  }

  @Test
  void describesEveryQuestion() throws Exception {
    assertThat(Description.read().root().path("paths").fieldNames())
        .toIterable()
        .containsExactly(
            "/plugin", "/analyze", "/decided", "/look-up", "/command", "/read", "/write");
  }

  /** The check itself can fail. */
  @Test
  void catchesWhatIsNotDescribed() throws Exception {
    Description description = Description.read();
    ObjectNode question = utf16.analyze(request());
    question.remove("text");
    question.put("more", 1).put("revision", "x");
    assertThat(description.faults(description.question("analyze"), question))
        .containsExactlyInAnyOrder(
            " has no text", ".more is not described", ".revision is \"x\", no \"integer\"");
    assertThat(Stream.of(Encoding.values()).map(Encoding::word).toList())
        .isEqualTo(
            List.of(
                description
                    .root()
                    .at(
                        "/components/schemas/Plugin/properties/remote/properties"
                            + "/position-encoding/enum/0")
                    .textValue(),
                description
                    .root()
                    .at(
                        "/components/schemas/Plugin/properties/remote/properties"
                            + "/position-encoding/enum/1")
                    .textValue()));
  }
}
