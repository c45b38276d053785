package org.dianjiao.e2e;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How an input method gets to a word: what stands in the text, step by step, until the word is
 * chosen. No unit of a step is ever a unit of a word.
 */
enum Spelling {
  PINYIN("n ni nih niha nihao nih ni'hao"),
  PINYIN_LONG("z zh zhong zhonghua zhonghuam zhonghuaminguo"),
  ZHUYIN("ㄓ ㄓㄨ ㄓㄨㄥ ㄓㄨㄥㄍ ㄓㄨㄥㄍㄨ ㄓㄨㄥㄍㄨㄛ"),
  KANA("k か かn かん かんz かんじ 漢じ 漢字 感字 感じ"),
  HANGUL("ㅎ 하 한 핝 하 ㅎ 그 글");

  private final String steps;

  Spelling(String steps) {
    this.steps = steps;
  }

  /** Some steps of any input method, in their order; at least one. */
  static List<String> any(RandomGenerator random) {
    List<Spelling> all = List.of(values());
    return all.get(random.nextInt(all.size())).some(random);
  }

  private List<String> some(RandomGenerator random) {
    List<String> all = List.of(steps.split(" "));
    List<String> some = all.stream().filter(step -> random.nextInt(3) > 0).toList();
    return some.isEmpty() ? all.subList(0, 1) : some;
  }

  /** Whether a text has what only an unfinished word has. */
  static boolean isIn(String text) {
    return text.chars().anyMatch(Spelling::isLetter);
  }

  private static boolean isLetter(int unit) {
    return (unit >= 'a' && unit <= 'z')
        || unit == '\''
        || (unit >= 'ぁ' && unit <= 'ㆎ')
        || (unit >= '가' && unit <= '힣')
        || "漢字感".indexOf(unit) >= 0;
  }
}
