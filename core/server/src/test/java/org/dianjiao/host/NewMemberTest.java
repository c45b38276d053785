package org.dianjiao.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dianjiao.host.OwnedDocument.B;
import static org.dianjiao.host.OwnedDocument.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dianjiao.bus.DocumentCommand;
import org.dianjiao.bus.DocumentEvent.ChangesCommitted;
import org.dianjiao.bus.DocumentEvent.MembersChanged;
import org.dianjiao.bus.DocumentEvents;
import org.dianjiao.bus.DocumentReply.DocumentOpened;
import org.dianjiao.bus.FailureCode;
import org.dianjiao.bus.Refusal;
import org.dianjiao.people.Account;
import org.dianjiao.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who became a member while a document was open; nobody has told its owner yet. */
class NewMemberTest {

  @TempDir Path folder;
  private OwnedDocument owned;

  @BeforeEach
  void open() {
    owned = new OwnedDocument(folder, "議將從前\n使臣進京");
    owned.open(owned.editor);
  }

  @AfterEach
  void close() throws InterruptedException {
    owned.close();
  }

  private DocumentOpened openedBy(Account account) {
    return await(
        owned.client.open(
            new DocumentCommand.OpenDocument(
                owned.document, account.id(), "session of the new one", B, Optional.empty())));
  }

  @Test
  void opensADocumentThatWasOpenBefore() {
    Account added = owned.person("xu", Role.VIEWER);
    assertThat(openedBy(added).role()).contains(Role.VIEWER);
  }

  @Test
  void isTakenAtTheirWordWithAFirstEdit() {
    Account added = owned.person("xu", Role.EDITOR);
    assertThat(await(owned.submit(added, B, 1, 1, owned.insert(9, 0, "甲"))).revision())
        .isEqualTo(2);
  }

  @Test
  void isToldToEverybodyWhoIsThere() {
    Account added = owned.person("xu", Role.EDITOR);
    Future<List<MembersChanged>> told = membersToldUntilAnEdit();
    openedBy(added);
    await(owned.submit(added, B, 1, 1, owned.insert(9, 0, "甲")));
    assertThat(await(told)).hasSize(1);
    assertThat(await(told).get(0).roles()).containsEntry(added.id(), Role.EDITOR);
  }

  @Test
  void aStrangerIsRefusedAndNobodyIsTold() {
    Account stranger = owned.database.accounts().create("xu", "none", false);
    Future<List<MembersChanged>> told = membersToldUntilAnEdit();
    assertThatThrownBy(() -> openedBy(stranger))
        .isInstanceOfSatisfying(
            Refusal.class, f -> assertThat(f.code()).isEqualTo(FailureCode.UNKNOWN_DOCUMENT));
    await(owned.submit(owned.second, B, 1, 1, owned.insert(9, 0, "甲")));
    assertThat(await(told)).isEmpty();
  }

  private Future<List<MembersChanged>> membersToldUntilAnEdit() {
    List<MembersChanged> members = new CopyOnWriteArrayList<>();
    Promise<List<MembersChanged>> edited = Promise.promise();
    await(
        DocumentEvents.listen(
                owned.vertx,
                owned.document,
                event -> {
                  if (event instanceof MembersChanged changed) {
                    members.add(changed);
                  } else if (event instanceof ChangesCommitted) {
                    edited.tryComplete(List.copyOf(members));
                  }
                })
            .ready());
    return edited.future();
  }
}
