package org.dianjiao.plugin.names.find;

import java.util.Set;

/** What kind of thing an unknown name is, by the words on either side of it. */
final class TypeGuess {

  private static final Set<String> TOWARDS =
      Set.of(
          "至", "自", "由", "在", "往", "赴", "抵", "于", "经", "距", "入", "占", "据", "逾", "循", "沿", "顺", "越",
          "近", "过", "驻", "克", "陷");
  private static final Set<String> SENT = Set.of("命", "遣", "令", "谕", "派", "授", "封", "诏", "戕", "使");
  private static final String[] OF_PLACES = {
    "所属", "境", "地方", "卡伦", "边", "等处", "等地", "以东", "以西", "以南", "以北", "迤", "城", "界", "之路", "分界", "东",
    "西", "南", "北"
  };
  private static final String[] OF_PEOPLES = {"部", "人", "兵", "游牧", "属国", "贼", "众"};
  private static final String[] OF_PERSONS = {
    "等", "以闻", "奏", "又与", "以为", "复", "与", "会", "谓", "曰", "言", "请", "欲", "遂", "乃", "至", "来", "率", "归"
  };

  private final Vocabulary words;

  TypeGuess(Vocabulary words) {
    this.words = words;
  }

  String of(Reading reading, KnownPlaces known, int from, int to) {
    boolean freeBefore = reading.gap(from) != Reading.NOTHING;
    String before = freeBefore ? "" : reading.part(from - 1, from);
    String after = reading.part(to, Math.min(reading.length(), to + 2));
    boolean freeAfter = reading.gap(to) != Reading.NOTHING;
    if (!freeBefore && (words.endsAt("role", reading, from) || SENT.contains(before))) {
      return "person";
    }
    if (!freeAfter && starts(after, OF_PEOPLES)) {
      return "people";
    }
    if (TOWARDS.contains(before) || (!freeAfter && starts(after, OF_PLACES))) {
      return "place";
    }
    if (!freeAfter && starts(after, OF_PERSONS)) {
      return "person";
    }
    String listed = reading.follows(from, '、') ? known.typeEndingAt(from) : "";
    return listed.isEmpty() || listed.equals("office") ? "place" : listed;
  }

  private static boolean starts(String text, String[] words) {
    for (String word : words) {
      if (text.startsWith(word)) {
        return true;
      }
    }
    return false;
  }
}
