package org.dianjiao.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.dianjiao.people.Account;
import org.dianjiao.people.Membership;
import org.dianjiao.people.Role;
import org.dianjiao.review.ReviewSettings;
import org.dianjiao.review.Sampling;
import org.junit.jupiter.api.Test;

/** What every engine promises about projects, documents and members. */
abstract class ProjectsContract extends StorageContract {

  ProjectsContract(Supplier<EmptyStore> engine) {
    super(engine);
  }

  private Projects projects() {
    return database.projects();
  }

  @Test
  void makerOfAProjectIsItsManager() {
    Account maker = somebody();
    Project project = projects().create("條約", maker.id());
    assertThat(projects().byId(project.id())).contains(project);
    assertThat(projects().role(project.id(), maker.id())).contains(Role.MANAGER);
    assertThat(projects().members(project.id()))
        .containsExactly(new Membership(maker, Role.MANAGER));
    assertThat(projects().byId("nowhere")).isEmpty();
  }

  @Test
  void projectOfAnUnknownManagerIsNotMade() {
    int before = projects().all().size();
    assertThatThrownBy(() -> projects().create("p", "nobody")).isInstanceOf(UnknownAccount.class);
    assertThat(projects().all()).hasSize(before);
  }

  @Test
  void listsAllAndThoseOfAnAccount() {
    Account person = somebody();
    Project mine = projects().create("b mine", person.id());
    Project joined = projects().create("a joined", "");
    Project foreign = projects().create("c foreign", "");
    projects().setRole(joined.id(), person.id(), Role.REVIEWER);
    newDocument(joined.id());
    newDocument(joined.id());
    assertThat(projects().of(person.id()))
        .containsExactly(
            new ProjectSummary(joined, 2, Optional.of(Role.REVIEWER)),
            new ProjectSummary(mine, 0, Optional.of(Role.MANAGER)));
    assertThat(projects().all())
        .contains(
            new ProjectSummary(foreign, 0, Optional.empty()),
            new ProjectSummary(joined, 2, Optional.empty()));
  }

  @Test
  void documentStartsEmptyAndShowsItsLastChange() {
    String project = projects().create("p", "").id();
    DocumentRow made = projects().addDocument(project, "天津條約");
    assertThat(projects().document(made.id())).contains(made);
    assertThat(made.revision()).isZero();
    assertThat(made.changed()).isEmpty();
    assertThat(database.changeLog().claim(made.id(), "a").epoch()).isEqualTo(1);
    write(made.id(), 3);
    DocumentRow changed = projects().document(made.id()).orElseThrow();
    assertThat(changed.revision()).isEqualTo(3);
    assertThat(changed.changed()).contains(entry(3, "client").at());
    assertThat(projects().documents(project)).containsExactly(changed);
    assertThat(projects().document("nowhere")).isEmpty();
    assertThatThrownBy(() -> projects().addDocument("nowhere", "t"))
        .isInstanceOf(UnknownProject.class)
        .hasMessage("there is no project nowhere");
  }

