package org.dianjiao.web;

import static org.dianjiao.web.BlindWork.typed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.dianjiao.plugin.PluginOnDisk;
import org.dianjiao.plugin.SamplePlugins;

/** A server, two who work without seeing each other, who started that, and who decides. */
final class BlindScene implements AutoCloseable {

  final RunningServer server;
  final Browser manager;
  final Browser one;
  final Browser other;
  final Browser judge;

  /** There is a plugin, too, that sets a comma behind each 乙. */
  BlindScene(Path folder) {
    install(folder.resolve("plugins/marker"));
    server = new RunningServer(folder);
    manager = server.member("manager", "manager");
    one = server.member("one", "annotator");
    other = server.member("other", "reviewer");
    judge = server.member("judge", "reviewer");
  }

  private static void install(Path plugin) {
    try {
      PluginOnDisk.install(
          plugin,
          SamplePlugins.Finder.class,
          SamplePlugins.Finder.SETTINGS.replace("於", "乙").replace("于", "乙，"));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
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
