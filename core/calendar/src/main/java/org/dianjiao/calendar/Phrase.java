package org.dianjiao.calendar;

import java.util.List;
import java.util.Optional;
import org.dianjiao.calendar.Expression.DayPart;
import org.dianjiao.calendar.Expression.MonthPart;
import org.dianjiao.calendar.Expression.Western;
import org.dianjiao.calendar.Expression.YearPart;

/** Reads one date from where it begins; which words make one, and in which order. */
final class Phrase {

  private static final String SEASONS = "春夏秋冬";
  private static final String BEGINNINGS =
      "顺康雍乾嘉道咸同光宣是本此同该今明次翌来逾越去上昨客后当下前即春夏秋冬孟仲季正腊端闰元初岁太甲乙丙丁戊己庚辛壬癸";
  private static final String SHORT = "顺康雍乾嘉道咸同光宣";
  private static final List<String> QING =
      List.of("顺治", "康熙", "雍正", "乾隆", "嘉庆", "道光", "咸丰", "同治", "光绪", "宣统");
  private static final Object[][] YEARS = {
    {"是年", 0},
    {"本年", 0},
    {"此年", 0},
    {"同年", 0},
    {"该年", 0},
    {"今年", 0},
    {"是岁", 0},
    {"本岁", 0},
    {"今岁", 0},
    {"此岁", 0},
    {"明年", 1},
    {"次年", 1},
    {"翌年", 1},
    {"来年", 1},
    {"逾年", 1},
    {"越年", 1},
    {"明岁", 1},
    {"次岁", 1},
    {"翌岁", 1},
    {"来岁", 1},
    {"去年", -1},
    {"上年", -1},
    {"昨年", -1},
    {"去岁", -1},
    {"客岁", -1},
    {"昨岁", -1},
    {"后年", 2}
  };
  private static final Object[][] SEASONAL = {
    {"去", -1}, {"今", 0}, {"来", 1}, {"明", 1}, {"是", 0}, {"次", 1}, {"翌", 1}, {"客", -1}
  };
  private static final Object[][] MONTHS = {
    {"是月", 0},
    {"本月", 0},
    {"此月", 0},
    {"同月", 0},
    {"该月", 0},
    {"当月", 0},
    {"次月", 1},
    {"翌月", 1},
    {"来月", 1},
    {"下月", 1},
    {"逾月", 1},
    {"上月", -1},
    {"前月", -1},
    {"去月", -1}
  };
  private static final Object[][] DAYS = {
    {"是日", 0},
    {"本日", 0},
    {"此日", 0},
    {"同日", 0},
    {"即日", 0},
    {"当日", 0},
    {"次日", 1},
    {"翌日", 1},
    {"明日", 1},
    {"越日", 1},
    {"昨日", -1},
    {"前日", -1}
  };

  private final Reigns reigns;
  private final Cursor cursor;
  private final int start;

  private Phrase(Reigns reigns, String folded, int start) {
    this.reigns = reigns;
    this.cursor = new Cursor(folded, start);
    this.start = start;
  }

  /** The date that begins at a place of a folded text. */
  static Optional<Expression> at(Reigns reigns, String folded, int start) {
    char first = folded.charAt(start);
    if (BEGINNINGS.indexOf(first) < 0 && !WesternWords.mayBegin(first) && !reigns.mayBegin(first)) {
      return Optional.empty();
    }
    return new Phrase(reigns, folded, start).read();
  }

