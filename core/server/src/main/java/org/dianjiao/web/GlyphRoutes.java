package org.dianjiao.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.api.TextRange;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.exchange.Replay;
import org.dianjiao.glyph.Clip;
import org.dianjiao.glyph.GlyphEntry;
import org.dianjiao.glyph.GlyphUses;
import org.dianjiao.glyph.ListedGlyph;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.dianjiao.people.Account;
import org.dianjiao.people.Operation;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.DocumentRow;

/**
 * The list of glyphs that a project keeps: its entries, their pictures, and where they are used.
 */
final class GlyphRoutes {

  private final Database database;
  private final Limits limits;
  private final Reply reply;

  GlyphRoutes(Database database, Limits limits, Reply reply) {
    this.database = database;
    this.limits = limits;
    this.reply = reply;
  }

  private record Line(
      String id,
      String description,
      String ids,
      String form,
      String note,
      Optional<String> clip,
      String name,
      Instant at) {}

  private record Listed(List<Line> glyphs, int clipBytes) {}

  /** Where one entry is used in one document. */
  private record Used(String glyph, String document, String title, int uses, int start, int end) {}

  void on(Routes routes) {
    String glyphs = "/api/projects/:project/glyphs";
    String one = glyphs + "/:glyph";
    routes.get(glyphs, Operation.LIST_GLYPHS, this::list);
    routes.get(glyphs + "/uses", Operation.LIST_GLYPHS, this::uses);
    routes.post(glyphs, Operation.ADD_GLYPH, this::add);
    routes.put(one, Operation.CHANGE_GLYPH, this::change);
    routes.delete(one, Operation.REMOVE_GLYPH, this::remove);
    routes.get(one + "/clip", Operation.LIST_GLYPHS, this::clip);
    routes.put(one + "/clip", Operation.CHANGE_GLYPH, limits.glyphClipBytes(), this::setClip);
    routes.delete(one + "/clip", Operation.CHANGE_GLYPH, this::removeClip);
  }

  private void list(RoutingContext request) {
    reply.of(request, reply.within(request, (account, project) -> listed(project)));
  }

  private Listed listed(String project) {
    List<Line> lines = database.glyphs().of(project).stream().map(this::line).toList();
    return new Listed(lines, limits.glyphClipBytes());
  }

  private Line line(ListedGlyph glyph) {
    return new Line(
        glyph.id(),
        glyph.entry().description(),
        glyph.entry().ids(),
        glyph.entry().form(),
        glyph.entry().note(),
        glyph.clip().map(Clip.Kind::mediaType),
        database.accounts().byId(glyph.author()).map(Account::name).orElse(""),
        glyph.at());
  }

  private void uses(RoutingContext request) {
    reply.of(
        request,
        reply.within(request, (account, project) -> uses(project, database.glyphs().of(project))));
  }

  /** Every document is read, as it is stored now. */
  private List<Used> uses(String project, List<ListedGlyph> glyphs) {
    List<Used> found = new ArrayList<>();
    if (glyphs.isEmpty()) {
      return found;
    }
    for (DocumentRow row : database.projects().documents(project)) {
      Map<String, List<TextRange>> uses =
          GlyphUses.in(new Replay(database, row.id()).at(row.revision()), glyphs);
      uses.forEach(
          (glyph, places) -> {
            TextRange first = places.get(0);
            found.add(
                new Used(glyph, row.id(), row.title(), places.size(), first.start(), first.end()));
          });
    }
    return found;
  }

  private void add(RoutingContext request) {
    String body = Query.body(request);
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              GlyphEntry entry = Json.read(body, GlyphEntry.class);
              if (database.glyphs().of(project).size() >= limits.glyphsPerProject()) {
                throw new Refusal(
                    FailureCode.TOO_MANY,
                    "the list of a project has at most %d glyphs"
                        .formatted(limits.glyphsPerProject()));
              }
              return line(database.glyphs().add(project, entry, account.id()));
            }));
  }

  private void change(RoutingContext request) {
    String id = request.pathParam("glyph");
    String body = Query.body(request);
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              GlyphEntry entry = Json.read(body, GlyphEntry.class);
              ListedGlyph before = glyph(project, id);
              boolean renamed = !entry.description().equals(before.entry().description());
              boolean recoded =
                  before.entry().isPrivateUse() && !entry.form().equals(before.entry().form());
              int used = renamed || recoded ? used(project, before) : 0;
              if (used > 0) {
                throw new Refusal(
                    FailureCode.TEXT_CHANGED,
                    ("uses of %s in this project: %d; what is used keeps its description and"
                            + " its private-use character")
                        .formatted(before.entry().description(), used));
              }
              return found(database.glyphs().change(project, id, entry), project);
            }));
  }

  /** Only by somebody who was told how often it is used. */
  private void remove(RoutingContext request) {
    String id = request.pathParam("glyph");
    long told = Query.number(request, "uses").orElse(0L);
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> {
              ListedGlyph glyph = glyph(project, id);
              int used = used(project, glyph);
              if (used != told) {
                throw new Refusal(
                    FailureCode.TEXT_CHANGED,
                    "uses of %s in this project: %d; ask again with uses=%2$d to delete it"
                        .formatted(glyph.entry().description(), used));
              }
              return found(database.glyphs().remove(project, id), project);
            }));
  }

  private int used(String project, ListedGlyph glyph) {
    return uses(project, List.of(glyph)).stream().mapToInt(Used::uses).sum();
  }

  private ListedGlyph glyph(String project, String id) {
    return database.glyphs().of(project).stream()
        .filter(glyph -> glyph.id().equals(id))
        .findFirst()
        .orElseThrow(GlyphRoutes::isNotThere);
  }

  private void clip(RoutingContext request) {
    String id = request.pathParam("glyph");
    reply
        .within(
            request,
            (account, project) ->
                database.glyphs().clip(project, id).orElseThrow(GlyphRoutes::isNotThere))
        .onSuccess(clip -> send(request, clip))
        .onFailure(failure -> Reply.error(request, failure));
  }

  /** As the picture that its bytes say it is, under the policy of everything below /api. */
  private static void send(RoutingContext request, Clip clip) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, clip.kind().mediaType())
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(Buffer.buffer(clip.bytes()));
  }

  private void setClip(RoutingContext request) {
    String id = request.pathParam("glyph");
    Buffer body = request.body().buffer();
    byte[] bytes = body == null ? new byte[0] : body.getBytes();
    reply.of(
        request,
        reply.within(
            request,
            (account, project) ->
                found(database.glyphs().setClip(project, id, Clip.of(bytes)), project)));
  }

  private void removeClip(RoutingContext request) {
    String id = request.pathParam("glyph");
    reply.of(
        request,
        reply.within(
            request,
            (account, project) -> found(database.glyphs().removeClip(project, id), project)));
  }

  /** The list as it is after a change, when the entry that was to be changed was there. */
  private Listed found(boolean there, String project) {
    if (!there) {
      throw isNotThere();
    }
    return listed(project);
  }

  private static Refusal isNotThere() {
    return new Refusal(
        FailureCode.UNKNOWN_DOCUMENT, "there is no such glyph, or no such picture of it");
  }
}
