package org.dianjiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatesTest {

  static Stream<List<String>> published() {
    List<List<String>> rows = new ArrayList<>();
    Table.rows("public.tsv", cells -> rows.add(List.of(cells)));
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("published")
  void readsWhatIsPublished(List<String> row) {
    Reading reading = Dates.typed(row.get(0), row.get(1), "").orElseThrow().reading();
    assertThat(reading.resolved()).isEqualTo(!row.get(2).isEmpty());
    if (reading.resolved()) {
      assertThat(reading.norm()).isEqualTo(row.get(2));
      assertThat(Days.gregorian(reading.first())).isEqualTo(row.get(3));
      assertThat(Days.gregorian(reading.last())).isEqualTo(row.get(4));
    }
  }

  /** Days of events that are known from elsewhere; Julian before 1582. */
  @ParameterizedTest
  @CsvSource({
    "太平兴国四年五月甲申, 0979-06-03",
    "貞觀二十三年五月己巳, 0649-07-10",
    "开皇九年正月乙丑朔, 0589-01-22",
    "绍兴十一年十二月二十九日, 1142-01-27",
    "景泰八年正月十七日, 1457-02-11",
    "崇祯十七年三月十九日, 1644-04-25",
    "康熙六十一年十一月十三日, 1722-12-20",
    "咸丰十一年七月十七日, 1861-08-22",
    "光绪三十四年十月二十五日, 1908-11-18",
    "光绪廿六年腊月廿三日, 1901-02-11",
    "宣统三年八月十九日, 1911-10-10",
    "元和十五年正月庚子, 0820-02-14",
    "嘉庆三年十二月晦, 1799-02-04",
    "雍正元年十月朔, 1723-10-29",
    "民国元年一月一日, 1912-01-01"
  })
  void knowsDaysOfEvents(String words, String day) {
    Reading reading = Dates.typed(words, "", "").orElseThrow().reading();
    assertThat(reading.fault()).isEmpty();
    assertThat(Days.shown(reading.first())).startsWith(day);
    assertThat(reading.last()).isEqualTo(reading.first());
  }

  @ParameterizedTest
  @CsvSource({
    "咸丰八年四月三十日, has 29 days, 咸丰八年四月二十九日",
    "咸丰八年六月初九日（甲寅）, is 癸丑, 咸丰八年六月初十日",
    "咸丰八年闰四月, has no leap month, 咸丰八年四月",
    "光绪七年闰三月, has the leap month 闰七月, 光绪七年闰七月",
    "咸丰十二年, ended in its year 11, 同治元年",
    "咸丰八年十三月初一日, no month 13, ",
    "乾隆四十九年乙巳, is 甲辰, 乾隆四十九年",
    "康熙五十八年二月庚寅, has no 庚寅, 康熙五十八年正月十七日",
    "光绪九年（一八五九）三月, not 1859, 光绪九年三月",
    "咸丰八年四月十六日（1858年5月29日）, not 1858-05-29, 咸丰八年四月十六日"
  })
  void saysWhyADateCannotBeAndWhatWouldFit(String words, String why, String fits) {
    Found found = Dates.typed(words, "", "").orElseThrow();
    assertThat(found.reading().fault()).contains(why);
    if (fits != null) {
      assertThat(found.others().get(0).norm()).isEqualTo(fits);
    }
  }

  private static List<String> norms(String text) {
    return Dates.in(text).stream()
        .map(one -> one.reading().norm() + (one.reference() ? "*" : ""))
        .toList();
  }

  @Test
  void goesByWhatIsToldBefore() {
    assertThat(
            norms(
                "同治七年二月，俄人越界采金，不认雍正五年所定界址。七月，伐木。明年春三月，订约。是月，会议，允俟明年勘界。是年，"
                    + "不许。去秋已立。十年夏五月，袭取伊犁，限十年迁回，再展三年。闰三月初五日，次日又来。"))
        .containsExactly(
            "同治七年二月", "雍正五年*", "同治七年七月", "同治八年三月", "同治八年三月", "同治九年", "同治八年", "同治七年秋*", "同治十年五月",
            "闰三月初五日");
  }

  @Test
  void tellsTheReignFromWhatFollows() {
    assertThat(norms("八月，会议。是年，越界。\n二年四月，借用驿马。\n十三年八月，建房。\n光緒元年夏五月，游歷官來。"))
        .containsExactly("同治元年八月", "同治元年", "同治二年四月", "同治十三年八月", "光緒元年五月");
    assertThat(norms("十五年，割草。十六年，運貨。光緒七年，改訂新約。至是，許之。是年，穴地。十七年，築路。"))
        .containsExactly("光緒十五年", "光緒十六年", "光緒七年*", "光緒十六年", "光緒十七年");
    assertThat(norms("六月初九日（癸丑），奏。\n五月初一日，有船停泊。\n咸豐九年三月二十日，奏。"))
        .containsExactly("咸豐八年六月初九日", "咸豐八年五月初一日", "咸豐九年三月二十日");
  }

  @Test
  void goesOnWithWhatIsOlderBehindAHeading() {
    assertThat(norms("日本訂約在同治九年。光緒甲午之役，喪師。庚子一役，兩宮播遷。\n俄羅斯\n崇德四年，再定。順治中，屢遣兵。十二年及十七年，奏書。"))
        .containsExactly("同治九年", "光緒二十年", "光緒二十六年", "崇德四年", "順治中", "順治十二年", "順治十七年");
  }

  @Test
  void countsDaysByTheCycleInTheMonthThatIsTold() {
    assertThat(norms("贞观四年二月己亥，幸温汤。甲辰，破突厥。丙午，还宫。三月庚辰，至。"))
        .containsExactly("贞观四年二月初三日", "贞观四年二月初八日", "贞观四年二月初十日", "贞观四年三月十五日");
  }

  @Test
  void goesOnInTheNextReignWithinAYear() {
    assertThat(norms("明万历四十八年七月丙申，神宗崩。八月丙午朔，光宗即位。明年，改元。"))
        .containsExactly("万历四十八年七月二十一日", "泰昌元年八月初一日", "天启元年");
  }

  @Test
  void joinsARangeAndHoldsTwoCalendarsAgainstEachOther() {
    List<Found> range = Dates.in("同治三年六月十六日至二十日，破城。");
    assertThat(range).hasSize(1);
    assertThat(range.get(0).reading().last() - range.get(0).reading().first()).isEqualTo(4);
    List<Found> both = Dates.in("議定詳明一千八百五十八年瑪乙月十六日即咸豐八年四月二十一日在愛琿城所立和約，遵照是年伊雲月初一日即五月初三日所立和約。");
    assertThat(both.get(0).reason()).contains("1858-05-28", "but", "1858-06-02");
    assertThat(both.get(1).others()).extracting(Reading::norm).contains("咸豐八年四月十六日");
    assertThat(both.get(both.size() - 1).reason()).contains("the same as");
  }

  @Test
  void goesByWhatSomebodyDecided() {
    String text = "六年，訂約。八月，會議。";
    assertThat(Dates.in(text, Map.of(0, "同治六年")).get(0).reading().norm()).isEqualTo("同治六年八月");
  }

  @Test
  void takesNoSpanForADate() {
    assertThat(norms("光绪七年，订约：限十年迁回，再展三年，每三月行文一次，约一年之内，满十二年之数，月间定限，第三年。")).containsExactly("光绪七年");
  }
}
