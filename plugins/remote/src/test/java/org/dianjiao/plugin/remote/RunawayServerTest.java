package org.dianjiao.plugin.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.dianjiao.bus.Refusal;
import org.dianjiao.plugin.Bridge;
import org.dianjiao.plugin.Isolation;
import org.dianjiao.plugin.remote.http.Canary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Remote plugins that run away: asked over HTTP, each answers against the rules in its own way. */
@Execution(ExecutionMode.CONCURRENT)
class RunawayServerTest {

  private static final int ROUNDS = Integer.getInteger("dianjiao.runaways", 1);

  /** For those that never answer; the others are given time to answer wrongly. */
  private static final int SHORT = 400;

  private static final int LONG = 10_000;
  private static final String PLUGIN =
      """
      {"id": "sample", "name": "A plugin for a test", "version": "1.0.0", "api": "1.0",
       "categories": ["mark"], "budget-ms": 400, "remote": {"position-encoding": "utf-16"}}""";

  private static byte[] bomb;

  @TempDir Path temporary;

  @BeforeAll
  static void pack() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 100; i++) {
        out.write(new byte[1024 * 1024]);
      }
    }
    bomb = packed.toByteArray();
  }

  private static byte[] http(String status, String headers, byte[] body) {
    byte[] head =
        "HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(status, headers, body.length)
            .getBytes(UTF_8);
    byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  private static byte[] json(String body) {
    return http("200 OK", "Content-Type: application/json\r\n", body.getBytes(UTF_8));
  }

  private static final String ANALYSIS =
      "{\"revision\": %d, \"covered\": {\"start\": 0, \"end\": %d}, \"proposals\": []}";

  private static void answer(String kind, Canary other, OutputStream out) throws Exception {
    switch (kind) {
      case "hang" -> Thread.sleep(60_000);
      case "drip" -> {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(UTF_8));
        while (true) {
          out.write(' ');
          out.flush();
          Thread.sleep(20);
        }
      }
      case "drip-head" -> {
        out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
        while (true) {
          out.write('x');
          out.flush();
          Thread.sleep(20);
        }
      }
      case "gzip" ->
          out.write(
              http("200 OK", "Content-Type: application/json\r\nContent-Encoding: gzip\r\n", bomb));
      case "redirect-here" ->
          out.write(
              http(
                  "302 Found",
                  "Location: http://127.0.0.1:%d/\r\n".formatted(other.port()),
                  new byte[0]));
      case "redirect-metadata" ->
          out.write(http("307 Moved", "Location: http://169.254.169.254/latest/\r\n", new byte[0]));
      case "endless" -> {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(UTF_8));
        byte[] much = " ".repeat(1024 * 1024).getBytes(UTF_8);
        for (int i = 0; i < 1024; i++) {
          out.write(much);
        }
      }
      case "lying-length" ->
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{"
                  .getBytes(UTF_8));
      case "headers" -> {
        out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
        for (int i = 0; i < 100_000; i++) {
          out.write(("X-" + i + ": much\r\n").getBytes(UTF_8));
        }
      }
      case "malformed" -> out.write(json("{\"revision\": 42, \"covered\": "));
      case "deep" -> out.write(json("{\"a\":".repeat(100) + "1" + "}".repeat(100)));
      case "stale" -> out.write(json(ANALYSIS.formatted(41, 2)));
      case "behind" -> out.write(json(ANALYSIS.formatted(42, 40)));
      case "inside" -> out.write(json(ANALYSIS.formatted(42, 1)));
      case "page" ->
          out.write(http("200 OK", "Content-Type: text/html\r\n", "<p>hello".getBytes(UTF_8)));
      case "refusal" ->
          out.write(
              http(
                  "500 Sorry",
                  "Content-Type: application/json\r\n",
                  "{\"code\": \"broken\", \"message\": \"no model\"}".getBytes(UTF_8)));
      default -> throw new AssertionError(kind);
    }
  }

  private Bridge bridge(Canary canary) {
    String host = "127.0.0.1:" + canary.port();
    return Bridge.local(Hosted.BRIDGE, new Isolation(64, 1, List.of(host)))
        .to(URI.create("http://" + host + "/here"), Optional.empty());
  }

  private Hosted start(Canary canary) throws Exception {
    return start(canary, SHORT);
  }

  private Hosted start(Canary canary, int deadline) throws Exception {
    Path folder =
        OnDisk.manifest(
            temporary.resolve("sample"),
            "\"budget-ms\": " + deadline + ", \"remote\": {\"position-encoding\": \"utf-16\"}");
    return Hosted.over(bridge(canary), folder, temporary.resolve("states"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hang              | no answer
          drip              | no answer
          drip-head         | no answer
          gzip              | compressed (gzip)
          redirect-here     | it answered 302; redirects are not followed
          redirect-metadata | it answered 307; redirects are not followed
          endless           | more than 1048576 bytes
          lying-length      | more than 1048576 bytes
          headers           | more than 16384 bytes of headers
          malformed         | it is not JSON
          deep              | it is not JSON
          stale             | answers about revision 41; it was asked about 42
          behind            | covered.end is 40, outside the text of 2 UTF-16 units
          inside            | covered.end is 1, inside a surrogate pair
          page              | it answered with text/html
          refusal           | it answered 500, broken: no model
          """)
  void isGivenUpInTimeAndRestsAfterFiveFailures(String kind, String reason) throws Exception {
    int deadline = reason.equals("no answer") ? SHORT : LONG;
    for (int round = 0; round < ROUNDS; round++) {
      try (Canary other = new Canary((number, out) -> out.write(json(PLUGIN)));
          Canary canary =
              new Canary(
                  (number, out) -> {
                    if (number == 1) {
                      out.write(json(PLUGIN));
                    } else {
                      answer(kind, other, out);
                    }
                  });
          Hosted plugin = start(canary, deadline)) {
        assertThat(plugin.described().reason()).isEmpty();
        for (int failure = 1; failure <= 5; failure++) {
          long asked = System.nanoTime();
          Refusal refusal = plugin.refusal("𠀋");
          assertThat(Duration.ofNanos(System.nanoTime() - asked))
              .isLessThan(Duration.ofMillis(deadline + 1_000));
          assertThat(refusal.getMessage()).contains(reason);
        }
        assertThat(plugin.described().state()).isEqualTo("suspended");
        assertThat(other.hits()).isZero();
      }
    }
  }

  @Test
  void asksAgainWhenTheAnswerIsToComeLater() throws Exception {
    try (Canary canary =
            new Canary(
                (number, out) -> {
                  switch (number) {
                    case 1 -> out.write(json(PLUGIN));
                    case 2 -> out.write(http("503 Later", "Retry-After: 0\r\n", new byte[0]));
                    case 3 -> {} // closed without an answer
                    default -> out.write(json(ANALYSIS.formatted(42, 2)));
                  }
                });
        Hosted plugin = start(canary, LONG)) {
      assertThat(plugin.answer("𠀋").proposals()).isEmpty();
      assertThat(canary.hits()).isEqualTo(4);
    }
  }

  @Test
  void refusesAnotherVersionThanWasInstalled() throws Exception {
    byte[] other = json(PLUGIN.replace("1.0.0", "1.1.0"));
    try (Canary canary = new Canary((number, out) -> out.write(other));
        Hosted plugin = start(canary)) {
      assertThat(plugin.described().state()).isEqualTo("failed");
      assertThat(plugin.described().reason())
          .contains("is plugin sample 1.1.0, but installed is sample 1.0.0; install it again");
    }
  }

  @Test
  void goesNowhereThatTheOperatorDidNotName() throws Exception {
    Path folder =
        OnDisk.manifest(
            temporary.resolve("sample"),
            "\"budget-ms\": 400, \"remote\": {\"position-encoding\": \"utf-16\"}");
    try (Canary canary = new Canary((number, out) -> out.write(json(PLUGIN)));
        Hosted plugin =
            Hosted.over(
                Bridge.local(Hosted.BRIDGE, Isolation.DEFAULTS)
                    .to(URI.create("http://127.0.0.1:" + canary.port()), Optional.empty()),
                folder,
                temporary.resolve("states"))) {
      assertThat(plugin.described().reason()).contains("is not among what the operator allows");
      assertThat(canary.hits()).isZero();
    }
  }
}
