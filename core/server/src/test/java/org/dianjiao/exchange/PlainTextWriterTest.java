package org.dianjiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianjiao.text.Text;
import org.junit.jupiter.api.Test;

class PlainTextWriterTest {

  @Test
  void writesEveryCharacter() throws IOException {
    for (Path file : SharedFolder.texts()) {
      String text = Files.readString(file);

      assertThat(PlainTextWriter.full(Text.of(text))).isEqualTo(text);
    }
  }

  @Test
  void leavesMarksOutButNoGlyphNoteAndNoSpace() {
    Text text = Text.of("\u3000\u3000第二款：大■〈口佛〉国，“钦差”。\n");

    assertThat(PlainTextWriter.bare(text)).isEqualTo("\u3000\u3000第二款大■〈口佛〉国钦差\n");
  }
}
