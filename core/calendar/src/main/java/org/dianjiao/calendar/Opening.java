package org.dianjiao.calendar;

import java.util.List;
import java.util.Optional;
import org.dianjiao.calendar.Expression.YearPart;

/**
 * Guesses the year in which a text begins that names no reign at first: from the first reign that
 * it names later, the years that lead there, and days that say their place in the cycle.
 */
final class Opening {

  private final Reigns reigns;
  private final Norm norm;
  private final List<Expression> expressions;
  private final String folded;

  Opening(Reigns reigns, Norm norm, List<Expression> expressions, String folded) {
    this.folded = folded;
    this.reigns = reigns;
    this.norm = norm;
    this.expressions = expressions;
  }

  /** Empty when the text begins with a reign, or never names one. */
  Optional<Point> guess() {
    int named = 0;
    while (named < expressions.size() && !isYearOfAReign(expressions.get(named))) {
      named++;
    }
    if (named == 0 || named == expressions.size()) {
      return Optional.empty();
    }
    YearPart year = expressions.get(named).year().orElseThrow();
    Optional<Reign> reign =
        year.reigns().stream().filter(one -> one.hasYear(year.number())).findFirst();
    List<Expression> before = expressions.subList(0, named);
    return reign.flatMap(
        one -> byCycle(before, one, year.number()).or(() -> byYears(before, one, year.number())));
  }

  /** 不认雍正五年所定界址 tells nothing of when it is told of. */
  private boolean isYearOfAReign(Expression date) {
    return date.hasReign()
        && date.year().orElseThrow().number() > 0
        && Place.of(folded, date.start(), date.end()).sentence();
  }

  /** The last year, up to the one that is named, that has a day as it is said before. */
  private Optional<Point> byCycle(List<Expression> before, Reign reign, int year) {
    Optional<Expression> day =
        before.stream()
            .filter(one -> one.year().isEmpty() && one.month().isPresent())
            .filter(
                one -> one.day().filter(part -> part.cycle() >= 0 && part.number() > 0).isPresent())
            .findFirst();
    if (day.isEmpty()) {
      return Optional.empty();
    }
    Point at = Point.of(reign, norm.title(reign), year);
    YearChoice years = new YearChoice(reigns, norm, Optional.of(at));
    for (int i = 0; i < 20; i++) {
      Resolution there = new Resolver(reigns, norm, Optional.of(at)).resolve(day.get(), "", "");
      if (there.best().resolved()) {
        return Optional.of(at);
      }
      at = years.moved(at, -1);
    }
    return Optional.empty();
  }

  /** 八月 … 二年四月 … 十三年八月 … 光緒元年: the year before 二年 of the reign before 光緒. */
  private Optional<Point> byYears(List<Expression> before, Reign reign, int year) {
    List<Integer> numbers =
        before.stream()
            .flatMap(one -> one.year().stream())
            .filter(part -> part.shift().isEmpty() && part.reigns().isEmpty())
            .map(YearPart::number)
            .filter(number -> number > 0)
            .toList();
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    int last = numbers.get(numbers.size() - 1);
    Optional<Reign> its =
        last <= year
            ? Optional.of(reign)
            : reigns
                .before(reign)
                .filter(past -> past.hasYear(last))
                // 十六年 … 光緒七年: what names the reign looks back
                .or(() -> Optional.of(reign).filter(same -> same.hasYear(last)));
    boolean atOnce =
        before.get(0).year().filter(part -> part.number() == numbers.get(0)).isPresent();
    int first = numbers.get(0);
    int begins = atOnce || first == 1 ? first : first - 1;
    return its.filter(past -> past.hasYear(begins))
        .map(past -> Point.of(past, norm.title(past), begins));
  }
}
