package org.dianjiao.exchange.authority;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Point;

/**
 * Reads the extracts of GeoNames, which have tabs between their cells and no heading: the table of
 * features (19 columns: {@code allCountries.txt}, {@code CN.txt}, {@code cities500.txt}) and,
 * behind it, that of other names with their languages (8 or 10 columns: {@code
 * alternateNamesV2.txt}).
 */
final class GeoNamesTables {

  private static final int FEATURE_COLUMNS = 19;
  private static final int LEAST_NAME_COLUMNS = 4;
  private static final int FEATURE_CLASS = 6;
  private static final int FEATURE_CODE = 7;
  private static final String LINK = "https://www.geonames.org/";

  private final Map<String, Draft> places = new LinkedHashMap<>();
  private final Intake intake;

  GeoNamesTables(Intake intake) {
    this.intake = intake;
  }

  /** Reads one table. */
  void read(InputStream in) throws IOException {
    SourceLines.each(
        in, (line, text) -> intake.attempt(line, () -> row(line, text.split("\t", -1))));
  }

  private void row(int line, String[] cells) {
    if (cells.length == FEATURE_COLUMNS) {
      feature(line, cells);
    } else if (cells.length >= LEAST_NAME_COLUMNS && cells.length < FEATURE_COLUMNS) {
      otherName(cells);
    } else {
      throw new IllegalArgumentException(
          "%d cells; a feature of GeoNames has %d".formatted(cells.length, FEATURE_COLUMNS));
    }
  }

  private void feature(int line, String[] cells) {
    String number = number(cells[0]);
    boolean state = cells[FEATURE_CLASS].equals("A") && cells[FEATURE_CODE].startsWith("PCL");
    Draft draft = new Draft(line, URI.create("geonames:" + number), state ? "polity" : "place");
    draft.label(Label.Kind.PREFERRED, Scripts.of(cells[1]), cells[1]);
    for (String other : cells[3].split(",", -1)) {
      if (Scripts.isHan(other)) {
        draft.label(Label.Kind.VARIANT, "", other);
      }
    }
    draft.point(new Point(Double.parseDouble(cells[4]), Double.parseDouble(cells[5])));
    draft.external(
        "geonames", number, Optional.of(URI.create(LINK + number)), External.Match.EXACT);
    draft.source("GeoNames (CC BY 4.0)");
    if (places.putIfAbsent(number, draft) != null) {
      throw new IllegalArgumentException("feature %s is there twice".formatted(number));
    }
  }

  /** Names of features that were not read are most of that table, and nothing wrong. */
  private void otherName(String[] cells) {
    Draft draft = places.get(number(cells[1]));
    if (draft == null || !Scripts.isChinese(cells[2].isEmpty() ? "und" : cells[2])) {
      return;
    }
    boolean best = cells.length > LEAST_NAME_COLUMNS && cells[4].equals("1");
    draft.label(
        best ? Label.Kind.PREFERRED : Label.Kind.VARIANT, Scripts.script(cells[2]), cells[3]);
  }

  private static String number(String cell) {
    if (!cell.matches("\\d{1,12}")) {
      throw new IllegalArgumentException("“%s” is no number of GeoNames".formatted(cell));
    }
    return cell;
  }

  /** Hands over the places, to which no other names can come any more. */
  void finish() {
    for (Draft draft : places.values()) {
      intake.attempt(draft.line(), () -> intake.add(draft.line(), draft.done()));
    }
  }
}
