package org.dianjiao.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.dianjiao.authority.Entity;
import org.dianjiao.entity.Change;
import org.dianjiao.entity.Deed;
import org.dianjiao.entity.NewStep;
import org.dianjiao.registry.AuthorityDesk;
import org.dianjiao.registry.Seen;
import org.dianjiao.storage.AuthorityFiles;
import org.dianjiao.storage.Database;
import org.dianjiao.storage.StorageSettings;

/**
 * How long an authority file of 300,000 labels takes: to import into an empty database, to load
 * into a server that starts, to be searched for the first time, and to follow one edit. The
 * entities are made up, each with three labels. Prints milliseconds, also of processor time, which
 * neighbours do not lengthen; takes none or the number of labels.
 */
public final class AuthorityLoad {

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final int LABELS = 300_000;
  private static final int FOUND = 20;

  private AuthorityLoad() {}

  /** Measures on a fresh SQLite file. */
  public static void main(String[] arguments) throws IOException {
    int labels = arguments.length == 0 ? LABELS : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("authority-load");
    StorageSettings settings = StorageSettings.defaults(folder);
    List<Change> changes = MadeUpPersons.with(labels).stream().map(Change::added).toList();
    try (Database database = Database.open(settings)) {
      AuthorityFiles files = database.authorityFiles();
      timed(
          "import", () -> files.add(AuthorityFiles.SERVER, NewStep.byServer(Deed.IMPORT, changes)));
    }
    try (Database database = Database.open(settings)) {
      AuthorityDesk desk = new AuthorityDesk(database);
      Seen seen = timed("load", () -> desk.seen(AuthorityFiles.SERVER));
      Entity entity = (Entity) changes.get(changes.size() / 2).becomes().orElseThrow();
      timed("lay out and find", () -> seen.find(entity.label(), any -> true, FOUND));
      timed("find", () -> seen.find(entity.label().substring(0, 2), any -> true, FOUND));
      Change gone = Change.added(entity).reversed();
      database
          .authorityFiles()
          .add(AuthorityFiles.SERVER, NewStep.byServer(Deed.REMOVE, List.of(gone)));
      Seen later = timed("follow an edit", () -> desk.seen(AuthorityFiles.SERVER));
      timed("find after it", () -> later.find(entity.label(), any -> true, FOUND));
    }
  }

  private static <T> T timed(String what, Supplier<T> work) {
    long began = System.nanoTime();
    long before = CLOCK.getCurrentThreadCpuTime();
    T result = work.get();
    double worked = (CLOCK.getCurrentThreadCpuTime() - before) / 1e6;
    double passed = (System.nanoTime() - began) / 1e6;
    System.out.printf("%-18s %,8.1f ms, processor %,8.1f ms%n", what, passed, worked);
    return result;
  }
}
