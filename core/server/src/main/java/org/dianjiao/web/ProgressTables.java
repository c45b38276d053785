package org.dianjiao.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.review.Board;
import org.dianjiao.review.Tally.Deed;
import org.dianjiao.review.Tally.Extent;

/** What is told of a project's progress, each table as a file. */
enum ProgressTables {
  DAYS {
    @Override
    String csv(ProgressRoutes.Progress progress) {
      CsvTable table = new CsvTable(heading("day"));
      progress.days().forEach(day -> table.row(cells(day.share(), day.day())));
      return table.text();
    }
  },
  DOCUMENTS {
    @Override
    String csv(ProgressRoutes.Progress progress) {
      CsvTable table = new CsvTable(heading("document", "title"));
      progress.documents().forEach(one -> table.row(cells(one.share(), one.id(), one.title())));
      return table.text();
    }
  },
  PEOPLE {
    @Override
    String csv(ProgressRoutes.Progress progress) {
      List<Object> heading = new ArrayList<>(List.of("account", "person"));
      for (Deed deed : Deed.values()) {
        heading.add(word(deed));
      }
      CsvTable table = new CsvTable(heading.toArray());
      for (ProgressRoutes.PersonWork person : progress.people()) {
        List<Object> cells = new ArrayList<>(List.of(person.account(), person.name()));
        for (Deed deed : Deed.values()) {
          cells.add(person.times().getOrDefault(word(deed), 0));
        }
        table.row(cells.toArray());
      }
      return table.text();
    }
  },
  THROUGHPUT {
    @Override
    String csv(ProgressRoutes.Progress progress) {
      CsvTable table = new CsvTable("day", "account", "person", "decisions", "approvals");
      for (ProgressRoutes.Decided one : progress.throughput()) {
        table.row(
            one.day(),
            one.account(),
            progress.name(one.account()),
            one.decisions(),
            one.approvals());
      }
      return table.text();
    }
  },
  CALIBRATION {
    @Override
    String csv(ProgressRoutes.Progress progress) {
      CsvTable table =
          new CsvTable(
              "plugin",
              "version",
              "confidence from",
              "confidence below",
              "decided",
              "accepted",
              "another candidate",
              "corrected",
              "rejected",
              "share accepted",
              "95 % from",
              "95 % to");
      for (ProgressRoutes.Band band : progress.calibration()) {
        table.row(
            band.plugin(),
            band.version(),
            band.from(),
            band.to(),
            band.decided(),
            band.accepted(),
            band.other(),
            band.corrected(),
            band.rejected(),
            band.share(),
            band.low(),
            band.high());
      }
      return table.text();
    }
  };

  private static final String ENDING = ".csv";

  /** The table as comma separated values. */
  abstract String csv(ProgressRoutes.Progress progress);

  /**
   * The table for the name of its file.
   *
   * @throws Refusal when there is none
   */
  static ProgressTables of(String file) {
    for (ProgressTables table : values()) {
      if (file.equals(table.word() + ENDING)) {
        return table;
      }
    }
    throw new Refusal(FailureCode.UNKNOWN_DOCUMENT, "there is no such table");
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String word(Deed deed) {
    return deed.name().toLowerCase(Locale.ROOT);
  }

  private static Object[] heading(Object... first) {
    List<Object> heading = new ArrayList<>(List.of(first));
    for (String state : List.of("untouched", "in work", "ready", "partly approved", "approved")) {
      heading.add(state + ", passages");
      heading.add(state + ", characters");
    }
    return heading.toArray();
  }

  private static Object[] cells(Board.Share share, Object... first) {
    List<Object> cells = new ArrayList<>(List.of(first));
    for (Extent extent :
        List.of(share.untouched(), share.work(), share.ready(), share.partly(), share.approved())) {
      cells.add(extent.passages());
      cells.add(extent.characters());
    }
    return cells.toArray();
  }
}
