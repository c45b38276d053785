package org.dianjiao.plugin.punctuation.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.dianjiao.plugin.punctuation.SharedFolder;
import org.dianjiao.plugin.punctuation.Shipped;
import org.dianjiao.plugin.punctuation.structure.LostQuotes.Lost;
import org.junit.jupiter.api.Test;

class LostQuotesTest {

  @Test
  void restoresSpeechAndWords() {
    assertThat(restored("其新察罕汗復書至，言： 請先釋雅克薩之圍。 許之，遂詔退師。"))
        .isEqualTo("其新察罕汗復書至，言：「請先釋雅克薩之圍。」許之，遂詔退師。");
    assertThat(restored("又以條約所載 西直 字為 西南 字誤，必欲更易。")).isEqualTo("又以條約所載「西直」字為「西南」字誤，必欲更易。");
  }

  @Test
  void takesTwoSpacesForAnEndAndABeginning() {
    assertThat(restored("有俄國 阿  巴  瓦 三字。")).isEqualTo("有俄國「阿」「巴」「瓦」三字。");
  }

  @Test
  void leavesSpacesAloneThatSayNothing() {
    assertThat(restored("床前明月光 疑是地上霜 舉頭望明月 低頭思故鄉")).isEqualTo("床前明月光 疑是地上霜 舉頭望明月 低頭思故鄉");
    assertThat(restored("曰： 諾。")).as("no second space").isEqualTo("曰： 諾。");
    assertThat(restored("see 曰： the text。 here")).isEqualTo("see 曰： the text。 here");
  }

  @Test
  void restoresNearlyAllThatTheChapterOnRussiaLost() throws IOException {
    String text =
        Files.readString(SharedFolder.resolve("texts").resolve("000_e7da4800d09583c2.txt"));

    String restored = restored(text);

    assertThat(restored.chars().filter(unit -> "「」".indexOf(unit) >= 0).count()).isEqualTo(182);
    assertThat(restored).contains("续约第二条载有「西疆尚在未定之界，").contains("及删去「小本营生」、天津");
    assertThat(restored.replaceAll("[「」 ]", "")).isEqualTo(text.replace(" ", ""));
  }

  private static String restored(String text) {
    StringBuilder restored = new StringBuilder(text);
    for (BareLine line : BareTextReader.read(text, Shipped.TABLE)) {
      List<Lost> lost = LostQuotes.find(line, text, 0, line.size());
      for (Lost one : lost) {
        restored.setCharAt(one.space().start(), one.opens() ? '「' : '」');
      }
    }
    return restored.toString();
  }
}
