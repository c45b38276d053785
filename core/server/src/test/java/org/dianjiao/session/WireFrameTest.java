package org.dianjiao.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFrameTest {

  private static final int LARGEST_FRAME = 65_536;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 41, 42, 125, 21_845, 21_846, 43_691, 500_000})
  void arrivesWholeAtEveryReceiver(int characters) {
    String text = "點".repeat(characters);
    WireFrame frame = WireFrame.of(text.getBytes(StandardCharsets.UTF_8));
    for (int receiver = 0; receiver < 3; receiver++) {
      assertThat(received(frame)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {124, 125, 126, 127, 65_535, 65_536, 65_537, 131_072, 131_073})
  void countsItsBytesOnEitherSideOfEachForm(int bytes) {
    String text = "x".repeat(bytes);
    assertThat(received(WireFrame.of(text.getBytes(StandardCharsets.UTF_8)))).isEqualTo(text);
  }

  /** As a client reads it that takes frames of the usual size. */
  private static String received(WireFrame frame) {
    EmbeddedChannel client =
        new EmbeddedChannel(
            new WebSocket13FrameDecoder(false, true, LARGEST_FRAME),
            new WebSocketFrameAggregator(1 << 22));
    assertThat(client.writeInbound(frame.bytes())).isTrue();
    WebSocketFrame message = client.readInbound();
    assertThat(message).isInstanceOf(TextWebSocketFrame.class);
    String text = message.content().toString(StandardCharsets.UTF_8);
    message.release();
    assertThat(client.<Object>readInbound()).isNull();
    client.finishAndReleaseAll();
    return text;
  }
}
