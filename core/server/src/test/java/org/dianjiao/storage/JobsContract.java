package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dianjiao.storage.Jobs.Job;
import org.dianjiao.storage.Jobs.Part;
import org.dianjiao.storage.Jobs.State;
import org.dianjiao.storage.Jobs.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine promises about jobs. */
abstract class JobsContract extends StorageContract {

  private String project;
  private String document;
  private String account;

  JobsContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  @BeforeEach
  void write() {
    project = database.projects().create("天津條約", "").id();
    document = newDocument(project);
    account = somebody().id();
  }

  private Jobs jobs() {
    return database.jobs();
  }

  private Job start() {
    return jobs()
        .start(
            project,
            account,
            Task.LOOK,
            "{\"above\":\"𠀀\"}",
            List.of(Part.of(0, document, "marks", 500), Part.of(1, document, "names", 500)));
  }

  @Test
  void tellsAJobAsItWasBegun() {
    Job job = start();
    assertThat(jobs().get(job.id())).contains(job);
    assertThat(jobs().of(project, Set.of(Task.LOOK), 5)).containsExactly(job);
    assertThat(jobs().open()).contains(job);
    assertThat(jobs().get("none")).isEmpty();
  }

  @Test
  void notesHowFarItIs() {
    Job job = start();
    jobs().note(job.id(), job.parts().get(0).at(600, 200));
    jobs().note(job.id(), job.parts().get(1).failed("suspended: 𠲽"));
    jobs().worked(job.id(), 40);
    jobs().worked(job.id(), 2);
    Job now = jobs().get(job.id()).orElseThrow();
    assertThat(now.parts())
        .containsExactly(
            new Part(0, document, "marks", 600, 200, false, "", ""),
            new Part(1, document, "names", 500, 500, true, "suspended: 𠲽", ""));
    jobs().note(job.id(), now.parts().get(0).finished("三 names"));
    assertThat(jobs().get(job.id()).orElseThrow().parts().get(0).result()).isEqualTo("三 names");
    assertThat(now.workedMillis()).isEqualTo(42);
    assertThat(now.done()).isEqualTo(700);
    assertThat(now.units()).isEqualTo(1_100);
  }

  @Test
  void pausesGoesOnAndEndsOnce() {
    Job job = start();
    assertThat(jobs().step(job.id(), State.RUNNING)).isFalse();
    assertThat(jobs().step(job.id(), State.PAUSED)).isTrue();
    assertThat(jobs().step(job.id(), State.PAUSED)).isFalse();
    jobs().finish(job.id());
    assertThat(jobs().get(job.id()).orElseThrow().state()).isEqualTo(State.PAUSED);
    assertThat(jobs().step(job.id(), State.RUNNING)).isTrue();
    assertThat(jobs().step(job.id(), State.CANCELLED)).isTrue();
    Job ended = jobs().get(job.id()).orElseThrow();
    assertThat(ended.state()).isEqualTo(State.CANCELLED);
    assertThat(ended.ended()).isPresent();
    assertThat(jobs().step(job.id(), State.RUNNING)).isFalse();
    assertThat(jobs().open()).doesNotContain(ended);
  }

  @Test
  void keepsCommandsOnOneDocumentApartAndForgetsTheOldest() {
    Job whole = start();
    List<Job> commands = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Job job =
          jobs()
              .start(
                  project,
                  Optional.of(document),
                  account,
                  Task.COMMAND,
                  "{}",
                  List.of(Part.of(0, document, "names", 500)));
      jobs().keepReport(job.id(), 0, "一 " + i);
      jobs().keepReport(job.id(), 0, "二 " + i);
      commands.add(job);
    }
    jobs().finish(commands.get(0).id());
    jobs().finish(commands.get(1).id());
    assertThat(jobs().of(project, Set.of(Task.LOOK), 5)).containsExactly(whole);
    assertThat(jobs().on(document, 5)).hasSize(3);
    assertThat(jobs().open()).contains(whole, commands.get(2));
    assertThat(jobs().report(commands.get(2).id(), 0)).contains("二 2");
    assertThat(jobs().report(whole.id(), 0)).isEmpty();
    jobs().forget(document, 1);
    assertThat(jobs().on(document, 5)).hasSize(2).contains(commands.get(2));
    jobs().forget(document, 0);
    assertThat(jobs().on(document, 5)).containsExactly(commands.get(2));
    assertThat(jobs().report(commands.get(0).id(), 0)).isEmpty();
  }
}
