package org.dianjiao.plugin.remote.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FramesTest {

  private static Optional<byte[]> read(byte[] bytes, int most) throws IOException {
    return Frames.read(new DataInputStream(new ByteArrayInputStream(bytes)), most);
  }

  private static byte[] written(int length) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Frames.write(out, new byte[length]);
    return out.toByteArray();
  }

  @Test
  void readsWhatWasWritten() throws Exception {
    for (int length : new int[] {0, 1, 255, 256, 70_000}) {
      assertThat(read(written(length), 70_000))
          .hasValueSatisfying(message -> assertThat(message).hasSize(length));
    }
    assertThat(read(new byte[0], 10)).isEmpty();
  }

  @Test
  void refusesWhatIsLongerThanTheLimitUnread() {
    assertThatThrownBy(() -> read(new byte[] {-1, -1, -1, -1}, 10))
        .hasMessage("a message of 4294967295 bytes; the limit is 10");
  }

  @Test
  void refusesWhatEndsInTheMiddle() throws Exception {
    byte[] whole = written(7);
    for (int length = 1; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(part, 10)).isInstanceOf(IOException.class);
    }
  }
}
