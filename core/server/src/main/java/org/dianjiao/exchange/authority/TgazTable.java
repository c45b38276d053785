package org.dianjiao.exchange.authority;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.dianjiao.authority.External;
import org.dianjiao.authority.Label;
import org.dianjiao.authority.Point;
import org.dianjiao.authority.Relation;
import org.dianjiao.authority.Span;

/**
 * Reads the listing of the Temporal Gazetteer of CHGIS: comma separated values with the columns
 * {@code TGAZ_ID}, {@code NAME_SIM}, {@code NAME_ENG}, {@code BEG}, {@code END}, {@code X}, {@code
 * Y}, {@code TYPE_SIM}, {@code PARTOF_ID} and others.
 */
final class TgazTable {

  private final Intake intake;

  TgazTable(Intake intake) {
    this.intake = intake;
  }

  void read(InputStream in) throws IOException {
    Columns.each(in, (line, row) -> intake.attempt(line, () -> place(line, row)));
  }

  private void place(int line, Columns row) {
    if (!row.has("tgaz_id") || !row.has("name_sim")) {
      throw new IllegalArgumentException(
          "the heading has no TGAZ_ID and NAME_SIM: it is no listing of TGAZ");
    }
    String number = row.get("tgaz_id");
    Draft draft = new Draft(line, id(number), "place");
    draft.label(Label.Kind.PREFERRED, "Hans", row.get("name_sim"));
    draft.label(Label.Kind.PREFERRED, "Hant", row.get("name_tra"));
    draft.label(Label.Kind.TRANSLITERATION, "Latn", row.get("name_eng"));
    draft.preferTheFirst();
    draft.period(new Span(Dates.year(row.get("beg")), Dates.year(row.get("end"))));
    if (!row.get("x").isEmpty() && !row.get("y").isEmpty()) {
      draft.point(new Point(Double.parseDouble(row.get("y")), Double.parseDouble(row.get("x"))));
    }
    draft.note((row.get("type_sim") + " " + row.get("type_eng")).strip());
    String whole = row.get("partof_id");
    if (!whole.isEmpty() && !whole.equals(number)) {
      draft.relation(new Relation("part-of", id(whole), Span.UNKNOWN));
    }
    Optional<URI> link =
        Optional.of(URI.create("https://chgis.hudci.org/tgaz/placename/" + number));
    draft.external("tgaz", number, link, External.Match.EXACT);
    draft.source("CHGIS Temporal Gazetteer (academic use, see https://chgis.hudci.org)");
    intake.add(line, draft.done());
  }

  private static URI id(String number) {
    if (!number.matches("[A-Za-z0-9_.-]{1,60}")) {
      throw new IllegalArgumentException("“%s” is no id of TGAZ".formatted(number));
    }
    return URI.create("tgaz:" + number);
  }
}
