package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The canonical form is for ever: these hashes were computed outside of this program. */
class ChainTest {

  @Test
  void startBindsTheDocument() {
    assertThat(Chain.start("d1"))
        .isEqualTo("8b840aa96c074a04e2cb0bd27e80f145bbf523d9db4a047ea635b9fc0a093894");
  }

  @Test
  void nextCoversEveryFieldInTheDocumentedOrder() {
    NewEntry entry =
        new NewEntry(
            1, "作者", "client", 7, 1, "{\"字\":\"𠀋\"}", "abc", Instant.ofEpochMilli(1234567890123L));
    assertThat(Chain.next(Chain.start("d1"), "d1", 3, entry))
        .isEqualTo("09a6982af759e80e86cb64077172b2064d6f62d89d09c91fb56f4da26ee060af");
  }
}
