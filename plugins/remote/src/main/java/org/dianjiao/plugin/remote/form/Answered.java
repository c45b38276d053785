package org.dianjiao.plugin.remote.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.dianjiao.api.Body;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.CommandResult;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.MarkedText;
import org.dianjiao.api.plugin.Progress;

/** The side that answers: what questions say, and answers as JSON. {@link Asked} is the other. */
public final class Answered {

  private Answered() {}

  private static Offsets offsets(String text) {
    return Offsets.of(Encoding.UTF_16, text);
  }

  /** A question about a window. */
  public static AnalysisRequest analyze(Field form, Cancellation cancellation) {
    String text = form.get("text").text();
    Offsets offsets = offsets(text);
    return new AnalysisRequest(
        text,
        offsets.range(form.get("focus")),
        form.get("revision").number(),
        Locale.forLanguageTag(form.get("language").text()),
        form.list("annotations", one -> Values.marked(one, offsets)),
        cancellation,
        project(form));
  }

  /** Its answer. */
  public static ObjectNode analysis(AnalysisRequest request, Analysis analysis) {
    Offsets offsets = offsets(request.text());
    ObjectNode form = JsonBytes.object().put("revision", request.revision());
    form.set("covered", Values.range(analysis.covered(), offsets));
    form.set("proposals", proposals(analysis.proposals(), offsets));
    return form;
  }

  private static ArrayNode proposals(List<Proposal> proposals, Offsets offsets) {
    return Values.list(proposals, one -> Values.proposal(one, offsets));
  }

  /** What a person decided. */
  public static Decision decided(Field form) {
    String context = form.get("context").text();
    Field outcome = form.get("outcome");
    return form.make(
        () ->
            new Decision(
                form.get("id").text(),
                Values.proposal(form.get("proposal"), offsets(context)),
                context,
                Decision.Outcome.valueOf(outcome.text().toUpperCase(Locale.ROOT)),
                form.get("candidate").integer(),
                form.find("correction").map(Values::action),
                project(form)));
  }

  /** The project that a question is about; a host that knows of none does not say. */
  private static String project(Field form) {
    return form.find("project").map(Field::text).orElse("");
  }

  /** What was found. */
  public static ObjectNode entries(List<Body.Identification> entries) {
    return JsonBytes.object().set("entries", Values.list(entries, Values::body));
  }

  /** A command. */
  public static CommandRequest command(Field form, Progress progress) {
    MarkedText text = markedText(form.get("text"), Encoding.UTF_16);
    TextRange selection = offsets(text.text()).range(form.get("selection"));
    return new CommandRequest(
        form.get("command").text(),
        new JsonSettings(form.get("parameters").object()),
        text,
        selection,
        progress,
        project(form));
  }

  /** What a command found. */
  public static ObjectNode result(CommandRequest request, CommandResult result) {
    ObjectNode form = JsonBytes.object().put("report", result.report());
    form.set("proposals", proposals(result.proposals(), offsets(request.text().text())));
    return form;
  }

  /** The bytes of a file to read. */
  public static byte[] file(Field form) {
    Field content = form.get("content");
    return content.make(() -> Base64.getDecoder().decode(content.text()));
  }

  /** The file that was written. */
  public static ObjectNode content(byte[] content) {
    return JsonBytes.object().put("content", Base64.getEncoder().encodeToString(content));
  }

  /** A document to write. */
  public static MarkedText markedText(Field form) {
    return markedText(form, Encoding.UTF_16);
  }

  /** What was read. */
  public static ObjectNode form(MarkedText text) {
    return form(text, Encoding.UTF_16);
  }

  static MarkedText markedText(Field form, Encoding encoding) {
    String text = form.get("text").text();
    Offsets offsets = Offsets.of(encoding, text);
    return form.make(
        () ->
            new MarkedText(
                form.get("title").text(),
                text,
                Locale.forLanguageTag(form.get("language").text()),
                form.list("annotations", one -> Values.marked(one, offsets))));
  }

  static ObjectNode form(MarkedText text, Encoding encoding) {
    Offsets offsets = Offsets.of(encoding, text.text());
    ObjectNode form = JsonBytes.object().put("title", text.title()).put("text", text.text());
    form.put("language", text.language().toLanguageTag());
    form.set(
        "annotations", Values.list(text.annotations(), marked -> Values.marked(marked, offsets)));
    return form;
  }
}
