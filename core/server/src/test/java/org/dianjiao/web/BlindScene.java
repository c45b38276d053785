package org.dianjiao.web;

import static org.dianjiao.web.BlindWork.typed;

import java.nio.file.Path;

/** A server, two who work without seeing each other, who started that, and who decides. */
final class BlindScene implements AutoCloseable {

  final RunningServer server;
  final Browser manager;
  final Browser one;
  final Browser other;
  final Browser judge;

  BlindScene(Path folder) {
    server = new RunningServer(folder);
    manager = server.member("manager", "manager");
    one = server.member("one", "annotator");
    other = server.member("other", "reviewer");
    judge = server.member("judge", "reviewer");
  }

  @Override
  public void close() {
    server.close();
  }

  BlindWork round(String text, String task) {
    return BlindWork.start(manager, server.document(text), task, one, other);
  }

  String text(Browser browser, String document) {
    return browser.get("/api/documents/" + document + "/export?format=text").bodyAsString().strip();
  }

  /** 甲，乙。丙 beside 甲乙、丙，. */
  BlindWork punctuated() {
    BlindWork work = round("甲乙丙", "punctuate");
    work.types(one, 1, typed("，"), 1, typed("。"), 1);
    work.types(other, 2, typed("、"), 1, typed("，"));
    work.done(one);
    work.done(other);
    return work;
  }
}
