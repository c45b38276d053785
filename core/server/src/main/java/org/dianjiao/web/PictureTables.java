package org.dianjiao.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dianjiao.authority.Point;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.mention.Dated;
import org.dianjiao.mention.Mention;
import org.dianjiao.mention.Mentioned;
import org.dianjiao.mention.Scene;
import org.dianjiao.mention.Together;
import org.dianjiao.web.PictureDesk.Asked;

/** What pictures show, each table as a file. */
enum PictureTables {
  MENTIONS {
    @Override
    String csv(PictureDesk desk, Asked asked, int reach, int most) {
      PictureDesk.Mentions told = desk.mentions(asked, 0, most);
      CsvTable table =
          new CsvTable(
              "document",
              "title",
              "start",
              "end",
              "passage",
              "before",
              "text",
              "behind",
              "entity",
              "label",
              "type",
              "date",
              "from",
              "to");
      for (PictureDesk.Told one : told.mentions()) {
        Mention mention = one.mention();
        table.row(
            mention.document(),
            told.titles().get(mention.document()),
            mention.start(),
            mention.end(),
            mention.passage() + 1,
            one.before(),
            mention.surface(),
            one.behind(),
            mention.entity(),
            mention.label(),
            mention.type(),
            mention.date().map(Dated::norm).orElse(""),
            mention.date().map(Dated::from).orElse(""),
            mention.date().map(Dated::to).orElse(""));
      }
      return table.text();
    }
  },
  ENTITIES {
    @Override
    String csv(PictureDesk desk, Asked asked, int reach, int most) {
      CsvTable table =
          new CsvTable(
              "entity",
              "label",
              "type",
              "mentions",
              "documents",
              "latitude",
              "longitude",
              "forms",
              "years");
      for (PictureDesk.Seen one : desk.entities(asked, most).entities()) {
        Mentioned mentioned = one.mentioned();
        table.row(
            mentioned.entity(),
            mentioned.label(),
            mentioned.type(),
            mentioned.mentions(),
            mentioned.documents(),
            one.point().<Object>map(Point::latitude).orElse(""),
            one.point().<Object>map(Point::longitude).orElse(""),
            counts(mentioned.surfaces()),
            counts(mentioned.years()));
      }
      return table.text();
    }
  },
  DATES {
    @Override
    String csv(PictureDesk desk, Asked asked, int reach, int most) {
      PictureDesk.Dates told = desk.dates(asked, most);
      CsvTable table =
          new CsvTable(
              "from",
              "to",
              "date",
              "reference",
              "fault",
              "document",
              "title",
              "start",
              "end",
              "before",
              "text",
              "behind",
              "mentions",
              "names");
      for (Scene scene : told.dates()) {
        Dated date = scene.date();
        table.row(
            date.from(),
            date.to(),
            date.norm(),
            date.reference(),
            date.fault(),
            date.document(),
            told.titles().get(date.document()),
            date.start(),
            date.end(),
            scene.before(),
            date.surface(),
            scene.behind(),
            scene.mentions(),
            String.join("; ", scene.names()));
      }
      return table.text();
    }
  },
  NETWORK {
    @Override
    String csv(PictureDesk desk, Asked asked, int reach, int most) {
      PictureDesk.Network network = desk.network(asked, reach, most);
      Map<Object, String> labels =
          network.entities().stream()
              .collect(Collectors.toMap(Mentioned::entity, Mentioned::label));
      CsvTable table = new CsvTable("first", "label", "second", "label", "times");
      for (Together pair : network.together()) {
        table.row(
            pair.first(),
            labels.get(pair.first()),
            pair.second(),
            labels.get(pair.second()),
            pair.times());
      }
      return table.text();
    }
  };

  abstract String csv(PictureDesk desk, Asked asked, int reach, int most);

  private static String counts(Map<?, Integer> counts) {
    return counts.entrySet().stream()
        .map(one -> one.getKey() + " (" + one.getValue() + ")")
        .collect(Collectors.joining("; "));
  }

  /** Its name, as a file. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The table with a name that ends in {@code .csv}. */
  static PictureTables of(String file) {
    for (PictureTables table : values()) {
      if (file.equals(table.word() + ".csv")) {
        return table;
      }
    }
    throw new Refusal(FailureCode.UNKNOWN_DOCUMENT, "there is no such table");
  }
}