  @Test
  void documentsHaveTimelinesOfTheirOwn() {
    String one = database.changeLog().claim(newDocument(), "a").timeline();
    String two = database.changeLog().claim(newDocument(), "a").timeline();
    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void everyChangeOfMembersRaisesTheVersionOnEveryDocument() {
    Account person = somebody();
    String project = projects().create("p", "").id();
    List<String> documents = List.of(newDocument(project), newDocument(project));
    String elsewhere = newDocument();
    long before = projects().rights(documents.get(0)).aclVersion();
    long untouched = projects().rights(elsewhere).aclVersion();

    projects().setRole(project, person.id(), Role.EDITOR);
    projects().setRole(project, person.id(), Role.REVIEWER);
    for (String document : documents) {
      Rights rights = projects().rights(document);
      assertThat(rights.aclVersion()).isEqualTo(before + 2);
      assertThat(rights.project()).isEqualTo(project);
      assertThat(rights.members()).containsExactly(new Membership(person, Role.REVIEWER));
      assertThat(rights.role(person.id())).contains(Role.REVIEWER);
    }

    projects().removeMember(project, person.id());
    Rights rights = projects().rights(documents.get(0));
    assertThat(rights.aclVersion()).isEqualTo(before + 3);
    assertThat(rights.members()).isEmpty();
    assertThat(projects().role(project, person.id())).isEmpty();
    assertThat(projects().rights(elsewhere).aclVersion()).isEqualTo(untouched);
  }

  @Test
  void saysWhatDoesNotExist() {
    String project = projects().create("p", "").id();
    Account person = somebody();
    assertThatThrownBy(() -> projects().setRole("nowhere", person.id(), Role.VIEWER))
        .isInstanceOf(UnknownProject.class);
    assertThatThrownBy(() -> projects().setRole(project, "nobody", Role.VIEWER))
        .isInstanceOf(UnknownAccount.class);
    assertThatThrownBy(() -> projects().removeMember("nowhere", person.id()))
        .isInstanceOf(UnknownProject.class);
    assertThatThrownBy(() -> projects().rights("nowhere")).isInstanceOf(UnknownDocument.class);
  }

  @Test
  void changesOfRightsAtTheSameTimeDoNotWaitForOneAnother() throws Exception {
    String project = projects().create("p", "").id();
    String document = newDocument(project);
    newDocument(project);
    long before = projects().rights(document).aclVersion();
    ExecutorService managers = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> changes = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        Account person = somebody();
        changes.add(managers.submit(() -> projects().setRole(project, person.id(), Role.VIEWER)));
      }
      for (Future<?> change : changes) {
        change.get();
      }
    } finally {
      managers.shutdown();
    }
    assertThat(projects().rights(document).aclVersion()).isEqualTo(before + 30);
    assertThat(projects().rights(document).members()).hasSize(30);
  }

  @Test
  void knowsWhetherThereIsAProject() {
    try (EmptyStore other = another();
        Database fresh = Database.open(other.settings())) {
      assertThat(fresh.projects().anyProject()).isFalse();
      fresh.projects().create("p", "");
      assertThat(fresh.projects().anyProject()).isTrue();
    }
  }

  @Test
  void keepsHowAProjectReviewsAndRaisesTheVersionOfItsRights() {
    Project project = projects().create("p", "");
    String document = newDocument(project.id());
    assertThat(projects().reviewSettings(project.id())).isEqualTo(ReviewSettings.STANDARD);
    long before = projects().rights(document).aclVersion();
    projects().setReviewSettings(project.id(), new ReviewSettings(3, 20));
    assertThat(projects().reviewSettings(project.id())).isEqualTo(new ReviewSettings(3, 20));
    assertThat(projects().rights(document).aclVersion()).isGreaterThan(before);
    Sampling sampling = projects().sampling(project.id());
    assertThat(sampling.percent()).isEqualTo(20);
    assertThat(sampling.seed()).isNotBlank();
    projects().setReviewSettings(project.id(), new ReviewSettings(3, 30));
    assertThat(projects().sampling(project.id()).seed()).isEqualTo(sampling.seed());
    assertThatThrownBy(() -> projects().reviewSettings("nowhere"))
        .isInstanceOf(UnknownProject.class);
    assertThatThrownBy(() -> projects().setReviewSettings("nowhere", ReviewSettings.STANDARD))
        .isInstanceOf(UnknownProject.class);
  }

  @Test
  void remembersHowFarSomebodyHasReadAndNeverLess() {
    Account person = somebody();
    Account other = somebody();
    String document = newDocument(projects().create("p", "").id());
    assertThat(database.inboxes().read(person.id())).isEmpty();
    database.inboxes().markRead(person.id(), document, 7);
    database.inboxes().markRead(person.id(), document, 5);
    assertThat(database.inboxes().read(person.id())).containsExactly(Map.entry(document, 7L));
    assertThat(database.inboxes().read(other.id())).isEmpty();
    assertThatThrownBy(() -> database.inboxes().markRead("nobody", document, 1))
        .isInstanceOf(UnknownAccount.class);
  }
}
