package org.dianjiao.web;

import static org.dianjiao.web.HttpAttempt.at;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dianjiao.people.Operation;

/**
 * How authority files are asked for as files and as services: the server's, a project's, the open
 * one.
 */
final class ReconciliationAttempts {

  private static final List<String> PARTS =
      List.of("", "/suggest/entity", "/suggest/property", "/suggest/type", "/properties");

  private final List<HttpAttempt> all = new ArrayList<>();

  static List<HttpAttempt> all() {
    return new ReconciliationAttempts().all;
  }

  private ReconciliationAttempts() {
    service("/api/reconciliation", scene -> List.of(), Operation.SEE_AUTHORITY, "there is no");
    service(
        "/api/projects/:project/reconciliation",
        scene -> List.of(scene.project()),
        Operation.SEE_PROJECT_AUTHORITY,
        "there is no");
    all.add(at(Operation.LOOK_ELSEWHERE, "GET /api/elsewhere"));
    all.add(
        at(Operation.LOOK_ELSEWHERE, "GET /api/elsewhere/candidates")
            .reaching("is not among the services"));
    files(
        "/api/authority", scene -> List.of(), Operation.SEE_AUTHORITY, Operation.CHANGE_AUTHORITY);
    files(
        "/api/projects/:project/authority",
        scene -> List.of(scene.project()),
        Operation.SEE_PROJECT_AUTHORITY,
        Operation.CHANGE_PROJECT_AUTHORITY);
    service("/reconciliation", scene -> List.of(), Operation.RECONCILE_OPENLY, "not open");
  }

  private void files(
      String base, Function<Scene, List<String>> file, Operation see, Operation change) {
    all.add(at(see, "GET " + base + "/file", file).reaching("format is missing"));
    all.add(at(see, "GET " + base + "/duplicates", file));
    all.add(at(see, "GET " + base + "/check", file));
    all.add(at(change, "POST " + base + "/file", file).reaching("format is missing"));
  }

  private void service(
      String base, Function<Scene, List<String>> file, Operation operation, String words) {
    boolean closed = operation == Operation.RECONCILE_OPENLY;
    for (String part : PARTS) {
      HttpAttempt attempt = at(operation, "GET " + base + part, file);
      all.add(closed ? attempt.reaching(words) : attempt);
    }
    HttpAttempt post = at(operation, "POST " + base, file);
    all.add(closed ? post.reaching(words) : post);
    for (String part : List.of("/preview", "/entity")) {
      all.add(at(operation, "GET " + base + part, file).reaching(words));
    }
    all.add(at(Operation.RECONCILE_OPENLY, "OPTIONS " + base + "*", file));
  }
}
