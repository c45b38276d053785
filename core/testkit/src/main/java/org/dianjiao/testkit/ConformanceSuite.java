package org.dianjiao.testkit;

import io.vertx.core.Vertx;
import io.vertx.ext.unit.TestOptions;
import io.vertx.ext.unit.TestSuite;
import io.vertx.ext.unit.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dianjiao.testkit.ConformanceReport.Failure;

/** Runs checks with Vert.x Unit: one line each on the console, and JUnit XML on demand. */
final class ConformanceSuite {

  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final TestSuite suite;
  private final int checks;
  private final List<Failure> failures = new ArrayList<>();

  ConformanceSuite(String name, List<Check> checks) {
    this.suite = TestSuite.create(name);
    this.checks = checks.size();
    for (Check check : checks) {
      suite.test(check.name(), context -> run(check));
    }
  }

  private void run(Check check) {
    try {
      check.body().run();
    } catch (AssertionError failed) {
      throw failed(check, failed.getMessage(), new StackTraceElement[0]);
    } catch (Exception fault) {
      throw failed(check, fault.toString(), fault.getStackTrace());
    }
  }

  /** A failure that is printed with the stack that helps: none when a check says what is wrong. */
  private AssertionError failed(Check check, String reason, StackTraceElement[] stack) {
    failures.add(new Failure(check.name(), reason));
    AssertionError failure = new AssertionError(reason);
    failure.setStackTrace(stack);
    return failure;
  }

  /**
   * Runs the checks one after the other.
   *
   * @param reports a folder for the XML file
   */
  ConformanceReport run(Optional<Path> reports) throws IOException {
    TestOptions options =
        new TestOptions()
            .setTimeout(TIMEOUT.toMillis())
            .setUseEventLoop(false)
            .addReporter(new ReportOptions().setTo("console"));
    if (reports.isPresent()) {
      Files.createDirectories(reports.get());
      options.addReporter(new ReportOptions().setTo("file:" + reports.get()).setFormat("junit"));
    }
    Vertx vertx = Vertx.vertx();
    try {
      CompletableFuture<Void> done = new CompletableFuture<>();
      suite.run(vertx, options).handler(result -> done.complete(null));
      done.join();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
    return new ConformanceReport(checks, failures);
  }
}
