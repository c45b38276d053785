package org.dianjiao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastResortTest {

  private final List<String> ends = new ArrayList<>();

  @Test
  void memoryThatRanOutEndsTheServer() {
    Server.uncaught(
        new OutOfMemoryError("failed to allocate direct memory"), (why, cause) -> ends.add(why));
    assertThat(ends).singleElement().asString().startsWith("there is no memory left");
  }

  @Test
  void faultOfOnePartEndsNothing() {
    Server.uncaught(new IllegalStateException("a fault"), (why, cause) -> ends.add(why));
    assertThat(ends).isEmpty();
  }
}