  private Optional<Expression> read() {
    Optional<Western> western =
        WesternWords.mayBegin(cursor.next())
            ? WesternWords.read(cursor).or(() -> WesternWords.day(cursor))
            : Optional.empty();
    if (western.isPresent()) {
      return Optional.of(expression(Optional.empty(), Optional.empty(), Optional.empty(), western));
    }
    Optional<YearPart> year = year();
    if (year.isEmpty()) {
      cursor.at = start;
    }
    Optional<Western> beside = year.isPresent() ? WesternWords.beside(cursor) : Optional.empty();
    boolean wholeReign = year.flatMap(YearPart::whole).isPresent();
    Optional<MonthPart> month = wholeReign ? Optional.empty() : month();
    Optional<DayPart> day =
        wholeReign ? Optional.empty() : new DayWords(cursor, year, month).read();
    if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
      day = shifted(DAYS).map(shift -> new DayPart(0, -1, false, 0, Optional.of(shift)));
    }
    if (beside.isEmpty() && cursor.at > start) {
      beside = WesternWords.beside(cursor);
    }
    return cursor.at == start
        ? Optional.empty()
        : Optional.of(expression(year, month, day, beside));
  }

  private Expression expression(
      Optional<YearPart> year,
      Optional<MonthPart> month,
      Optional<DayPart> day,
      Optional<Western> western) {
    return new Expression(start, cursor.at, year, month, day, western);
  }

  private Optional<YearPart> year() {
    Optional<YearPart> relative = relativeYear().or(this::shortened);
    if (relative.isPresent()) {
      return relative;
    }
    cursor.at = start;
    int prefix = reigns.prefixAt(cursor.text, start);
    Optional<YearPart> named = prefix == 0 ? Optional.empty() : reign(start + prefix);
    return named.or(() -> reign(start)).or(this::bare);
  }

  private Optional<YearPart> relativeYear() {
    Optional<Integer> shift = shifted(YEARS);
    if (shift.isEmpty()) {
      for (Object[] word : SEASONAL) {
        String begins = (String) word[0];
        if (cursor.isAt(begins)
            && start + 1 < cursor.text.length()
            && SEASONS.indexOf(cursor.text.charAt(start + 1)) >= 0) {
          cursor.at++;
          shift = Optional.of((Integer) word[1]);
          break;
        }
      }
    }
    return shift.map(by -> new YearPart("", List.of(), 0, -1, Optional.of(by), Optional.empty()));
  }

  /** 嘉、道间: reigns of Qing by one character each. */
  private Optional<YearPart> shortened() {
    int first = SHORT.indexOf(cursor.next());
    if (first < 0) {
      return Optional.empty();
    }
    cursor.at++;
    cursor.take("、");
    int last = SHORT.indexOf(cursor.next());
    cursor.at += last > first ? 1 : 0;
    int end = cursor.at;
    if (last <= first || cursor.takeOne("年间", "之间", "间", "两朝", "之际", "以来") < 0) {
      cursor.at = start;
      return Optional.empty();
    }
    cursor.at = cursor.text.startsWith("以来", end) ? end : cursor.at;
    List<Reign> both =
        List.of(reigns.named(QING.get(first)).get(0), reigns.named(QING.get(last)).get(0));
    return Optional.of(
        new YearPart(
            cursor.text.substring(start, end), both, 0, -1, Optional.empty(), Optional.of('与')));
  }

  private Optional<YearPart> reign(int from) {
    int length = reigns.titleAt(cursor.text, from);
    if (length == 0) {
      return Optional.empty();
    }
    String title = cursor.text.substring(from, from + length);
    List<Reign> all = reigns.named(title);
    if (from > start) {
      all = Reigns.of(all, cursor.text.substring(start, from));
    }
    cursor.at = from + length;
    boolean bracket = cursor.opens();
    int number = number();
    int cycle = number > 0 ? cycleBeside() : cursor.cycle();
    if (bracket && !cursor.closes()) {
      cursor.at = start;
      return Optional.empty();
    }
    if (number == 0 && cycle >= 0) {
      cursor.takeOne("年", "岁");
    }
    Optional<Character> whole = number == 0 && cycle < 0 ? whole(title, all) : Optional.empty();
    if (number == 0 && cycle < 0 && whole.isEmpty()) {
      cursor.at = start;
      return Optional.empty();
    }
    return Optional.of(new YearPart(title, all, number, cycle, Optional.empty(), whole));
  }

  /** 元年, 二十八年, 三載; 0 for none. */
  private int number() {
    return cursor.takeOne("元年", "元载", "元祀") >= 0 ? 1 : cursor.numbered("年", "载", "祀");
  }

  private static final String COMMON =
      "太平 文明 和平 中和 中兴 天德 大同 大中 大定 上元 永安 至德 乾元 太和 长安 太初 大宝 大有 神龙 天安";

  private Optional<Character> whole(String title, List<Reign> all) {
    boolean known = !COMMON.contains(title) && all.stream().anyMatch(one -> one.lastYear() > 4);
    int word = known ? cursor.takeOne("年间", "间", "初年", "末年", "中叶", "初", "末", "中", "之世", "时") : -1;
    // a word of its own begins: 中國, 中俄, 初四
    boolean other = (word == 5 || word == 6) && Numerals.isPart(cursor.next());
    if (other || (word == 7 && "国俄外英法日华堂书".indexOf(cursor.next()) >= 0)) {
      return Optional.empty();
    }
    return word < 0 ? Optional.empty() : Optional.of("间间初末中初末中间间".charAt(word));
  }

  /** The place of the year in the cycle beside its number: 甲子, （甲子）, 歲次甲子. */
  private int cycleBeside() {
    int from = cursor.at;
    boolean bracket = cursor.opens();
    cursor.take("，");
    boolean said = cursor.takeOne("岁次", "岁在", "太岁在", "岁舍") >= 0;
    int cycle = cursor.cycle();
    boolean apart =
        !bracket && !said && from < cursor.text.length() && cursor.text.charAt(from) == '，';
    if (cycle < 0 || apart || (bracket && !cursor.closes())) {
      cursor.at = from;
      return -1;
    }
    cursor.takeOne("岁", "年");
    return cycle;
  }

  /** A year that goes by the reign that is told of: 二年, 庚子年, 歲次庚子. */
  private Optional<YearPart> bare() {
    cursor.at = start;
    // the first year is 元年
    int number = cursor.isAt("一年") ? 0 : number();
    boolean said = number == 0 && cursor.takeOne("岁次", "岁在", "太岁在") >= 0;
    int cycle = number > 0 ? cycleBeside() : cursor.cycle();
    boolean named = said || cursor.takeOne("年", "岁") >= 0 || isAtEvent();
    if (number == 0 && (cycle < 0 || !named)) {
      cursor.at = start;
      return Optional.empty();
    }
    return Optional.of(
        new YearPart("", List.of(), number, cycle, Optional.empty(), Optional.empty()));
  }

  private boolean isAtEvent() {
    for (String event : List.of("之役", "一役", "之变", "之乱", "之约", "事变", "政变", "之战", "赔款", "和约")) {
      if (cursor.isAt(event)) {
        return true;
      }
    }
    return false;
  }

  private Optional<MonthPart> month() {
    int from = cursor.at;
    int prefix = cursor.takeOne("孟", "仲", "季");
    int season = SEASONS.indexOf(cursor.next());
    boolean named = season >= 0 && (prefix >= 0 || from > start || seasonStands());
    cursor.at = named ? cursor.at + 1 : from;
    int ofMonth = cursor.at;
    Optional<Integer> shift = from == start ? shifted(MONTHS) : Optional.empty();
    if (shift.isPresent()) {
      return Optional.of(new MonthPart(0, false, -1, shift));
    }
    boolean leap = cursor.take("闰");
    int special = cursor.takeOne("正月", "冬月", "腊月", "端月");
    int number = special < 0 ? cursor.numbered("月") : new int[] {1, 11, 12, 1}[special];
    if (number == 0 && leap && cursor.take("月")) {
      return Optional.of(new MonthPart(0, true, -1, Optional.empty()));
    }
    if (number > 0) {
      return Optional.of(new MonthPart(number, leap, -1, Optional.empty()));
    }
    cursor.at = named ? ofMonth : from;
    if (!named) {
      return Optional.empty();
    }
    int inSeason = prefix < 0 ? 0 : season * 3 + prefix + 1;
    return Optional.of(
        new MonthPart(inSeason, false, inSeason > 0 ? -1 : season, Optional.empty()));
  }

  /** A season that begins a date is one only when a month follows. */
  private boolean seasonStands() {
    Cursor ahead = new Cursor(cursor.text, cursor.at + 1);
    ahead.take("闰");
    return ahead.isAt("正月") || ahead.numbered("月") > 0;
  }

  private Optional<Integer> shifted(Object[][] words) {
    for (Object[] word : words) {
      if (cursor.take((String) word[0])) {
        return Optional.of((Integer) word[1]);
      }
    }
    return Optional.empty();
  }
}
