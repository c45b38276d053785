package org.dianjiao.plugin.punctuation.learn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dianjiao.plugin.punctuation.model.Mark;
import org.dianjiao.plugin.punctuation.model.PunctuationModel;

/**
 * Learns from decisions, project by project, and keeps what it learned in a file for each. Any
 * number of threads may ask and tell; who asks sees what was fitted last.
 *
 * <p>It fits and writes again after every decision at first, and more rarely as it knows more. What
 * it heard since is written when it is closed; only a crash loses that.
 */
public final class Learner implements AutoCloseable {

  /** So many projects are kept in memory. */
  private static final int MOST_OPEN = 16;

  /** For so many gaps that it knows, it waits one decision more before it fits again. */
  private static final int GAPS_PER_WAIT = 100;

  private final PunctuationModel model;
  private final Notebook.Reader reader;
  private final Path folder;
  private final System.Logger logger;
  private final Map<String, Notebook> open = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Correction> corrections = new ConcurrentHashMap<>();

  /**
   * A learner that goes on where it was left.
   *
   * @param leastPause how likely a pause must be for a mark to be proposed
   * @param folder where it writes
   */
  public Learner(PunctuationModel model, double leastPause, Path folder, System.Logger logger) {
    this.model = model;
    this.reader = new Notebook.Reader(model, leastPause);
    this.folder = folder;
    this.logger = logger;
  }

  /**
   * The model, under what was learned in a project; the model as it is when no project is known.
   */
  public PunctuationModel model(String project) {
    if (project.isEmpty()) {
      return model;
    }
    Correction known = corrections.get(project);
    Correction correction = known != null ? known : opened(project);
    return correction.isNone() ? model : new CorrectedModel(model, correction);
  }

  /**
   * Hears a decision; one that is told again counts once, and in no project it counts nothing.
   *
   * @param id of the decision
   * @param mark that belongs in the gap; empty when a decision about it was taken back
   */
  public synchronized void hear(
      String project, String id, Page page, int gap, Optional<Mark> mark) {
    if (project.isEmpty()) {
      return;
    }
    Notebook notebook = notebook(project);
    boolean news = notebook.hear(number(id), page, gap, mark, reader);
    int wait = 1 + notebook.examples().size() / GAPS_PER_WAIT;
    if (news && notebook.decisions() % wait == 0) {
      settle(project, notebook);
    }
  }

  /** Forgets what was learned in a project, also if the same decisions are told again. */
  public synchronized int forget(String project) {
    if (project.isEmpty()) {
      return 0;
    }
    Notebook notebook = notebook(project);
    int decisions = notebook.decisions();
    notebook.forget();
    settle(project, notebook);
    return decisions;
  }

  /** What was learned in a project, in words. */
  public synchronized String findings(String project) {
    Notebook notebook = project.isEmpty() ? Notebook.empty() : notebook(project);
    return new Findings(notebook).words();
  }

  private synchronized Correction opened(String project) {
    notebook(project);
    return corrections.getOrDefault(project, Correction.NONE);
  }

  private Notebook notebook(String project) {
    Notebook known = open.get(project);
    if (known != null) {
      return known;
    }
    Notebook notebook = read(project);
    open.put(project, notebook);
    corrections.put(project, Fit.of(notebook.examples().values()));
    if (open.size() > MOST_OPEN) {
      Map.Entry<String, Notebook> idle = open.entrySet().iterator().next();
      write(idle.getKey(), idle.getValue());
      open.remove(idle.getKey());
      corrections.remove(idle.getKey());
    }
    return notebook;
  }

  private void settle(String project, Notebook notebook) {
    corrections.put(project, Fit.of(notebook.examples().values()));
    write(project, notebook);
  }

  private Notebook read(String project) {
    Path file = file(project);
    try {
      return Files.exists(file) ? NotebookFile.read(file) : Notebook.empty();
    } catch (IOException | RuntimeException damaged) {
      logger.log(
          System.Logger.Level.WARNING,
          "what was learned in a project is lost, it begins anew: {0}: {1}",
          file.getFileName(),
          damaged.getMessage());
      return Notebook.empty();
    }
  }

  private void write(String project, Notebook notebook) {
    if (notebook.told().isEmpty()) {
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
    open.forEach(this::write);
    open.clear();
    corrections.clear();
  }
}
