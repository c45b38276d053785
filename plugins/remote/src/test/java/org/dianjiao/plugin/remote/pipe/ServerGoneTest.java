package org.dianjiao.plugin.remote.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.AnalysisRequest;
import org.dianjiao.api.plugin.Cancellation;
import org.dianjiao.plugin.remote.OnDisk;
import org.dianjiao.plugin.remote.Runaways;
import org.dianjiao.plugin.remote.child.Child;
import org.dianjiao.plugin.remote.form.Asked;
import org.dianjiao.plugin.remote.form.Encoding;
import org.dianjiao.plugin.remote.form.JsonBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process does not outlive the server that it belongs to, whatever its plugin does. */
class ServerGoneTest {

  @TempDir Path temporary;

  @Test
  void endsWhenThePipeClosesThoughThePluginHangs() throws Exception {
    Path folder =
        OnDisk.plugin(temporary.resolve("sample"), Runaways.Hang.class, "\"budget-ms\": 300");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      OutputStream out = child.getOutputStream();
      DataInputStream in = new DataInputStream(child.getInputStream());
      Frames.write(out, message(1, "start", hello(folder)));
      assertThat(JsonBytes.read(Frames.read(in, 10_000).orElseThrow()).find("answer")).isPresent();
      AnalysisRequest request =
          new AnalysisRequest(
              "夏", new TextRange(0, 1), 1, Locale.ENGLISH, List.of(), Cancellation.NEVER);
      Frames.write(out, message(2, "analyze", new Asked(Encoding.UTF_16).analyze(request)));
      out.close();
      assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      child.destroyForcibly();
    }
  }

  private ObjectNode hello(Path folder) {
    ObjectNode hello = JsonBytes.object().put("instance", "sample");
    hello.put("data", folder.toString()).put("state", temporary.toString());
    hello.put("parallelism", 1).put("answerBytes", 10_000);
    hello.set("settings", JsonBytes.object());
    hello.putArray("classPath").add(folder.resolve("target/classes").toString());
    return hello;
  }

  private static byte[] message(int number, String question, ObjectNode body) {
    ObjectNode message = JsonBytes.object().put("number", number).put("question", question);
    return JsonBytes.write(message.set("body", body));
  }
}
