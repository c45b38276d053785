package org.dianjiao.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianjiao.api.Proposal;
import org.dianjiao.bus.PluginMessage.PluginDescribed;

/** Starting, closing, and starting again. */
final class LifeChecks {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Subject subject;

  LifeChecks(Subject subject) {
    this.subject = subject;
  }

  List<Check> all() {
    return List.of(
        new Check("Life: starts", this::starts),
        new Check("Life: closes, starts again and answers the same", this::startsAgain),
        new Check("Life: leaves no thread behind when closed", this::leavesNoThread),
        new Check("Life: two instances share no state", this::sharesNoState));
  }

  private void starts() {
    PluginDescribed described = subject.running().described();
    Check.require(
        described.state().equals("started"),
        "it is %s: %s".formatted(described.state(), described.reason()));
  }

  private void startsAgain() {
    String id = subject.manifest().id() + "-again";
    List<List<Proposal>> first = startAndAsk(id);
    List<List<Proposal>> second = startAndAsk(id);
    requireSame("after it was started again", first, second);
  }

  private List<List<Proposal>> startAndAsk(String id) {
    try (PluginUnderTest plugin = subject.start(id)) {
      return ask(plugin);
    }
  }

  private void leavesNoThread() throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (PluginUnderTest plugin = subject.start(subject.manifest().id() + "-closed")) {
      subject.shortSamples().forEach(plugin::proposals);
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Set<String> left = threadsBut(before);
    while (!left.isEmpty() && System.nanoTime() - deadline < 0) {
      Thread.sleep(50);
      left = threadsBut(before);
    }
    Check.require(left.isEmpty(), "these threads go on after it was closed: %s".formatted(left));
  }

  private static Set<String> threadsBut(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.isAlive())
        .filter(thread -> isForeign(thread))
        .map(Thread::getName)
        .collect(Collectors.toSet());
  }

  /** Threads that are neither the JDK's own nor the host's. */
  private static boolean isForeign(Thread thread) {
    ClassLoader loader = thread.getContextClassLoader();
    return loader != null && String.valueOf(loader.getName()).startsWith("plugin ");
  }

  private void sharesNoState() {
    String id = subject.manifest().id();
    try (PluginUnderTest one = subject.start(id + "-one");
        PluginUnderTest other = subject.start(id + "-other")) {
      List<List<Proposal>> before = ask(one);
      ask(other);
      List<List<Proposal>> after = ask(one);
      requireSame("after another instance was asked", before, after);
    }
  }

  private List<List<Proposal>> ask(PluginUnderTest plugin) {
    return subject.samples().stream().map(plugin::proposals).toList();
  }

  private void requireSame(String when, List<List<Proposal>> expected, List<List<Proposal>> found) {
    for (int i = 0; i < expected.size(); i++) {
      FunctionChecks.requireSame(subject.samples().get(i), when, expected.get(i), found.get(i));
    }
  }
}
