package org.dianjiao.bench;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A job on one project after another, until it is closed: each has documents that no plugin has
 * seen yet, as long as there are such projects.
 */
final class EndlessJob implements AutoCloseable {

  private static final int LOOK_MILLIS = 200;

  private final Office office;
  private final Iterator<String> projects;
  private volatile String project;
  private final List<String> plugins;
  private final Thread watch = new Thread(this::watch, "endless-job");
  private volatile Office.Job job;
  private final AtomicInteger before = new AtomicInteger();
  private volatile boolean closed;

  EndlessJob(Office office, Iterator<String> projects, List<String> plugins)
      throws IOException, InterruptedException {
    this.office = office;
    this.projects = projects;
    this.project = projects.next();
    this.plugins = plugins;
    this.job = office.startJob(project, plugins);
    watch.start();
  }

  private void watch() {
    try {
      while (!closed) {
        Thread.sleep(LOOK_MILLIS);
        job = office.job(project);
        if (job.state().equals("done")) {
          before.incrementAndGet();
          project = projects.next();
          job = office.startJob(project, plugins);
        }
      }
    } catch (IOException | InterruptedException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** How much it has done. */
  @Override
  public String toString() {
    return "beside: %,d units, done %d times"
        .formatted(before.get() * job.units() + job.done(), before.get());
  }

  @Override
  public void close() throws IOException {
    closed = true;
    try {
      watch.join();
      office.stepJob(project, job.id(), "cancelled");
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }
}
