package org.dianjiao.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All reigns of Chinese dynasties from Qin to Qing, found by their names in either script. */
public final class Reigns {

  private static final Pattern MONTH = Pattern.compile("(-?\\d+)(\\+?)=(\\d+)(?:@(\\d+))?(p?)");
  private static final List<String> GREAT =
      List.of("清", "明", "蒙古", "元", "北宋", "南宋", "唐", "隋", "東漢", "西漢", "秦", "西晉", "東晉", "曹魏");

  private static final Reigns ALL = new Reigns();

  private final List<Reign> reigns = new ArrayList<>();
  private final Map<String, List<Reign>> byTitle = new HashMap<>();
  private final Set<String> before = new HashSet<>();
  private final Map<Character, Integer> longest = new HashMap<>();

  private Reigns() {
    Map<Integer, List<Month>> months = new HashMap<>();
    Table.rows("months.tsv", cells -> read(cells, months));
    Table.rows("reigns.tsv", cells -> add(cells, months.get(Integer.parseInt(cells[0]))));
    byTitle.values().forEach(same -> same.sort(Comparator.comparingInt(Reigns::rank)));
    byTitle.keySet().forEach(this::measure);
    before.forEach(this::measure);
  }

  /** Those that ship. */
  public static Reigns all() {
    return ALL;
  }

  private static void read(String[] cells, Map<Integer, List<Month>> months) {
    List<Month> all = months.computeIfAbsent(Integer.parseInt(cells[0]), none -> new ArrayList<>());
    int year = Integer.parseInt(cells[1]);
    long first = Long.parseLong(cells[2]);
    Matcher month = MONTH.matcher(cells[3]);
    while (month.find()) {
      int days = Integer.parseInt(month.group(3));
      int firstDay = month.group(4) == null ? 1 : Integer.parseInt(month.group(4));
      all.add(
          new Month(
              year,
              Integer.parseInt(month.group(1)),
              !month.group(2).isEmpty(),
              first,
              days,
              firstDay,
              !month.group(5).isEmpty()));
      first += days;
    }
  }

  private void add(String[] cells, List<Month> months) {
    if (months.stream().allMatch(Month::proleptic)) {
      return;
    }
    Reign reign =
        new Reign(
            List.of(cells[1].split("\\|")),
            List.of(cells[2].split("\\|")),
            List.of(cells[3].split("\\|")),
            Integer.parseInt(cells[4]),
            months);
    reigns.add(reign);
    for (String title : reign.titles()) {
      byTitle.computeIfAbsent(Fold.of(title), none -> new ArrayList<>()).add(reign);
    }
    reign.dynasties().forEach(name -> before.add(Fold.of(name)));
    for (String ruler : reign.rulers()) {
      before.add(Fold.of(ruler));
      reign.dynasties().forEach(dynasty -> before.add(Fold.of(dynasty + ruler)));
    }
    before.remove("");
  }

  private void measure(String name) {
    longest.merge(name.charAt(0), name.length(), Math::max);
  }

  private static int rank(Reign reign) {
    int great = GREAT.indexOf(reign.dynasties().get(0));
    return (great < 0 ? GREAT.size() : great) * 100 - Math.min(reign.lastYear(), 99);
  }

  /** A day as it is called in the reign with which some words begin. */
  Optional<Reading> day(long julianDay, String words, Norm norm) {
    String folded = Fold.of(words);
    int length = folded.isEmpty() ? 0 : titleAt(folded, 0);
    return named(folded.substring(0, length)).stream()
        .flatMap(reign -> reign.on(julianDay, words.substring(0, length)).stream())
        .map(point -> Reading.of(norm.of(point), julianDay, julianDay))
        .findFirst();
  }

  /** Reigns of a name, the likelier first. */
  public List<Reign> named(String title) {
    return byTitle.getOrDefault(Fold.of(title), List.of());
  }

  /** The reign that the same dynasty counted next. */
  public Optional<Reign> after(Reign reign) {
    return reigns.stream()
        .filter(next -> next.first() > reign.first() && next.first() <= reign.last() + 60)
        .filter(next -> next.first() >= reign.last() - 400)
        .min(
            Comparator.comparingInt((Reign next) -> kin(reign, next))
                .thenComparingLong(next -> Math.abs(next.first() - reign.last() - 1)));
  }

  /** The reign that the same dynasty counted before. */
  public Optional<Reign> before(Reign reign) {
    return reigns.stream()
        .filter(past -> past.first() < reign.first() && past.last() >= reign.first() - 60)
        .filter(past -> past.last() <= reign.first() + 400)
        .min(
            Comparator.comparingInt((Reign past) -> kin(reign, past))
                .thenComparingLong(past -> Math.abs(reign.first() - past.last() - 1)));
  }

  private static int kin(Reign one, Reign other) {
    return one.dynasties().get(0).equals(other.dynasties().get(0)) ? 0 : 1;
  }

  /** Whether a title, or what stands before one, begins with a character. */
  boolean mayBegin(char folded) {
    return longest.containsKey(folded);
  }

  /** The longest title that stands at a place of a folded text; its length, or 0. */
  int titleAt(String folded, int at) {
    for (int length = longestAt(folded, at); length >= 2; length--) {
      if (byTitle.containsKey(folded.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }

  /** How long the name of a dynasty or an emperor is that stands at a place, or 0. */
  int prefixAt(String folded, int at) {
    for (int length = longestAt(folded, at); length >= 1; length--) {
      if (before.contains(folded.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }

  private int longestAt(String folded, int at) {
    return at < folded.length()
        ? Math.min(longest.getOrDefault(folded.charAt(at), 0), folded.length() - at)
        : 0;
  }

  /** Those of some reigns that belong to a dynasty or an emperor; all when none does. */
  static List<Reign> of(List<Reign> reigns, String prefix) {
    String folded = Fold.of(prefix);
    List<Reign> own =
        reigns.stream()
            .filter(
                reign ->
                    reign.dynasties().stream().anyMatch(name -> folded.startsWith(Fold.of(name)))
                        || reign.rulers().stream().anyMatch(name -> folded.endsWith(Fold.of(name))))
            .toList();
    return own.isEmpty() ? reigns : own;
  }
}
