package org.dianjiao.plugin.remote.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.dianjiao.api.plugin.PluginContext;
import org.dianjiao.api.plugin.Progress;
import org.dianjiao.plugin.remote.ElsewhereFault;
import org.dianjiao.plugin.remote.ElsewhereRefusal;
import org.dianjiao.plugin.remote.Errand;
import org.dianjiao.plugin.remote.Line;
import org.dianjiao.plugin.remote.form.Field;
import org.dianjiao.plugin.remote.form.JsonBytes;
import org.dianjiao.plugin.remote.form.Malformed;

/**
 * A plugin that is asked over HTTP, as {@code docs/plugin-protocol.yaml} says. What changes nothing
 * there is asked again, within the deadline, when nobody answered or the answer was to come later.
 */
public final class HttpLine implements Line {

  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;
  private static final int MOST_WORDS = 2_000;
  private static final int MOST_TRIES = 3;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Set<String> HARMLESS = Set.of("analyze", "look-up", "read", "write");

  private final Errand errand;
  private final Errand.OverHttp http;
  private final String instance;
  private final OutboundHttp outbound;
  private final Optional<String> token;

  /** A line to a plugin; nothing is sent yet. */
  public HttpLine(PluginContext context, Errand errand, Errand.OverHttp http) throws IOException {
    this(context.instanceId(), errand, http, OutboundHttp.Resolver.SYSTEM);
  }

  /** As the other one, with a way to resolve names. */
  HttpLine(String instance, Errand errand, Errand.OverHttp http, OutboundHttp.Resolver resolver)
      throws IOException {
    this.instance = instance;
    this.errand = errand;
    this.http = http;
    this.token =
        http.tokenFile().isPresent()
            ? Optional.of(TokenFile.read(http.tokenFile().get()))
            : Optional.empty();
    this.outbound =
        new OutboundHttp(
            "plugin-" + instance,
            Allowlist.of(http.allow()),
            resolver,
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            errand.answerBytes());
  }

  /** Asks who is there; another plugin, or another version than was installed, is refused. */
  @Override
  public List<String> open() throws IOException, InterruptedException {
    Field found = send("GET", "plugin", new byte[0], errand.start(), true);
    String id = found.get("id").text();
    String version = found.get("version").text();
    if (!id.equals(errand.plugin()) || !version.equals(errand.version())) {
      throw new ElsewhereFault(
          "at %s is plugin %s %s, but installed is %s %s; install it again"
              .formatted(http.url(), id, version, errand.plugin(), errand.version()));
    }
    Field encoding = found.get("remote").get("position-encoding");
    if (!encoding.text().equals(http.encoding().word())) {
      throw new ElsewhereFault(
          "at %s offsets count %s, but installed is %s; install it again"
              .formatted(http.url(), encoding.text(), http.encoding().word()));
    }
    return errand.can();
  }

  @Override
  public Field ask(String question, ObjectNode body, Progress heard)
      throws IOException, InterruptedException {
    body.put("instance", instance).set("settings", errand.settings());
    return send(
        "POST", question, JsonBytes.write(body), budget(question), HARMLESS.contains(question));
  }

  private Duration budget(String question) {
    return switch (question) {
      case "read", "write" -> errand.format();
      case "command" -> errand.command();
      default -> errand.budget();
    };
  }

  private Field send(String method, String path, byte[] body, Duration budget, boolean again)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + budget.toNanos();
    for (int tried = 1; ; tried++) {
      Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
      boolean last = !again || tried == MOST_TRIES;
      Duration pause = PAUSE.multipliedBy(1L << (tried - 1));
      try {
        HttpAnswer answer = outbound.send(method, address(path), headers(), body, left);
        Optional<Duration> later = later(answer);
        if (last || later.isEmpty() || !fits(later.get(), end)) {
          return read(answer);
        }
        pause = later.get();
      } catch (Unreached failure) {
        if (last || !fits(pause, end)) {
          throw failure;
        }
      }
      Thread.sleep(pause.toMillis());
    }
  }

  private static boolean fits(Duration pause, long end) {
    return System.nanoTime() + pause.toNanos() - end < 0;
  }

  private URI address(String path) {
    String base = http.url().toString();
    return URI.create(base.endsWith("/") ? base + path : base + "/" + path);
  }

  private Map<String, String> headers() {
    return token.map(word -> Map.of("Authorization", "Bearer " + word)).orElse(Map.of());
  }

  private static Optional<Duration> later(HttpAnswer answer) {
    return answer.status() == UNAVAILABLE
        ? answer
            .header("retry-after")
            .filter(seconds -> seconds.matches("[0-9]{1,4}"))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        : Optional.empty();
  }

  private static Field read(HttpAnswer answer) throws ElsewhereFault {
    int status = answer.status();
    if (status >= 300 && status < 400) {
      throw new ElsewhereFault("it answered %d; redirects are not followed".formatted(status));
    }
    if (status == UNPROCESSABLE) {
      throw new ElsewhereRefusal(message(answer));
    }
    if (status != OK) {
      throw new ElsewhereFault("it answered %d%s".formatted(status, words(answer)));
    }
    String type = answer.header("content-type").orElse("nothing").split(";", 2)[0].strip();
    if (!type.equalsIgnoreCase("application/json")) {
      throw new ElsewhereFault("it answered with %s, not application/json".formatted(type));
    }
    return JsonBytes.read(answer.body());
  }

  /** Why the plugin says no to a file. */
  private static String message(HttpAnswer answer) {
    try {
      String words = JsonBytes.read(answer.body()).get("message").text();
      return words.substring(0, Math.min(MOST_WORDS, words.length()));
    } catch (Malformed other) {
      return "it answered 422 and does not say why";
    }
  }

  /** What the body of a refusal says, when it says it as the protocol asks. */
  private static String words(HttpAnswer answer) {
    try {
      Field body = JsonBytes.read(answer.body());
      String words = body.get("code").text() + ": " + body.get("message").text();
      return ", " + words.substring(0, Math.min(300, words.length()));
    } catch (Malformed other) {
      return "";
    }
  }

  @Override
  public void close() {
    outbound.close();
  }
}
