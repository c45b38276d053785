package org.dianjiao.plugin.remote.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.dianjiao.api.Action;
import org.dianjiao.api.Annotate;
import org.dianjiao.api.Body;
import org.dianjiao.api.Candidate;
import org.dianjiao.api.Proposal;
import org.dianjiao.api.Replace;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Marked;

/** The words that server and plugin share, as JSON: written as the fields of their records. */
final class Values {

  private Values() {}

  static <T> ArrayNode list(List<T> values, Function<T, JsonNode> write) {
    ArrayNode list = JsonBytes.object().arrayNode(values.size());
    values.forEach(value -> list.add(write.apply(value)));
    return list;
  }

  static ObjectNode range(TextRange range, Offsets offsets) {
    return JsonBytes.object()
        .put("start", offsets.theirs(range.start()))
        .put("end", offsets.theirs(range.end()));
  }

  static ObjectNode body(Body body) {
    ObjectNode form = JsonBytes.object();
    if (body instanceof Body.Regularization one) {
      return form.put("is", "regularization")
          .put("form", one.form())
          .put("relation", one.relation());
    }
    if (body instanceof Body.Identification one) {
      return form.put("is", "identification")
          .put("entity", one.entity().toString())
          .put("label", one.label())
          .put("type", one.type());
    }
    if (body instanceof Body.Tag one) {
      return form.put("is", "tag").put("name", one.name());
    }
    if (body instanceof Body.Glyph one) {
      return form.put("is", "glyph").put("description", one.description()).put("form", one.form());
    }
    if (body instanceof Body.Gap one) {
      return form.put("is", "gap").put("reason", one.reason()).put("quantity", one.quantity());
    }
    if (body instanceof Body.Date one) {
      return form.put("is", "date")
          .put("norm", one.norm())
          .put("start", one.start())
          .put("end", one.end())
          .put("reference", one.reference())
          .put("fault", one.fault());
    }
    if (body instanceof Body.Note one) {
      return form.put("is", "note").put("text", one.text());
    }
    throw new IllegalStateException("a body of " + body.getClass());
  }

  static Body body(Field form) {
    Field is = form.get("is");
    return form.make(
        () ->
            switch (is.text()) {
              case "regularization" ->
                  new Body.Regularization(form.get("form").text(), form.get("relation").text());
              case "identification" -> identification(form);
              case "tag" -> new Body.Tag(form.get("name").text());
              case "glyph" ->
                  new Body.Glyph(form.get("description").text(), form.get("form").text());
              case "gap" -> new Body.Gap(form.get("reason").text(), form.get("quantity").integer());
              case "date" -> date(form);
              case "note" -> new Body.Note(form.get("text").text());
              default -> throw is.wrong("is \"" + is.text() + "\", which is no body");
            });
  }

  private static Body.Date date(Field form) {
    return new Body.Date(
        form.get("norm").text(),
        form.get("start").text(),
        form.get("end").text(),
        form.get("reference").flag(),
        form.get("fault").text());
  }

  static Body.Identification identification(Field form) {
    return form.make(
        () ->
            new Body.Identification(
                URI.create(form.get("entity").text()),
                form.get("label").text(),
                form.get("type").text()));
  }

  static ObjectNode action(Action action) {
    if (action instanceof Replace replace) {
      return JsonBytes.object().put("is", "replace").put("text", replace.text());
    }
    if (action instanceof Annotate annotate) {
      return JsonBytes.object().put("is", "annotate").set("body", body(annotate.body()));
    }
    throw new IllegalStateException("an action of " + action.getClass());
  }

  static Action action(Field form) {
    Field is = form.get("is");
    return switch (is.text()) {
      case "replace" -> new Replace(form.get("text").text());
      case "annotate" -> new Annotate(body(form.get("body")));
      default -> throw is.wrong("is \"" + is.text() + "\", not replace or annotate");
    };
  }

  private static ObjectNode candidate(Candidate candidate) {
    ObjectNode form = JsonBytes.object();
    form.set("action", action(candidate.action()));
    return form.put("confidence", candidate.confidence()).put("label", candidate.label());
  }

  private static Candidate candidate(Field form) {
    return form.make(
        () ->
            new Candidate(
                action(form.get("action")),
                form.get("confidence").fraction(),
                form.get("label").text()));
  }

  static ObjectNode proposal(Proposal proposal, Offsets offsets) {
    ObjectNode form = JsonBytes.object().put("category", proposal.category());
    form.set("range", range(proposal.range(), offsets));
    form.set("candidates", list(proposal.candidates(), Values::candidate));
    form.put("explanation", proposal.explanation());
    form.set("evidence", list(proposal.evidence(), link -> form.textNode(link.toString())));
    return form;
  }

  static Proposal proposal(Field form, Offsets offsets) {
    return form.make(
        () ->
            new Proposal(
                form.get("category").text(),
                offsets.range(form.get("range")),
                form.get("candidates").list(Values::candidate),
                form.get("explanation").text(),
                form.list("evidence", link -> link.make(() -> URI.create(link.text())))));
  }

  static ObjectNode marked(Marked marked, Offsets offsets) {
    ObjectNode form = JsonBytes.object();
    form.set("range", range(marked.range(), offsets));
    form.set("body", body(marked.body()));
    return form;
  }

  static Marked marked(Field form, Offsets offsets) {
    return new Marked(offsets.range(form.get("range")), body(form.get("body")));
  }
}
