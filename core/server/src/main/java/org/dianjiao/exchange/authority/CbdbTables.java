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
import org.dianjiao.authority.Span;

/**
 * Reads tables of the China Biographical Database as comma separated values with a heading: {@code
 * BIOG_MAIN} (persons), {@code ALTNAME_DATA} (their other names, behind the persons), {@code
 * ADDR_CODES} (places) and {@code OFFICE_CODES} (offices), each known by its columns.
 */
final class CbdbTables {

  private static final String SOURCE = "China Biographical Database (CC BY-NC-SA 4.0)";

  private final Map<String, Draft> persons = new LinkedHashMap<>();

  private final Intake intake;

  CbdbTables(Intake intake) {
    this.intake = intake;
  }

  /** Reads one table. */
  void read(InputStream in) throws IOException {
    Columns.each(in, (line, row) -> intake.attempt(line, () -> row(line, row)));
  }

  private void row(int line, Columns row) {
    if (row.has("c_alt_name_chn")) {
      otherName(row);
    } else if (row.has("c_addr_id")) {
      place(line, row);
    } else if (row.has("c_office_id")) {
      office(line, row);
    } else if (row.has("c_personid")) {
      person(line, row);
    } else {
      throw new IllegalArgumentException(
          "the heading has none of c_personid, c_addr_id, c_office_id: it is no table of CBDB"
              + " that can be read (BIOG_MAIN, ALTNAME_DATA, ADDR_CODES, OFFICE_CODES)");
    }
  }

  private void person(int line, Columns row) {
    String number = row.get("c_personid");
    Draft draft = draft(line, "cbdb:" + number, "person", row.get("c_name_chn"));
    draft.label(Label.Kind.TRANSLITERATION, "Latn", row.get("c_name"));
    draft.period(new Span(Dates.year(row.get("c_birthyear")), Dates.year(row.get("c_deathyear"))));
    draft.note(row.get("c_notes"));
    draft.external(
        "cbdb",
        number,
        Optional.of(URI.create("https://cbdb.fas.harvard.edu/cbdbapi/person.php?id=" + number)),
        External.Match.EXACT);
    if (persons.putIfAbsent(number, draft) != null) {
      throw new IllegalArgumentException("person %s is there twice".formatted(number));
    }
  }

  private void otherName(Columns row) {
    Draft draft = persons.get(row.get("c_personid"));
    if (draft == null) {
      throw new IllegalArgumentException(
          "person %s is not known; read BIOG_MAIN first".formatted(row.get("c_personid")));
    }
    draft.label(Label.Kind.VARIANT, "Hant", row.get("c_alt_name_chn"));
  }

  private void place(int line, Columns row) {
    String number = row.get("c_addr_id");
    Draft draft = draft(line, "cbdb:addr-" + number, "place", row.get("c_name_chn"));
    draft.label(Label.Kind.TRANSLITERATION, "Latn", row.get("c_name"));
    draft.period(new Span(Dates.year(row.get("c_firstyear")), Dates.year(row.get("c_lastyear"))));
    point(row).ifPresent(draft::point);
    draft.note(row.get("c_admin_type"));
    draft.external("cbdb-addr", number, Optional.empty(), External.Match.EXACT);
    intake.add(line, draft.done());
  }

  private static Optional<Point> point(Columns row) {
    String east = row.get("x_coord");
    String north = row.get("y_coord");
    boolean known = !east.isEmpty() && !north.isEmpty() && !(east + north).matches("[0.]+");
    return known
        ? Optional.of(new Point(Double.parseDouble(north), Double.parseDouble(east)))
        : Optional.empty();
  }

  private void office(int line, Columns row) {
    String number = row.get("c_office_id");
    Draft draft = draft(line, "cbdb:office-" + number, "office", row.get("c_office_chn"));
    for (String other : row.get("c_office_chn_alt").split("[;；、]", -1)) {
      draft.label(Label.Kind.VARIANT, "Hant", other);
    }
    draft.label(Label.Kind.TRANSLITERATION, "Latn", row.get("c_office_pinyin"));
    draft.note(row.get("c_office_trans"));
    draft.external("cbdb-office", number, Optional.empty(), External.Match.EXACT);
    intake.add(line, draft.done());
  }

  private static Draft draft(int line, String id, String type, String name) {
    if (!id.matches("cbdb:[a-z-]*\\d+")) {
      throw new IllegalArgumentException("“%s” is no number".formatted(id.substring(5)));
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException(id + " has no name in Chinese characters");
    }
    Draft draft = new Draft(line, URI.create(id), type);
    draft.label(Label.Kind.PREFERRED, "Hant", name);
    draft.source(SOURCE);
    return draft;
  }

  /** Hands over the persons, to whom no other names can come any more. */
  void finish() {
    for (Draft draft : persons.values()) {
      intake.attempt(draft.line(), () -> intake.add(draft.line(), draft.done()));
    }
  }
}
