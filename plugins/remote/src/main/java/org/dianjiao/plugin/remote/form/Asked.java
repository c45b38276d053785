package org.dianjiao.plugin.remote.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.dianjiao.api.Body;
import org.dianjiao.api.plugin.Analysis;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.CommandRequest;
import org.dianjiao.api.plugin.CommandResult;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.api.plugin.MarkedText;

/**
 * The side that asks: questions as JSON, and what their answers say. The other side is {@link
 * Answered}. Immutable.
 */
public final class Asked {

  private final Encoding encoding;

  /** One whose other side counts so. */
  public Asked(Encoding encoding) {
    this.encoding = encoding;
  }

  private Offsets offsets(String text) {
    return Offsets.of(encoding, text);
  }

  /** A question about a window. */
  public ObjectNode analyze(AnalysisRequest request) {
    Offsets offsets = offsets(request.text());
    ObjectNode form = JsonBytes.object().put("text", request.text());
    form.set("focus", Values.range(request.focus(), offsets));
    form.put("revision", request.revision()).put("language", request.language().toLanguageTag());
    form.put("project", request.project());
    form.set(
        "annotations",
        Values.list(request.annotations(), marked -> Values.marked(marked, offsets)));
    return form;
  }

  /** Its answer; one to a question about another revision is refused. */
  public Analysis analysis(AnalysisRequest request, Field answer) {
    long revision = answer.get("revision").number();
    if (revision != request.revision()) {
      throw answer.wrong(
          "answers about revision %d; it was asked about %d"
              .formatted(revision, request.revision()));
    }
    Offsets offsets = offsets(request.text());
    return answer.make(
        () ->
            new Analysis(
                offsets.range(answer.get("covered")),
                answer.get("proposals").list(one -> Values.proposal(one, offsets))));
  }

  /** What a person decided. */
  public ObjectNode decided(Decision decision) {
    ObjectNode form = JsonBytes.object().put("id", decision.id());
    form.set("proposal", Values.proposal(decision.proposal(), offsets(decision.context())));
    form.put("context", decision.context());
    form.put("outcome", decision.outcome().name().toLowerCase(Locale.ROOT));
    form.put("candidate", decision.candidate()).put("project", decision.project());
    decision.correction().ifPresent(action -> form.set("correction", Values.action(action)));
    return form;
  }

  /** A search in the authority file. */
  public ObjectNode lookUp(String query, String type, int limit) {
    return JsonBytes.object().put("query", query).put("type", type).put("limit", limit);
  }

  /** What was found. */
  public List<Body.Identification> entries(Field answer) {
    return answer.get("entries").list(Values::identification);
  }

  /** A command, with parameters that were read already. */
  public ObjectNode command(CommandRequest request, ObjectNode parameters) {
    ObjectNode form = JsonBytes.object().put("command", request.command());
    form.set("parameters", parameters);
    form.set("text", text(request.text()));
    form.set("selection", Values.range(request.selection(), offsets(request.text().text())));
    return form.put("project", request.project());
  }

  /** What a command found. */
  public CommandResult result(CommandRequest request, Field answer) {
    Offsets offsets = offsets(request.text().text());
    return new CommandResult(
        answer.get("report").text(),
        answer.list("proposals", one -> Values.proposal(one, offsets)));
  }

  /** A file to read. */
  public ObjectNode read(String format, String fileName, byte[] content) {
    return JsonBytes.object()
        .put("format", format)
        .put("fileName", fileName)
        .put("content", Base64.getEncoder().encodeToString(content));
  }

  /** What was read. */
  public MarkedText markedText(Field answer) {
    return Answered.markedText(answer, encoding);
  }

  /** A document to write. */
  public ObjectNode write(String format, MarkedText text) {
    return JsonBytes.object().put("format", format).set("text", text(text));
  }

  /** The file that was written. */
  public byte[] content(Field answer) {
    Field content = answer.get("content");
    return content.make(() -> Base64.getDecoder().decode(content.text()));
  }

  private ObjectNode text(MarkedText text) {
    return Answered.form(text, encoding);
  }
}
