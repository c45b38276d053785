package org.dianjiao.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dianjiao.json.Json;
import org.dianjiao.limits.Limits;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private static final Limits LIMITS =
      Json.readSettings(
          """
          outbound-messages: 10
          outbound-bytes: 10000
          """,
          Limits.class);

  private final Backlog backlog = new Backlog(LIMITS);

  private static Telling changes(String document, long first) {
    ServerFrame.Told told =
        new ServerFrame.Told(
            "client-of-the-editor",
            first,
            "a1",
            java.time.Instant.EPOCH,
            org.dianjiao.text.ChangeSet.empty(3),
            List.of());
    return Telling.of(
        new ServerFrame.Changes(document, 1, first, List.of(told, told), Optional.empty()));
  }

  private static Telling cursor(String session, int at) {
    return Telling.of(new ServerFrame.Presence("d", session, "a1", "Wang", "#112233", 1, at, at));
  }

  private static Telling kept() {
    return Telling.of(new ServerFrame.Members("d", Optional.empty(), Map.of(), 1));
  }

  private static String text(Telling telling) {
    return WireText.of(telling.frame());
  }

  private List<String> all() {
    List<String> frames = new ArrayList<>();
    for (var next = backlog.poll(); next.isPresent(); next = backlog.poll()) {
      frames.add(text(next.get()));
    }
    assertThat(backlog.isEmpty()).isTrue();
    return frames;
  }

  @Test
  void keepsTheOrder() {
    List<Telling> told = List.of(changes("d", 1), kept(), changes("e", 7), cursor("s", 1));
    told.forEach(backlog::add);
    assertThat(all()).isEqualTo(told.stream().map(BacklogTest::text).toList());
  }

  @Test
  void keepsOnlyTheNewestCursorOfEachSession() {
    backlog.add(cursor("s", 1));
    backlog.add(cursor("t", 2));
    backlog.add(cursor("s", 3));
    assertThat(all()).containsExactly(text(cursor("t", 2)), text(cursor("s", 3)));
  }

  @Test
  void leavesCursorsOutBeforeChanges() {
    IntStream.range(0, 6).forEach(i -> backlog.add(cursor("s" + i, i)));
    IntStream.range(0, 5).forEach(i -> backlog.add(changes("d", 1 + 2L * i)));
    assertThat(all()).hasSize(5).allMatch(frame -> frame.contains("\"changes\""));
  }

  @Test
  void saysHowFarADocumentIsInPlaceOfItsChanges() {
    backlog.add(kept());
    IntStream.range(0, 40).forEach(i -> backlog.add(changes("d", 1 + 2L * i)));
    assertThat(backlog.isOver()).isFalse();
    assertThat(all())
        .containsExactly(
            text(kept()), text(Telling.of(new ServerFrame.Head("d", 1, 80, Optional.empty()))));
  }

  @Test
  void saysThatItIsOverWhenWhatHasToArriveIsTooMuch() {
    IntStream.range(0, 10).forEach(i -> backlog.add(kept()));
    assertThat(backlog.isOver()).isFalse();
    backlog.add(kept());
    assertThat(backlog.isOver()).isTrue();
  }

  @Test
  void takesOneFrameOfAnySize() {
    Telling large = Telling.of(new ServerFrame.Failed("x", "文".repeat(20_000), Optional.empty()));
    backlog.add(large);
    backlog.add(kept());
    assertThat(backlog.isOver()).isFalse();
    backlog.add(large);
    assertThat(backlog.isOver()).isTrue();
  }
}
