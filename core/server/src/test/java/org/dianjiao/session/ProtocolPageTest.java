package org.dianjiao.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianjiao.api.Body;
import org.dianjiao.json.Json;
import org.dianjiao.json.TypedJson;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that describes the protocol and the server agree. */
class ProtocolPageTest {

  private static final TypedJson<ClientFrame> READER = Frames.reader(Limits.defaults());

  private static final Pattern FRAME = Pattern.compile("(?m)^\\| `(\\{\"type\":.*?\\})` \\|");
  private static final Pattern BODY =
      Pattern.compile(
          "`(\\{\"is\":\"(?:tag|identification|regularization|glyph|gap|date|note)\"[^`]*\\})`");

  private static String page() throws IOException {
    return Files.readString(Path.of("../../docs/protocol.md"));
  }

  private static String fromTheClient() throws IOException {
    String page = page();
    return page.substring(page.indexOf("### From the client"), page.indexOf("### From the server"));
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  static Stream<String> clientFrames() throws IOException {
    return found(FRAME, fromTheClient())
        .map(frame -> frame.replace("[…]", "[]").replace("\"c\"", "\"client-of-the-editor\""))
        .map(frame -> frame.replace("\"r\"", "\"client-of-the-reviewer\""));
  }

  static Stream<String> bodies() throws IOException {
    return found(BODY, page());
  }

  @ParameterizedTest
  @MethodSource("clientFrames")
  void everyFrameOfAClientCanBeRead(String frame) {
    assertThat(READER.read(frame)).isNotNull();
  }

  @Test
  void everyKindOfFrameIsOnThePage() throws IOException {
    List<? extends Class<?>> shown =
        clientFrames().map(READER::read).map(Object::getClass).distinct().toList();
    assertThat(shown).hasSameSizeAs(kinds(ClientFrame.class).toList());
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(ProtocolPageTest::kinds)
        : Stream.of(type);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void everyBodyIsWrittenAsThePageShows(String body) {
    assertThat(Json.text(Json.read(body, Body.class))).isEqualTo(body);
  }

  @Test
  void everyKindOfBodyIsOnThePage() throws IOException {
    Set<Class<?>> shown =
        bodies().map(body -> Json.read(body, Body.class).getClass()).collect(Collectors.toSet());
    assertThat(shown).containsExactlyInAnyOrder(Body.class.getPermittedSubclasses());
  }
}
