package org.dianjiao.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;

/** A round of double work over HTTP, and what its people do in it. */
final class BlindWork {

  final String document;
  final String id;

  private BlindWork(String document, String id) {
    this.document = document;
    this.id = id;
  }

  static String account(Browser browser) {
    return browser.expect(200, browser.get("/api/me")).getString("id");
  }

  static JsonObject wanted(String task, List<String> workers) {
    return new JsonObject().put("task", task).put("workers", new JsonArray(workers));
  }

  /** A manager starts a round on a whole document. */
  static BlindWork start(Browser manager, String document, String task, Browser... workers) {
    List<String> accounts = List.of(workers).stream().map(BlindWork::account).toList();
    return start(manager, document, wanted(task, accounts));
  }

  static BlindWork start(Browser manager, String document, JsonObject wanted) {
    String path = "/api/documents/" + document + "/blind";
    return new BlindWork(document, manager.expect(200, manager.post(path, wanted)).getString("id"));
  }

  String path() {
    return "/api/documents/" + document + "/blind/" + id;
  }

  JsonObject seenBy(Browser browser) {
    return browser.expect(200, browser.get(path()));
  }

  /** The copy of a worker. */
  String copy(Browser worker) {
    return seenBy(worker).getJsonObject("round").getJsonObject("mine").getString("document");
  }

  /** A worker types into their copy: one change. */
  void types(Browser worker, Object... sections) {
    sends(worker, new JsonArray(List.of(sections)), new JsonArray());
  }

  /** A worker marks a name in their copy. */
  void names(Browser worker, int length, String id, int start, int end, String kind) {
    JsonObject body = new JsonObject().put("is", "tag").put("name", kind);
    JsonObject effect =
        new JsonObject()
            .put("is", "add-annotation")
            .put("id", id)
            .put("start", start)
            .put("end", end)
            .put("body", body);
    sends(worker, new JsonArray().add(length), new JsonArray().add(effect));
  }

  private void sends(Browser worker, JsonArray changes, JsonArray effects) {
    String copy = copy(worker);
    Tab tab = worker.tab();
    tab.send(tab.open(copy));
    long base = tab.next("opened").getLong("revision");
    JsonObject update = new JsonObject().put("changes", changes).put("effects", effects);
    tab.send(
        Tab.frame("submit", copy)
            .put("client", tab.client)
            .put("sequence", 1)
            .put("base", base)
            .put("updates", new JsonArray().add(update)));
    tab.next("changes");
    tab.close();
  }

  static JsonArray typed(String text) {
    return new JsonArray().add(0).add(text);
  }

  void done(Browser worker) {
    worker.expect(200, worker.put(path() + "/done", new JsonObject().put("done", true)));
  }

  void takes(Browser adjudicator, String difference, Browser worker) {
    rules(
        adjudicator,
        difference,
        new JsonObject().put("choice", "reading").put("worker", account(worker)));
  }

  void rules(Browser adjudicator, String difference, JsonObject ruling) {
    adjudicator.expect(200, adjudicator.put(path() + "/rulings", ruling(ruling, difference)));
  }

  /** One decision about some differences. */
  static JsonObject ruling(JsonObject ruling, String... differences) {
    JsonArray ids = new JsonArray(List.of(differences));
    JsonObject decided = new JsonObject().put("differences", ids).put("ruling", ruling);
    return new JsonObject().put("rulings", new JsonArray().add(decided));
  }

  HttpResponse<Buffer> handOver(Browser manager, Browser to) {
    return manager.put(path() + "/adjudicator", new JsonObject().put("account", account(to)));
  }

  JsonObject close(Browser adjudicator) {
    return adjudicator.expect(200, adjudicator.post(path() + "/close", new JsonObject()));
  }
}
