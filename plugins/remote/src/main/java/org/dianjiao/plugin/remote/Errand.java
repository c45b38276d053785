package org.dianjiao.plugin.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dianjiao.plugin.remote.form.Encoding;
import org.dianjiao.plugin.remote.form.Field;
import org.dianjiao.plugin.remote.form.JsonBytes;
import org.dianjiao.plugin.remote.form.Malformed;

/**
 * What the server tells the bridge about the plugin that it is to reach; the bridge's one setting
 * holds it as JSON.
 *
 * @param plugin id of the plugin
 * @param version that is installed
 * @param parallelism questions at once
 * @param settings of the instance, with all defaults
 * @param parameters of its commands: for each the type of each parameter
 * @param can what it does besides analyzing, when it is known before it starts
 * @param start how long starting may take
 * @param budget how long an answer may take
 * @param format how long reading or writing a file may take
 * @param command how long a command may run
 * @param close how long closing may take
 * @param answerBytes the most that an answer may have
 * @param process present when its code runs in a process
 * @param http present when it is asked over HTTP
 */
public record Errand(
    String plugin,
    String version,
    int parallelism,
    ObjectNode settings,
    ObjectNode parameters,
    List<String> can,
    Duration start,
    Duration budget,
    Duration format,
    Duration command,
    Duration close,
    int answerBytes,
    Optional<InProcess> process,
    Optional<OverHttp> http) {

  /** Name of the setting. */
  public static final String SETTING = "errand";

  /**
   * Code that runs in a process.
   *
   * @param classPath jars and folders of the plugin
   * @param heapMib the most memory for its objects
   */
  public record InProcess(List<Path> classPath, int heapMib) {}

  /**
   * A plugin that is asked over HTTP.
   *
   * @param url where it is; the protocol's paths are below
   * @param tokenFile holds what it is shown
   * @param allow hosts and addresses, each with its port, that may be reached
   * @param encoding what its offsets count
   */
  public record OverHttp(
      URI url, Optional<Path> tokenFile, List<String> allow, Encoding encoding) {}

  /**
   * Reads what the server told.
   *
   * @throws Malformed when it says something else: server and bridge are not of one version
   */
  static Errand read(String json) {
    Field form = JsonBytes.read(json.getBytes(StandardCharsets.UTF_8));
    return new Errand(
        form.get("plugin").text(),
        form.get("version").text(),
        form.get("parallelism").integer(),
        form.get("settings").object(),
        form.get("parameters").object(),
        form.list("can", Field::text),
        millis(form.get("startMillis")),
        millis(form.get("budgetMillis")),
        millis(form.get("formatMillis")),
        millis(form.get("commandMillis")),
        millis(form.get("closeMillis")),
        form.get("answerBytes").integer(),
        form.find("process").map(Errand::inProcess),
        form.find("http").map(Errand::overHttp));
  }

  private static Duration millis(Field field) {
    return Duration.ofMillis(field.number());
  }

  private static InProcess inProcess(Field form) {
    return new InProcess(
        form.get("classPath").list(path -> Path.of(path.text())), form.get("heapMib").integer());
  }

  private static OverHttp overHttp(Field form) {
    return new OverHttp(
        form.get("url").make(() -> URI.create(form.get("url").text())),
        form.find("tokenFile").map(file -> Path.of(file.text())),
        form.list("allow", Field::text),
        Encoding.of(form.get("encoding")));
  }
}
