package org.dianjiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReignsTest {

  @Test
  void everyYearOfQingAndMingFollowsTheOneBefore() {
    for (String title : List.of("永樂", "嘉靖", "康熙", "乾隆", "光緒")) {
      Reign reign = Reigns.all().named(title).get(0);
      for (int year = reign.firstYear(); year < reign.lastYear(); year++) {
        List<Month> months = reign.year(year);
        assertThat(months).hasSizeBetween(12, 13);
        assertThat(months.get(months.size() - 1).last() + 1)
            .as(title + " " + (year + 1))
            .isEqualTo(reign.year(year + 1).get(0).first());
      }
    }
  }

  @Test
  void joinsTheMonthInWhichARulerDied() {
    Reign guangxu = Reigns.all().named("光绪").get(0);
    assertThat(guangxu.year(34))
        .extracting(Month::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(guangxu.year(34).get(9).days()).isEqualTo(30);
    assertThat(guangxu.cycleOf(20)).isEqualTo(Cycle.at("甲午", 0));
  }

  @Test
  void namesTheDaysOfTheCycle() {
    assertThat(Cycle.name(Cycle.ofDay(2_399_880))).isEqualTo("癸丑");
    for (int place = 0; place < 60; place++) {
      assertThat(Cycle.at(Cycle.name(place), 0)).isEqualTo(place);
    }
    assertThat(Cycle.at("甲丑", 0)).isEqualTo(-1);
  }

  @Test
  void turnsDaysIntoBothCalendarsOfTheWest() {
    assertThat(Days.gregorian(2_299_161)).isEqualTo("1582-10-15");
    assertThat(Days.julian(2_299_160)).isEqualTo("1582-10-04");
    for (long day : new long[] {1_641_025, 1_721_424, 1_990_000, 2_299_160, 2_415_021}) {
      String[] parts = Days.julian(day).replaceFirst("^-", "").split("-", -1);
      int year = Integer.parseInt(parts[0]) * (Days.julian(day).startsWith("-") ? -1 : 1);
      assertThat(Days.ofJulian(year, Integer.parseInt(parts[1]), Integer.parseInt(parts[2])))
          .isEqualTo(day);
    }
    assertThat(Days.ofJulian(1858, 5, 16)).isEqualTo(Days.ofGregorian(1858, 5, 28));
  }
}
