package org.dianjiao.plugin.names.learn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dianjiao.api.TextRange;
import org.dianjiao.api.plugin.Decision;
import org.dianjiao.plugin.names.find.Habits;
import org.dianjiao.plugin.names.lexicon.Fold;

/**
 * Learns from decisions, project by project, and keeps what it learned in a file for each. Any
 * number of threads may ask and tell. It writes after every decision at first and more rarely as it
 * knows more; what it heard since is written when it is closed, and only a crash loses that.
 */
public final class Learner implements AutoCloseable {

  private static final int MOST_OPEN = 16;
  private static final int PLACES_PER_WAIT = 100;
  private static final int AROUND = 12;

  private final LessonReader reader;
  private final Path folder;
  private final System.Logger logger;
  private final Map<String, Open> open = new LinkedHashMap<>(16, 0.75f, true);

  /** A project's notebook, and what follows from it. */
  private record Open(Notebook notebook, Odds odds) {}

  /**
   * A learner that goes on where it was left.
   *
   * @param folder where it writes
   */
  public Learner(Fold fold, Path folder, System.Logger logger) {
    this.reader = new LessonReader(fold);
    this.folder = folder;
    this.logger = logger;
  }

  /** What was decided in a project; nothing when none is known. */
  public synchronized Habits habits(String project) {
    return project.isEmpty() ? Habits.NONE : opened(project).odds();
  }

  /** Hears a decision; one that is told again counts once, and in no project it counts nothing. */
  public synchronized void hear(Decision decision) {
    if (decision.project().isEmpty()) {
      return;
    }
    Notebook notebook = opened(decision.project()).notebook();
    if (notebook.hear(number(decision.id()), place(decision), reader.read(decision))) {
      open.put(decision.project(), new Open(notebook, new Odds(notebook.lessons())));
      if (notebook.told().size() % (1 + notebook.size() / PLACES_PER_WAIT) == 0) {
        write(decision.project(), notebook);
      }
    }
  }

  /** Forgets what was learned in a project, also if the same decisions are told again. */
  public synchronized int forget(String project) {
    if (project.isEmpty()) {
      return 0;
    }
    Notebook notebook = opened(project).notebook();
    int forgotten = notebook.forget();
    open.put(project, new Open(notebook, new Odds(List.of())));
    write(project, notebook);
    return forgotten;
  }

  /** What was learned in a project: a table of forms and entries. */
  public synchronized String findings(String project) {
    List<String> lines = project.isEmpty() ? List.of() : opened(project).odds().lines();
    return lines.isEmpty()
        ? "Nothing yet.\n"
        : "form\tentry\tright\twrong\n" + String.join("\n", lines) + "\n";
  }

  private Open opened(String project) {
    Open known = open.get(project);
    if (known != null) {
      return known;
    }
    Notebook notebook = read(project);
    Open opened = new Open(notebook, new Odds(notebook.lessons()));
    open.put(project, opened);
    if (open.size() > MOST_OPEN) {
      Map.Entry<String, Open> idle = open.entrySet().iterator().next();
      write(idle.getKey(), idle.getValue().notebook());
      open.remove(idle.getKey());
    }
    return opened;
  }

  private Notebook read(String project) {
    Path file = file(project);
    try {
      return Files.exists(file) ? NotebookFile.read(file) : new Notebook();
    } catch (IOException | RuntimeException damaged) {
      logger.log(
          System.Logger.Level.WARNING,
          "what was learned in a project is lost, it begins anew: {0}: {1}",
          file.getFileName(),
          damaged.getMessage());
      return new Notebook();
    }
  }

  private void write(String project, Notebook notebook) {
    if (notebook.isEmpty()) {
      return;
    }
    try {
      NotebookFile.write(file(project), notebook);
    } catch (IOException fault) {
      logger.log(
          System.Logger.Level.WARNING,
          "what was learned in a project cannot be kept: {0}",
          fault.toString());
    }
  }

  /** A place is known by what stands around it, so that a decision can be found that is undone. */
  private static long place(Decision decision) {
    TextRange range = decision.proposal().range();
    String context = decision.context();
    int from = Math.max(0, range.start() - AROUND);
    int to = Math.min(context.length(), range.end() + AROUND);
    return number(
        context.substring(from, range.start())
            + '\0'
            + range.of(context)
            + '\0'
            + context.substring(range.end(), to));
  }

  /** The word for a project comes from outside, so it names no file itself. */
  private Path file(String project) {
    return folder.resolve(HexFormat.of().formatHex(digest(project), 0, 16) + ".learned");
  }

  private static long number(String id) {
    return ByteBuffer.wrap(digest(id)).getLong();
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Writes what was not written yet. */
  @Override
  public synchronized void close() {
    open.forEach((project, each) -> write(project, each.notebook()));
    open.clear();
  }
}
